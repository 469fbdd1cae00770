import type { Indicator } from '../../evidence/artefact.ts'
import { memoise } from '../../memoise.ts'
import { buildNameIndex } from '../redact/match-names.ts'
import type { Traces } from '../traces.ts'
import type { CaseRecord } from './case-record.ts'
import { listProviders } from './list-providers.ts'

type Value = Pick<Indicator, 'type' | 'value'>

/**
 * Whether a subject or a file name of the only provider's names another member in full: its readers would learn with whom
 * the provider deals, who is its customer or whose bill came under its name. A surname alone is anybody's.
 */
export function findMemberTexts(record: CaseRecord): (value: Value) => boolean {
  if (listProviders(record).length > 1) return () => false
  const known = new Set(record.traces.organisations.map(({ id }) => id))
  const members = new Set(
    record.registered.organisations
      .filter(({ id, role }) => role === 'provider' && !known.has(id))
      .map(({ id }) => id),
  )
  if (members.size === 0) return () => false
  return ({ type, value }) =>
    (type === 'subject' || type === 'file-name') &&
    indexOf(record.registered)
      .find(value)
      .some(
        ({ name }) => members.has(name.organisationId) && !name.isPart && name.isNumber !== true,
      )
}

/** Of everybody registered, and not of the others alone: the same for every case, it is made ready once. */
const indexOf = memoise((registered: Traces) => buildNameIndex(registered))
