import { splitDomain } from '../../register/split-domain.ts'
import type { Recipients } from '../reading/recipients.ts'
import { findAddressesInText } from '../reading/text-addresses.ts'
import { ROLE_MAILBOXES } from '../tables/everyday-mailboxes.ts'
import type { UrlToken } from '../url/decode-tokens.ts'

/** What a piece of a link says of its reader. */
export interface Hit {
  readonly token: UrlToken
  readonly what: 'address' | 'mailbox' | 'organisation' | 'anybody'
  readonly value: string
}

/** The recipient in the pieces of a link: the address first, then the mailbox, then the organisation. */
export function findRecipient(
  tokens: readonly UrlToken[],
  recipients: Recipients,
): Hit | undefined {
  for (const what of ['address', 'mailbox', 'organisation'] as const) {
    // Most pieces can hold none of the names; each name is looked for in the few that can.
    const candidates = tokens.filter((token) => mayHold(token, what))
    if (candidates.length === 0) continue
    for (const value of listNames(recipients, what))
      for (const token of candidates) if (isIn(token, value, what)) return { token, what, value }
  }
  return undefined
}

function mayHold({ decoded, encoding }: UrlToken, what: Hit['what']): boolean {
  if (what === 'address') return decoded.includes('@')
  return what === 'mailbox' ? !PLAIN.has(encoding) : decoded.includes('.')
}

/**
 * An address of somebody unknown: who received a blind copy stands in no header. Whom the sender or
 * the linked site belongs to is no victim.
 */
export function findOtherAddress(
  tokens: readonly UrlToken[],
  not: readonly string[],
): Hit | undefined {
  for (const token of tokens) {
    const isPlain = PLAIN.has(token.encoding)
    if (isPlain && token.place !== 'query' && token.place !== 'fragment') continue
    if (!token.decoded.includes('@') || token.decoded.length > ADDRESS_TEXT_CHARS_MAX) continue
    const [address] = findAddressesInText(token.decoded)
    if (address === undefined || not.includes(address.organisation)) continue
    return { token, what: 'anybody', value: address.address.toLowerCase() }
  }
  return undefined
}

const ADDRESS_TEXT_CHARS_MAX = 500

function listNames({ addresses, organisations }: Recipients, what: Hit['what']): string[] {
  if (what === 'address') return addresses.map((one) => one.address.toLowerCase())
  if (what === 'organisation')
    return [...organisations].filter((name) => (splitDomain(name)?.label.length ?? 0) >= 5)
  return addresses
    .map((one) => one.localPart.toLowerCase())
    .filter((local) => local.length >= 6 && !ROLE_MAILBOXES.has(local))
}

function isIn({ decoded, encoding }: UrlToken, value: string, what: Hit['what']): boolean {
  const text = decoded.toLowerCase()
  if (what === 'address') return text.includes(value)
  // A bare mailbox name is an everyday word now and then; only alone in its piece it says something.
  if (what === 'mailbox') return text === value && !PLAIN.has(encoding)
  return text === value || text.endsWith(`@${value}`)
}

/** Encodings that every address in a link needs; the others are there to hide it. */
export const PLAIN: ReadonlySet<string> = new Set(['plain', 'percent', 'quoted-printable'])
