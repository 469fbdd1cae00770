import { createHash } from 'node:crypto'
import type { CaseRecord, Decisions } from 'engine'

/**
 * A digest of all that a draft is made from. What several records of one transaction hold together (each provider's mails
 * are in the whole case, too) is read once: a case has many millions of letters, and nobody is answered meanwhile.
 */
export function toDraftKey(record: CaseRecord): string {
  const {
    mails,
    logs,
    traces,
    registered,
    aliases,
    decisions,
    answers = decisions,
    ...rest
  } = record
  const large = [mails.map(toDigest), logs.map(toDigest), toDigest(traces), toDigest(registered)]
  const letters = aliases.rows.map(({ organisationId, letter }) => [organisationId, letter])
  return hash(JSON.stringify([large, letters, toSorted(decisions), toSorted(answers), rest]))
}

/** In one order: the database keeps the keys of an object in its own. */
const toSorted = (decisions: Decisions) =>
  Object.entries(decisions).toSorted(([a], [b]) => (a < b ? -1 : 1))

const digests = new WeakMap<object, string>()

/** Of what nobody changes once it was read. */
function toDigest(part: object): string {
  const digest = digests.get(part) ?? hash(JSON.stringify(part))
  digests.set(part, digest)
  return digest
}

const hash = (text: string): string => createHash('sha256').update(text).digest('base64')
