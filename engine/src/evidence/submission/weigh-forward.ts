import { FREE_MAIL } from '../../techniques/tables/free-mail.ts'
import { DELIVERY_HEADERS } from '../../techniques/tables/delivery-headers.ts'
import { toOrganisation } from '../headers/organisation.ts'
import { judgeSender } from '../../authentication/recorded/judge-sender.ts'
import { limits } from '../../limits.ts'
import type { Message } from '../message.ts'
import { isForwardSubject, isReplySubject } from './subject-marks.ts'

/** `none`: the outer mail is the evidence, as an answer to a quoted mail is. */
export type ForwardWeight = 'likely' | 'unlikely' | 'none'

export interface WeighedForward {
  readonly weight: ForwardWeight
  /** Whoever sent the outer mail is among those who received the inner one, as that says. */
  readonly isReceived: boolean
}

export interface CarriedMail {
  readonly outer: Message
  readonly inner: Message
  readonly isAttached: boolean
  /** See `compareCarried`. */
  readonly isBare: boolean
  /** Domains that the provider has registered. */
  readonly own: ReadonlySet<string>
}

/**
 * Whether a mail only passes on the one it holds. Everything in it can be written by an attacker, who likes to look like
 * a forward and to write in the provider's own name, so that no mail is one for certain. Whoever received the inner mail
 * is on the provider's side, and passing it on is what he would do, with a signature, its logo and links of his own:
 * taken for the attacker he would be published, which nobody can take back.
 */
export function weighForward(carried: CarriedMail): WeighedForward {
  const isReceived = hasReceived(carried.outer, carried.inner)
  return { isReceived, weight: weigh(carried, isReceived) }
}

function weigh(carried: CarriedMail, isReceived: boolean): ForwardWeight {
  const { outer, isAttached, isBare, own } = carried
  const isMarked = isForwardSubject(outer.subject)
  if (own.has(outer.from?.organisation ?? '')) return isDisproved(outer) ? 'unlikely' : 'likely'
  const isForm = isAttached || isMarked
  const isAnswer = answersProvider(carried)
  // A fraud in the provider's own name, passed on by who received it, looks like an answer to that name.
  if (isAnswer && !(isForm && isReceived)) return 'none'
  if (!isReceived && !isForm) return 'none'
  if (isDisproved(outer)) return 'unlikely'
  if (isAnswer) return isMarked && isBare ? 'likely' : 'unlikely'
  if (isReceived) return isAttached || !isReplySubject(outer.subject) ? 'likely' : 'unlikely'
  return isAttached && isMarked && isBare ? 'likely' : 'unlikely'
}

/** Each field by itself: with a second one that says `pass` an attacker would undo what a server wrote. */
function isDisproved(outer: Message): boolean {
  const domain = outer.from?.domain.toLowerCase() ?? ''
  return ['authentication-results', 'received-spf']
    .flatMap((name) => outer.header(name).slice(0, limits.authenticationChecksMax))
    .some((field) => judgeSender([field], [domain]) === 'disproved')
}

/** The inner mail is the provider's own: an answer to it, or a bounce, comes from outside and quotes it. */
function answersProvider({ outer, inner, own }: CarriedMail): boolean {
  const author = inner.from?.organisation ?? ''
  if (author === '' || author === outer.from?.organisation) return false
  const isAddressed = ['to', 'cc'].flatMap((name) => outer.addresses(name)).some(isSame(author))
  return own.has(author) || (isAddressed && !FREE_MAIL.has(author))
}

const isSame =
  (organisation: string) =>
  (one: { readonly organisation: string }): boolean =>
    one.organisation === organisation

const ADDRESSED = ['to', 'cc', 'bcc', ...DELIVERY_HEADERS]

/** The inner mail names the outer one's sender among its recipients, or his domain, or him by his shown name alone. */
function hasReceived({ from }: Message, inner: Message): boolean {
  if (from === undefined || from.domain === '') return false
  const addresses = ADDRESSED.flatMap((name) => inner.addresses(name))
  if (addresses.some(({ address }) => address.toLowerCase() === from.address.toLowerCase()))
    return true
  if (isNamed(from.displayName, inner)) return true
  if (FREE_MAIL.has(from.organisation)) return false
  const servers = inner.received.flatMap(({ byName = '', forAddress = '' }) => [
    byName,
    forAddress.slice(forAddress.lastIndexOf('@') + 1),
  ])
  return (
    addresses.some(isSame(from.organisation)) ||
    servers.some((name) => toOrganisation(name.toLowerCase()) === from.organisation)
  )
}

/** Outlook quotes recipients of the own directory by name only. */
function isNamed(displayName: string, inner: Message): boolean {
  const name = fold(displayName)
  const to = inner.header('to').map(({ value }) => fold(value.slice(0, FIELD_CHARS_MAX)))
  return name.length >= NAME_CHARS_MIN && to.some((value) => value.includes(name))
}

const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s"',]/gu, '')
const NAME_CHARS_MIN = 3
const FIELD_CHARS_MAX = 2_000
