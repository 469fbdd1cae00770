import { decodeText } from '../../charset/decode-text.ts'
import { type BerElement, listChildren, readObjectId, TAGS } from './read-ber.ts'

/** What a certificate says (RFC 5280 §4.1). Nothing of it is verified. */
export interface Certificate {
  readonly serial: string
  readonly issuer: string
  readonly subject: string
  /** Addresses in the subject and its alternative names. */
  readonly addresses: readonly string[]
  readonly validFrom: string
  readonly validUntil: string
}

const NAMES: Readonly<Record<string, string>> = {
  '2.5.4.3': 'CN',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
  '1.2.840.113549.1.9.1': 'E',
}
const ALTERNATIVE_NAMES = '2.5.29.17'
const MAIL_NAME = 0x81
const NAME_CHARS_MAX = 400
const BMP_STRING = 0x1e

export function parseCertificate(element: BerElement): Certificate | undefined {
  const [body] = listChildren(element)
  if (body === undefined) return undefined
  const fields = listChildren(body)
  // The version comes first when it is given.
  const rest = fields[0]?.tag === TAGS.context0 ? fields.slice(1) : fields
  const [serial, , issuer, validity, subject] = rest
  if (serial === undefined || issuer === undefined || subject === undefined) return undefined
  const [from, until] = validity === undefined ? [] : listChildren(validity)
  const name = readName(subject)
  const inName = /(?:^|, )E=([^,\s]+@[^,\s]+)/.exec(name)?.[1]
  return {
    serial: Buffer.from(serial.content.subarray(0, 40)).toString('hex'),
    issuer: readName(issuer),
    subject: name,
    addresses: [...(inName === undefined ? [] : [inName]), ...listAlternatives(rest)],
    validFrom: readTime(from),
    validUntil: readTime(until),
  }
}

/** A distinguished name as `CN=…, O=…`. */
export function readName(name: BerElement): string {
  const pairs = listChildren(name)
    .slice(0, 30)
    .flatMap(listChildren)
    .map((pair) => {
      const [kind, value] = listChildren(pair)
      const id = readObjectId(kind)
      return `${NAMES[id] ?? id}=${value === undefined ? '' : readString(value)}`
    })
  return pairs.join(', ').slice(0, NAME_CHARS_MAX)
}

function readString({ tag, content }: BerElement): string {
  const bytes = content.subarray(0, NAME_CHARS_MAX)
  return decodeText(bytes, tag === BMP_STRING ? 'utf-16be' : 'utf-8').text
}

/** `261120010203Z` and `20261120010203Z` as ISO 8601 (RFC 5280 §4.1.2.5). */
function readTime(element: BerElement | undefined): string {
  if (element === undefined) return ''
  const text = Buffer.from(element.content.subarray(0, 20)).toString('latin1')
  const [, year = '', month, day, hour, minute, second] =
    /^(\d{2}|\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})Z$/.exec(text) ?? []
  if (year === '') return ''
  const century = year.length === 4 ? '' : Number(year) < 50 ? '20' : '19'
  return `${century}${year}-${month}-${day}T${hour}:${minute}:${second}Z`
}

function listAlternatives(fields: readonly BerElement[]): readonly string[] {
  const extensions = fields.find(({ tag }) => tag === 0x83)
  const [list] = extensions === undefined ? [] : listChildren(extensions)
  const found = (list === undefined ? [] : listChildren(list)).find(
    (one) => readObjectId(listChildren(one)[0]) === ALTERNATIVE_NAMES,
  )
  const value = found === undefined ? undefined : listChildren(found).at(-1)
  if (value === undefined) return []
  const [names] = listChildren({ ...value, isConstructed: true })
  return (names === undefined ? [] : listChildren(names))
    .filter(({ tag }) => tag === MAIL_NAME)
    .map(({ content }) => Buffer.from(content.subarray(0, 320)).toString('latin1'))
    .slice(0, 10)
}
