import { FREE_MAIL } from '../../techniques/tables/free-mail.ts'
import { DELIVERY_HEADERS } from '../../techniques/tables/delivery-headers.ts'
import { toOrganisation } from '../headers/organisation.ts'
import { isPrivateIp } from '../../is-private-ip.ts'
import type { Message } from '../message.ts'
import { isForwardSubject, isReplySubject } from './subject-marks.ts'

/** `certain`: an employee passes it on. `none`: the outer mail is the evidence, as an answer to a quoted mail is. */
export type ForwardWeight = 'certain' | 'likely' | 'unlikely' | 'none'

export interface CarriedMail {
  readonly outer: Message
  readonly inner: Message
  readonly isAttached: boolean
  /** The outer mail has no links and no other files. */
  readonly isBare: boolean
  /** Domains that the provider has registered. */
  readonly own: ReadonlySet<string>
}

/**
 * Whether a mail only passes on the one it holds. Everything in it can be written by an attacker, who likes to look like
 * a forward, so that only a mail that never left the provider's own domain is one for certain. Whoever received the
 * inner mail is on the provider's side, and passing it on is what he would do.
 */
export function weighForward(carried: CarriedMail): ForwardWeight {
  const { outer, inner, isAttached, isBare, own } = carried
  const sender = outer.from?.organisation ?? ''
  const isOwn = own.has(sender)
  if (isOwn && neverLeft(outer, own)) return 'certain'
  if (!isOwn && answersProvider(carried)) return 'none'
  const isMarked = isForwardSubject(outer.subject)
  if (isOwn || hasReceived(outer, inner)) {
    return isAttached || isOwn || !isReplySubject(outer.subject) ? 'likely' : 'unlikely'
  }
  if (isAttached) return isMarked && isBare ? 'likely' : 'unlikely'
  return isMarked ? 'unlikely' : 'none'
}

/** Handed on by machines of the provider alone, or by none, as in a folder of what was sent; answers come back to it. */
function neverLeft(outer: Message, own: ReadonlySet<string>): boolean {
  const isInside = (name = '') => !name.includes('.') || own.has(toOrganisation(name.toLowerCase()))
  return (
    outer.received.every(
      ({ fromIp, byName }) => isInside(byName) && (fromIp === undefined || isPrivateIp(fromIp)),
    ) && outer.addresses('reply-to').every(({ organisation }) => own.has(organisation))
  )
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
