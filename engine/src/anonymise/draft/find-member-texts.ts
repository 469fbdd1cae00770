import type { Indicator } from '../../evidence/artefact.ts'
import { buildNameIndex } from '../redact/match-names.ts'
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
  const members = record.registered.organisations.filter(
    ({ id, role }) => role === 'provider' && !known.has(id),
  )
  if (members.length === 0) return () => false
  const names = buildNameIndex({ organisations: members })
  return ({ type, value }) =>
    (type === 'subject' || type === 'file-name') &&
    names.find(value).some(({ name }) => !name.isPart && name.isNumber !== true)
}
