import { toBuffer } from '../../charset/text-decoders.ts'
import type { FileFact, FileReader } from '../file-reading.ts'
import { findUrls } from '../find-urls.ts'
import { dropArmor } from './drop-armor.ts'
import { parsePackets, type PgpPacket } from './parse-packets.ts'

/** Packet types (RFC 9580 §5). */
const [SESSION_KEY, SIGNATURE, PASSWORD_KEY, ONE_PASS, SECRET_KEY, PUBLIC_KEY, USER_ID] = [
  1, 2, 3, 4, 5, 6, 13,
]
const ENCRYPTED = new Set([9, 18, 20])
const KEY_ID_BYTES = 8
const ISSUER_SUBPACKET = 16

/** OpenPGP: who can open it and who signed it, as far as it says so. Nothing is decrypted. */
export const pgp: FileReader = {
  format: 'pgp',
  weight: 3,
  reads: (type) => /^application\/pgp-(?:encrypted|signature|keys)$/.test(type),
  read({ bytes }) {
    const armored = dropArmor(bytes)
    const packets = parsePackets(armored?.bytes ?? bytes)
    const text = armored?.clearText
    const kind = armored === undefined ? [] : [{ name: 'armor', value: armored.kind }]
    const isEncrypted = packets.some(({ tag }) => ENCRYPTED.has(tag))
    return {
      facts: [...kind, ...packets.flatMap(toFact)],
      ...(text === undefined ? {} : { text, links: findUrls(text).map(toLink) }),
      problems: isEncrypted ? ['encrypted-mail'] : [],
    }
  },
}

function toLink(url: string) {
  return { url, kind: 'bare' as const }
}

function toFact({ tag, body }: PgpPacket): readonly FileFact[] {
  switch (tag) {
    case SESSION_KEY:
      return [{ name: 'recipient-key', value: readSessionKey(body) }]
    case PASSWORD_KEY:
      return [{ name: 'recipient-key', value: 'password' }]
    case ONE_PASS:
      return [{ name: 'signer-key', value: toHex(body.subarray(4, 4 + KEY_ID_BYTES)) }]
    case SIGNATURE:
      return readSigner(body).map((value) => ({ name: 'signer-key', value }))
    case USER_ID:
      return [{ name: 'user-id', value: toBuffer(body.subarray(0, 500)).toString('utf8') }]
    case PUBLIC_KEY:
    case SECRET_KEY:
      return [{ name: 'holds-key', value: tag === SECRET_KEY ? 'secret' : 'public' }]
    default:
      return ENCRYPTED.has(tag) ? [{ name: 'encrypted-bytes', value: `${body.length}` }] : []
  }
}

/** Version 3 names a key by eight bytes (all zero: anybody's), version 6 by a fingerprint (§5.1). */
function readSessionKey(body: Uint8Array): string {
  if (body[0] === 3) return toHex(body.subarray(1, 1 + KEY_ID_BYTES))
  const length = body[1] ?? 0
  return toHex(body.subarray(3, 2 + Math.min(length, 40)))
}

/** The issuer stands in a subpacket of version 4 signatures, hashed or not (§5.2.3). */
function readSigner(body: Uint8Array): readonly string[] {
  if (body[0] !== 4) return []
  const hashed = ((body[4] ?? 0) << 8) | (body[5] ?? 0)
  const at = 6 + hashed
  const unhashed = ((body[at] ?? 0) << 8) | (body[at + 1] ?? 0)
  const areas = [body.subarray(6, at), body.subarray(at + 2, at + 2 + unhashed)]
  return areas.flatMap(findIssuer).slice(0, 1)
}

function findIssuer(area: Uint8Array): readonly string[] {
  for (let at = 0; at + 2 < area.length; ) {
    const length = area[at] ?? 0
    if (length === 0 || length > 191) return []
    const isIssuer = ((area[at + 1] ?? 0) & 0x7f) === ISSUER_SUBPACKET
    if (isIssuer) return [toHex(area.subarray(at + 2, at + 2 + KEY_ID_BYTES))]
    at += 1 + length
  }
  return []
}

function toHex(bytes: Uint8Array): string {
  return toBuffer(bytes).toString('hex').toUpperCase()
}
