import { domainToASCII } from 'node:url'
import { limits } from '../../limits.ts'
import { toBuffer } from '../../charset/text-decoders.ts'
import type { ByteRange, HeaderField, MailAddress } from '../message.ts'
import { findMailboxes, type MailboxToken, type TextSpan } from './address-tokens.ts'
import { decodeHeaderText, unfold } from './header-text.ts'
import { toOrganisation } from './organisation.ts'

/** Reads the mailboxes of one address field from its raw bytes (RFC 5322 §3.4, leniently). */
export function parseAddresses(bytes: Uint8Array, header: HeaderField): readonly MailAddress[] {
  const { start } = header.valueRange
  const end = Math.min(header.valueRange.end, start + limits.fieldValueBytesMax)
  const raw = toBuffer(bytes).toString('latin1', start, end)
  const plain = findMailboxes(raw, limits.addressesMax).map((token) =>
    toAddress(token, header, {
      read: (spans) => decodeRaw(spans.map((span) => raw.slice(span.start, span.end)).join(' ')),
      locate: (span) => ({ start: start + span.start, end: start + span.end }),
    }),
  )
  const isEncodedWhole = plain.length === 0 && raw.includes('=?')
  return isEncodedWhole ? parseEncodedAddresses(header) : plain
}

/** "=?utf-8?B?…?=" around the whole list, address included: read what the word says. */
function parseEncodedAddresses(header: HeaderField): readonly MailAddress[] {
  const text = header.value
  return findMailboxes(text, limits.addressesMax).map((token) =>
    toAddress(token, header, {
      read: (spans) => unescape(spans.map((span) => text.slice(span.start, span.end)).join(' ')),
      locate: () => header.valueRange,
    }),
  )
}

/** How to turn spans of the scanned text into decoded text and into places in the mail. */
interface Source {
  /** Spans are joined before decoding: a character may be cut between two encoded words. */
  read(spans: readonly TextSpan[]): string
  locate(span: TextSpan): ByteRange
}

function toAddress(token: MailboxToken, header: HeaderField, source: Source): MailAddress {
  const { localPart, domain } = splitAddress(source.read([token.address]))
  // The words before the address, else the comments behind it: "a@b (Taro)".
  const named = token.words.length > 0 ? token.words : token.comments
  return {
    displayName: source.read(named).trim(),
    address: domain === '' ? localPart : `${localPart}@${domain}`,
    localPart,
    domain,
    organisation: toOrganisation(domain),
    range: source.locate(token.address),
    header,
  }
}

function decodeRaw(raw: string): string {
  if (!/[\x1b\x80-\xff]|=\?/.test(raw)) return unfold(unescape(raw))
  // Backslashes inside multi-byte characters are not escapes.
  const bytes = /[\x1b\x80-\xff]/.test(raw) ? raw : unescape(raw)
  return decodeHeaderText(Buffer.from(bytes, 'latin1')).text
}

function unescape(text: string): string {
  return text.replace(/\\([^])/g, '$1')
}

/** Local part and domain of an addr-spec without comments, white space and source route. */
export function splitAddress(text: string): { localPart: string; domain: string } {
  const route = /^\s*@[^:]*:/.exec(text)?.[0].length ?? 0
  const bare = unquoteWhole(text.slice(route).replace(/^\s*mailto:/i, ''))
  const compact = bare.startsWith('"') ? bare.trim() : bare.replace(/\([^()]*\)|\s+/g, '')
  const at = compact.lastIndexOf('@')
  if (at < 0) return { localPart: compact, domain: '' }
  return { localPart: compact.slice(0, at), domain: toAsciiDomain(compact.slice(at + 1)) }
}

/**
 * `<"info@bank.example">` is a local part without a domain (RFC 5322 §3.4.1), so nothing is
 * authenticated; mail programs show it as the address that it looks like.
 */
function unquoteWhole(text: string): string {
  return /^\s*"([^"\\\s]{1,64}@[^"\\\s@]{1,253})"\s*$/.exec(text)?.[1] ?? text
}

/** Lower-case ASCII form of a domain as written; a name that has none stays as it is. */
export function toAsciiDomain(domain: string): string {
  let end = domain.length
  while (end > 0 && /[\s.。>;,]/.test(domain[end - 1] ?? '')) end -= 1
  const name = domain.slice(0, end).trimStart().toLowerCase()
  return /[^\x00-\x7f]/.test(name) ? domainToASCII(name) || name : name
}
