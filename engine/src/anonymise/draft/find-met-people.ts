import { buildImitationIndex } from '../redact/find-imitated.ts'
import { listMetPeople } from '../redact/met-people.ts'
import { buildOwners } from '../redact/owners.ts'
import type { Traces } from '../traces.ts'
import { findImitated, type MailsOfCase } from './find-attacker-facts.ts'
import { findRecipients } from './find-recipients.ts'
import { isOwnWord } from './is-own-word.ts'
import { listMetDomains } from './list-met-domains.ts'

/**
 * People and domains of the providers' side, of known organisations, and of those that a look-alike imitates, whom the
 * mails of a case name and no register holds. Hub only.
 */
export function findMetPeople(
  { mails, traces }: MailsOfCase,
  lookalikes = findImitated({ mails, traces }),
  domains = listMetDomains({ mails, traces }, lookalikes),
): Traces {
  const owners = buildOwners(traces)
  const imitated = buildImitationIndex(traces, lookalikes)
  const met = new Map(domains.map(({ domain, providerId }) => [domain, providerId]))
  const people = listMetPeople(
    mails.flatMap((mail) => mail.texts.map(({ text }) => text)),
    {
      isWord: isOwnWord,
      ownerOf: (domain, organisation) =>
        owners.ofDomain(domain) ?? imitated(domain) ?? met.get(organisation),
    },
  )
  const recipients = findRecipients({ mails, traces }, lookalikes, domains)
  return { organisations: [...people.organisations, ...recipients.organisations] }
}
