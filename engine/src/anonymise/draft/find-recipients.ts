import { getDomainWithoutSuffix } from 'tldts'
import { memoise } from '../../memoise.ts'
import type { TextAddress } from '../../techniques/reading/text-addresses.ts'
import { buildImitationIndex } from '../redact/find-imitated.ts'
import { listMetMailboxes } from '../redact/met-people.ts'
import type { OwnedMailbox } from '../redact/coded-hosts.ts'
import { buildOwners } from '../redact/owners.ts'
import type { AttackerFacts } from '../redact/redaction-context.ts'
import type { TraceOrganisation, Traces } from '../traces.ts'
import type { CaseMail } from './case-record.ts'
import type { MailsOfCase } from './find-attacker-facts.ts'
import { isNotSender } from './is-not-sender.ts'
import { listNamedMailboxes } from './list-named-mailboxes.ts'
import { isOwnWord } from './is-own-word.ts'
import { isOfSender, type MetDomain } from './list-met-domains.ts'

/** Whom the mails of a case were for, with their domains and those of whom they write with, as the mails alone tell. */
export function findRecipients(
  { mails, traces }: MailsOfCase,
  lookalikes: AttackerFacts['lookalikes'],
  domains: readonly MetDomain[],
): Traces {
  const owners = buildOwners(traces)
  const imitated = buildImitationIndex(traces, lookalikes)
  const people = [...Map.groupBy(mails, ({ providerId }) => providerId)].flatMap(
    ([providerId, received]) =>
      listMetMailboxes(received.map(toMailboxes), {
        isWord: isOwnWord,
        ownerOf: (domain) => owners.ofDomain(domain) ?? imitated(domain) ?? providerId,
      }).organisations,
  )
  return { organisations: [...people, ...domains.filter(isSomebodyElses).map(toOrganisation)] }
}

/**
 * Every mailbox the mails were for, whatever it is called, as the provider’s: a digest of its address tells of it. The first
 * of each mail come first, which its servers wrote down: no mail crowds out the recipient of another.
 */
export const listRecipientMailboxes = memoise(
  (mails: readonly CaseMail[]): readonly OwnedMailbox[] => {
    const placed = mails.flatMap((mail) =>
      toMailboxes(mail)
        .slice(0, MAILBOXES_OF_MAIL_MAX)
        .map(({ address }, place) => {
          const mailbox = { address: address.toLowerCase(), organisationId: mail.providerId }
          return { place, mailbox }
        }),
    )
    const distinct = new Map<string, OwnedMailbox>()
    for (const { mailbox } of placed.sort((a, b) => a.place - b.place))
      if (!distinct.has(mailbox.address)) distinct.set(mailbox.address, mailbox)
    return [...distinct.values()].slice(0, MAILBOXES_OF_CASE_MAX)
  },
)
/** More addressees of one mail are a list: whoever is among so many is not told by a code. */
const MAILBOXES_OF_MAIL_MAX = 200
/** Of each, two parts are hashed by three algorithms: so many take half a second. */
const MAILBOXES_OF_CASE_MAX = 2_000

/** A sender who wrote to himself is most often the attacker; his domain is nobody's name yet. */
const isSomebodyElses = ({ witness }: MetDomain): boolean => !isOfSender(witness)

const toMailboxes = (mail: CaseMail): readonly TextAddress[] => {
  const { recipients } = mail
  return recipients === undefined
    ? []
    : [
        ...recipients.delivered,
        ...(recipients.forwarders ?? []),
        ...recipients.addressed.filter(isNotSender(recipients)),
        ...listNamedMailboxes(mail),
      ]
}

/** Of a domain that is called by a word of any text, the word is no name: a sender may have it taken out like that. */
function toOrganisation({ domain, providerId }: MetDomain): TraceOrganisation {
  const core = getDomainWithoutSuffix(domain, { allowPrivateDomains: true }) ?? ''
  const words = core.split('-')
  const isName = !isOwnWord(core) && !words.every(isOwnWord)
  return {
    ...{ id: providerId, role: 'provider', people: [], ipAddresses: [], numbers: [] },
    ...(isName ? { domains: [domain], hosts: [] } : { domains: [], hosts: [domain] }),
    names: [],
  }
}
