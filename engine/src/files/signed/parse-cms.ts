import { toBuffer } from '../../charset/text-decoders.ts'
import { type Certificate, parseCertificate, readName } from './parse-certificate.ts'
import {
  type BerElement,
  listChildren,
  readBer,
  readObjectId,
  readOctets,
  TAGS,
} from './read-ber.ts'

/** A signed or encrypted message (RFC 5652). Nothing is verified or decrypted. */
export type CmsReading =
  | {
      readonly kind: 'signed'
      /** The mail that was signed, when it is inside. */
      readonly content?: Uint8Array
      readonly certificates: readonly Certificate[]
    }
  | {
      readonly kind: 'enveloped'
      /** Who can open it: issuer and serial number of certificates, or key identifiers. */
      readonly recipients: readonly string[]
    }

const [SIGNED, ENVELOPED, AUTH_ENVELOPED] = [
  '1.2.840.113549.1.7.2',
  '1.2.840.113549.1.7.3',
  '1.2.840.113549.1.9.16.1.23',
]
const LISTED_MAX = 50

/** Reads a CMS object; undefined when the bytes are none. */
export function parseCms(bytes: Uint8Array): CmsReading | undefined {
  const outer = readBer(dropArmor(bytes))
  const [kind, wrapped] = outer === undefined ? [] : listChildren(outer)
  const [data] = wrapped === undefined ? [] : listChildren(wrapped)
  if (data === undefined) return undefined
  switch (readObjectId(kind)) {
    case SIGNED:
      return readSigned(data)
    case ENVELOPED:
    case AUTH_ENVELOPED:
      return readEnveloped(data)
    default:
      return undefined
  }
}

/** Some programs hand over the base64 of it once more, with or without lines around it. */
function dropArmor(bytes: Uint8Array): Uint8Array {
  if (bytes[0] === 0x30) return bytes
  const text = toBuffer(bytes)
    .toString('latin1')
    .replace(/-----[A-Z0-9 ]{1,40}-----/g, '')
  return /^[A-Za-z0-9+/=\s]{16,}$/.test(text.slice(0, 4_096)) ? Buffer.from(text, 'base64') : bytes
}

/** Version, digest algorithms, content, certificates, revocation lists, signers (§5.1). */
function readSigned(data: BerElement): CmsReading {
  const fields = listChildren(data)
  const [, wrapped] = fields[2] === undefined ? [] : listChildren(fields[2])
  const [octets] = wrapped === undefined ? [] : listChildren(wrapped)
  const certificates = fields.slice(3).find(({ tag }) => tag === TAGS.context0)
  return {
    kind: 'signed',
    ...(octets === undefined ? {} : { content: readOctets(octets) }),
    certificates: (certificates === undefined ? [] : listChildren(certificates))
      .slice(0, LISTED_MAX)
      .flatMap((one) => parseCertificate(one) ?? []),
  }
}

/** Version, originator, recipients, encrypted content (§6.1); recipients are the first set. */
function readEnveloped(data: BerElement): CmsReading {
  const recipients = listChildren(data).find(({ tag }) => tag === TAGS.set)
  const names = (recipients === undefined ? [] : listChildren(recipients))
    .flatMap(listIdentifiers)
    .slice(0, LISTED_MAX)
    .map(readIdentifier)
    .filter((name) => name !== '')
  return { kind: 'enveloped', recipients: names }
}

/** Keys of elliptic curves are agreed upon, and then the last field lists several recipients (§6.2.2). */
function listIdentifiers(recipient: BerElement): readonly BerElement[] {
  const fields = listChildren(recipient)
  if (recipient.tag !== TAGS.context1) return fields.slice(1, 2)
  const keys = fields.at(-1)
  return (keys === undefined ? [] : listChildren(keys)).flatMap((key) =>
    listChildren(key).slice(0, 1),
  )
}

/** A recipient is named by issuer and serial number, or by the identifier of a key (§6.2.1). */
function readIdentifier(identifier: BerElement): string {
  if (identifier.tag === TAGS.context0) return toHex(identifier.content)
  const [issuer, serial] = listChildren(identifier)
  if (issuer === undefined || serial === undefined) return ''
  return `${readName(issuer)}; serial ${toHex(serial.content)}`
}

function toHex(bytes: Uint8Array): string {
  return toBuffer(bytes.subarray(0, 40)).toString('hex')
}
