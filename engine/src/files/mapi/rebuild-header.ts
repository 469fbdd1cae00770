import { limits } from '../../limits.ts'
import { MAPI, type MapiObject } from './mapi-object.ts'
import type { MapiProperties } from './mapi-properties.ts'

/** Fields that told how the body was written, which is written anew. */
const BODY_FIELD = /^(?:content-[\w-]{1,60}|mime-version):/i
const HEADER_CHARS_MAX = 2 * 1024 * 1024
const [TO, CC, BCC] = [1, 2, 3]

/** The header as it was received, without what it says about a body that is gone. */
export function repairHeader(headers: string): string {
  const kept: string[] = []
  let isKept = false
  for (const line of headers.slice(0, HEADER_CHARS_MAX).split(/\r\n|\n|\r/)) {
    // An empty line would end the header; Outlook leaves some at its start and its end.
    if (line.trim() === '') continue
    const isFolded = /^[ \t]/.test(line)
    if (!isFolded) isKept = /^[!-9;-~]{1,200}:/.test(line) && !BODY_FIELD.test(line)
    if (isKept) kept.push(line)
  }
  return kept.map((line) => `${line}\r\n`).join('')
}

/** A header made from the properties of a message. */
export function rebuildHeader({ properties, recipients }: MapiObject): string {
  const sent = properties.time(MAPI.submittedAt) ?? properties.time(MAPI.deliveredAt)
  const from = toMailbox(
    properties.text(MAPI.representingName) ?? properties.text(MAPI.senderName),
    findSmtp(properties, [
      MAPI.representingSmtp,
      MAPI.representingAddress,
      MAPI.senderSmtp,
      MAPI.senderAddress,
    ]),
  )
  const sender = findSmtp(properties, [MAPI.senderSmtp, MAPI.senderAddress])
  const lines = [
    ['From', from],
    ['Sender', sender === undefined || from.includes(sender) ? '' : `<${sender}>`],
    ['To', listRecipients(recipients, TO) || (properties.text(MAPI.displayTo) ?? '')],
    ['Cc', listRecipients(recipients, CC) || (properties.text(MAPI.displayCc) ?? '')],
    ['Bcc', listRecipients(recipients, BCC)],
    ['Reply-To', toReplyTo(properties.text(MAPI.replyNames))],
    ['Subject', encodeText(findSubject(properties))],
    ['Date', sent?.toUTCString().replace(/GMT$/, '+0000') ?? ''],
    ['Message-ID', properties.text(MAPI.messageId) ?? ''],
    ['In-Reply-To', properties.text(MAPI.inReplyTo) ?? ''],
    ['References', properties.text(MAPI.references) ?? ''],
  ]
  return lines
    .map(([name = '', value = '']) => [name, value.replace(/[\r\n\0]+/g, ' ').trim()])
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')
}

/** Old Outlook marks the prefix of a subject by a character 1 and its length. */
function findSubject(properties: MapiProperties): string {
  const whole = properties.text(MAPI.subject)
  const parts = `${properties.text(MAPI.subjectPrefix) ?? ''}${properties.text(MAPI.normalizedSubject) ?? ''}`
  return (whole ?? parts).replace(/^\u0001./s, '')
}

/** An address with an at sign; Exchange's own addresses (`/o=…`) lead nowhere outside. */
function findSmtp(properties: MapiProperties, ids: readonly number[]): string | undefined {
  for (const id of ids) {
    const address = properties.text(id)?.trim()
    if (address !== undefined && /^[^\s<>/]{1,200}@[^\s<>/]{1,255}$/.test(address)) return address
  }
  return undefined
}

function listRecipients(recipients: readonly MapiProperties[], kind: number): string {
  return recipients
    .filter((one) => ((one.number(MAPI.recipientType) ?? TO) & 0xf) === kind)
    .slice(0, limits.addressesMax)
    .map((one) =>
      toMailbox(one.text(MAPI.displayName), findSmtp(one, [MAPI.smtpAddress, MAPI.address])),
    )
    .filter((mailbox) => mailbox !== '')
    .join(', ')
}

/** The names of Reply-To; only those that are addresses say where an answer goes. */
function toReplyTo(names: string | undefined): string {
  const addresses = (names ?? '').split(';').map((name) => name.trim())
  return addresses.filter((name) => /^[^\s<>]{1,200}@[^\s<>]{1,255}$/.test(name)).join(', ')
}

function toMailbox(name: string | undefined, address: string | undefined): string {
  const shown = name?.trim() ?? ''
  const isRepeated = shown.replace(/^'|'$/g, '').toLowerCase() === address?.toLowerCase()
  if (shown === '' || isRepeated) return address === undefined ? '' : `<${address}>`
  const quoted = /^[\x20-\x7e]*$/.test(shown)
    ? `"${shown.replace(/["\\]/g, '\\$&')}"`
    : encodeText(shown)
  return address === undefined ? quoted : `${quoted} <${address}>`
}

/** Text outside ASCII as encoded words (RFC 2047), 12 characters each. */
function encodeText(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text
  const signs = Array.from(
    text
      .toWellFormed()
      .replace(/[\r\n\0]+/g, ' ')
      .slice(0, 20_000),
  )
  const words: string[] = []
  for (let at = 0; at < signs.length; at += 12) {
    const word = Buffer.from(signs.slice(at, at + 12).join('')).toString('base64')
    words.push(`=?utf-8?B?${word}?=`)
  }
  return words.join(' ')
}
