import type { MailAddress, Message } from '../../evidence/message.ts'
import { listCorrespondents } from '../reading/correspondents.ts'
import { findImitation, isSuffixOnly, readThread } from '../reading/imitated-domain.ts'
import { listRecipients } from '../reading/recipients.ts'
import { isRelated } from '../reading/relations.ts'
import { ROLE_MAILBOXES } from '../tables/everyday-mailboxes.ts'
import { SENDING_SERVICES } from '../tables/sending-services.ts'
import { FREE_MAIL } from '../tables/free-mail.ts'
import type { TextAddress } from '../reading/text-addresses.ts'
import type { TechniqueContext } from '../technique.ts'

/** Quoted addresses looked at; a thread's first pages hold everybody. */
const COMPARED_MAX = 60
const PAIRS_MAX = 10

export interface Replaced {
  /** The address under which the quoted conversation knows the person. */
  readonly genuine: string
  /** The present domain imitates the genuine one. */
  readonly isImitation: boolean
}

/** Whom of the quoted conversation the sender takes the place of. */
export function findReplaced(
  message: Message,
  from: MailAddress,
  { register }: TechniqueContext,
): Replaced | undefined {
  const quoted = listCorrespondents(message).slice(0, COMPARED_MAX)
  if (quoted.some((one) => one.organisation === from.organisation)) {
    // The sender's own domain is quoted as well: only altered quotes can tell.
    return undefined
  }
  const imitation = findImitation(from.domain, register, readThread(message, register))
  if (imitation !== undefined && !isSuffixOnly(imitation)) {
    const genuine = quoted.find((one) => one.organisation === imitation.genuine)
    if (genuine !== undefined) return { genuine: genuine.address, isImitation: true }
  }
  const { organisations: own } = listRecipients(message, register)
  if (own.has(from.organisation) || isOfService(from)) return undefined
  const same = quoted.find(
    (one) =>
      !own.has(one.organisation) &&
      !FREE_MAIL.has(one.organisation) &&
      !isRelated(one.organisation, from.organisation, register) &&
      isSamePerson(one, from),
  )
  return same === undefined ? undefined : { genuine: same.address, isImitation: false }
}

function isOfService({ organisation }: MailAddress): boolean {
  return SENDING_SERVICES.has(organisation) && !FREE_MAIL.has(organisation)
}

/** The same full name, or the same personal local part. */
function isSamePerson(known: TextAddress, shown: MailAddress): boolean {
  const local = shown.localPart.toLowerCase()
  if (local === known.localPart.toLowerCase() && local.length >= 5 && !ROLE_MAILBOXES.has(local))
    return true
  const name = toPlainName(shown.displayName)
  return isFullName(shown.displayName, name) && name === toPlainName(known.displayName)
}

function isFullName(displayName: string, plain: string): boolean {
  return /[a-z]{2}[\s.,]+[a-z]{2}/i.test(displayName) || /[^\x00-\x7f]{3}/.test(plain)
}

/** Words in any order, without titles and signs: "Halvorsen, Ingrid" is "Ingrid Halvorsen". */
function toPlainName(name: string): string {
  const words = name
    .normalize('NFKC')
    .toLowerCase()
    .split(/[\s\p{P}様]+/u)
  return words
    .filter((word) => word !== '')
    .sort()
    .join('')
}

export interface AlteredQuote {
  readonly shown: string
  readonly genuine: string
}

/**
 * Addresses in the quoted text that imitate somebody known: the recipient's own, a partner's, or
 * another address of the same text. A forger alters them so that nobody genuine is answered.
 */
export function findAlteredQuotes(
  message: Message,
  from: MailAddress,
  { register }: TechniqueContext,
): AlteredQuote[] {
  const quoted = listCorrespondents(message).slice(0, COMPARED_MAX)
  const thread = readThread(message, register)
  const others = new Map(quoted.map((one) => [one.address.toLowerCase(), one]))
  const altered: AlteredQuote[] = []
  for (const one of others.values()) {
    // The sender quotes itself under its own domain; that domain is judged where it sends from.
    const imitation = findImitation(one.domain, register, {
      ...thread,
      domains: thread.domains.filter(({ organisation }) => organisation !== one.organisation),
    })
    if (imitation === undefined || isSuffixOnly(imitation)) continue
    if (imitation.relation === 'well-known' || imitation.relation === 'correspondent') continue
    altered.push({ shown: one.address, genuine: `${one.localPart}@${imitation.genuine}` })
    if (altered.length >= PAIRS_MAX) break
  }
  return altered.filter(({ shown }) => shown.toLowerCase() !== from.address.toLowerCase())
}
