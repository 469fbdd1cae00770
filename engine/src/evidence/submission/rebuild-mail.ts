import { hash } from 'node:crypto'
import type { Message, Part } from '../message.ts'
import { toTextLines } from '../quotes/quote-line.ts'
import { findBelow } from './find-below.ts'
import { type QuotedField, type QuotedMail } from './find-quoted-mail.ts'
import { findQuotedPage, type QuotedPage } from './find-quoted-page.ts'
import { toQuotedDate } from './quoted-date.ts'
import { type Below, renderBelow, toRebuiltBoundary } from './rebuilt-below.ts'

const NAMES: Readonly<Record<QuotedField, string>> = {
  from: 'From',
  to: 'To',
  cc: 'Cc',
  'reply-to': 'Reply-To',
  subject: 'Subject',
  date: 'Date',
}

/**
 * The bytes of a mail rebuilt from a quotation, so that it can be analysed like any other: quoted
 * fields, quoted text, the HTML from the quotation on (its links lead where the text does not say),
 * and the forward's other attachments, which were the original's, or are what its forwarder added.
 */
export function rebuildMail(quoted: QuotedMail, outer: Message): Uint8Array {
  const page = findQuotedPage(outer, quoted.fields.size)
  const parts = [
    textPart('plain', quoted.text),
    ...(page === undefined ? [] : [textPart('html', page.html)]),
    ...outer.attachments.map((part) => copyPart(part, outer)),
  ]
  const below = renderBelow(listBelow(quoted, page, outer))
  const head = [...toFields(quoted), ...below, 'MIME-Version: 1.0']
  const boundary = toRebuiltBoundary(hash('sha256', Buffer.concat(parts)))
  const opening = Buffer.from(`--${boundary}\r\n`)
  const pieces = parts.flatMap((part) => [opening, part, Buffer.from('\r\n')])
  const kind = page !== undefined && parts.length === 2 ? 'alternative' : 'mixed'
  head.push(`Content-Type: multipart/${kind}; boundary="${boundary}"`, '', '')
  return Buffer.concat([
    Buffer.from(head.join('\r\n')),
    ...pieces,
    Buffer.from(`--${boundary}--\r\n`),
  ])
}

/** Where the forwarder may go on, in either form of the text. */
function listBelow(quoted: QuotedMail, page: QuotedPage | undefined, outer: Message): Below {
  const forwarder = { displayName: outer.from?.displayName ?? '' }
  const { text, unmarkedAt } = quoted
  return {
    plain: unmarkedAt ?? findBelow(toTextLines(text), forwarder),
    html: page && (page.belowAt ?? findBelow(page.lines, forwarder)),
  }
}

function toFields({ fields }: QuotedMail): readonly string[] {
  const lines: string[] = []
  for (const [name, shown] of fields) {
    // A quoted value must not start a field of its own.
    const value = shown.replace(/[\r\n\0]+/g, ' ').trim()
    const text = name === 'date' ? toQuotedDate(value) : isList(name) ? toAddressList(value) : value
    if (text !== undefined && text !== '') lines.push(`${NAMES[name]}: ${encode(text)}`)
  }
  return lines
}

function isList(name: QuotedField): boolean {
  return name !== 'subject' && name !== 'date'
}

/** Outlook writes `Taro [mailto:a@b]`, others `Taro <mailto:a@b>`, and HTML forwards repeat the address. */
function toAddressList(value: string): string {
  return value
    .replace(/\[mailto:([^\]\s]{1,320})\]/gi, '<$1>')
    .replace(/<mailto:([^<>\s]{1,320})>/gi, '<$1>')
    .replace(/(<[^<>\s]{1,320}>)\s*(?:\1\s*)+/g, '$1')
    .replace(
      NAME_WITH_ADDRESS,
      (_, name: string, address: string) => `${toEncodedWords(name, ' ')} ${address}`,
    )
}

/** One mailbox whose shown name holds an address: the quotation lost its quotation marks, the last address is the true one. */
const NAME_WITH_ADDRESS = /^([^<>,;"]{0,200}<[^<>\s]{1,320}>[^<>,;"]{0,100}?)\s*(<[^<>\s]{1,320}>)$/

/** Text outside ASCII as encoded words (RFC 2047) around the words only, so that addresses stay. */
function encode(text: string): string {
  return text.replace(/[^\x20-\x7e]+(?: +[^\x20-\x7e]+)*/g, (run) => toEncodedWords(run))
}

/** At most 12 characters a word: 75 columns, and no character is cut. */
function toEncodedWords(run: string, between = '\r\n '): string {
  const characters = Array.from(run)
  const words: string[] = []
  for (let at = 0; at < characters.length; at += 12) {
    const base64 = Buffer.from(characters.slice(at, at + 12).join('')).toString('base64')
    words.push(`=?utf-8?B?${base64}?=`)
  }
  return words.join(between)
}

function textPart(kind: 'plain' | 'html', text: string): Buffer {
  const body = Buffer.from(text).toString('base64').replace(/.{76}/g, '$&\r\n')
  const head = `Content-Type: text/${kind}; charset=utf-8\r\nContent-Transfer-Encoding: base64`
  return Buffer.from(`${head}\r\n\r\n${body}`)
}

function copyPart(part: Part, outer: Message): Buffer {
  return Buffer.from(outer.bytes.subarray(part.range.start, part.range.end))
}
