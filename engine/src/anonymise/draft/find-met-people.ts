import { buildImitationIndex } from '../redact/find-imitated.ts'
import { listMetPeople } from '../redact/met-people.ts'
import { buildOwners } from '../redact/owners.ts'
import type { Traces } from '../traces.ts'
import { findImitated, type MailsOfCase } from './find-attacker-facts.ts'
import { OWN_SENTENCES } from './own-sentences.ts'

/**
 * People of known organisations, and of those that a look-alike imitates, whom the mails of a case name and no
 * register holds. Hub only.
 */
export function findMetPeople(
  { mails, traces }: MailsOfCase,
  lookalikes = findImitated({ mails, traces }),
): Traces {
  const owners = buildOwners(traces)
  const imitated = buildImitationIndex(traces, lookalikes)
  const texts = mails.flatMap((mail) => mail.texts.map(({ text }) => text))
  return listMetPeople(texts, {
    ownerOf: (domain) => owners.ofDomain(domain) ?? imitated(domain),
    isWord: (part) => isLongEnough(part) && OWN_SENTENCES.includes(part.toLowerCase()),
  })
}

/** Fewer letters stand in a sentence by chance. */
const isLongEnough = (part: string): boolean =>
  part.length >= (/^[\p{Script=Latin}]/u.test(part) ? 4 : 2)
