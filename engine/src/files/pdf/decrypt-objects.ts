import { createDecipheriv, hash } from 'node:crypto'
import { limits } from '../../limits.ts'
import {
  type PdfDict,
  type PdfObject,
  type PdfValue,
  toDict,
  toName,
  toNumber,
} from './pdf-value.ts'
import { rc4 } from './rc4.ts'

type Method = 'rc4' | 'aes-128' | 'aes-256' | 'none'

/** Takes the encryption off every object of a file (ISO 32000-2 §7.6.3). */
export function decryptObjects(
  objects: readonly PdfObject[],
  encrypt: PdfDict,
  key: Buffer,
): { readonly opened: readonly PdfObject[]; readonly isCut: boolean } {
  const forStrings = findMethod(encrypt, 'StrF')
  const forStreams = findMethod(encrypt, 'StmF')
  let decryptionsLeft: number = limits.pdfDecryptionsMax
  const opened = objects.map((object) => {
    const { number, value, stream } = object
    const dict = toDict(value)
    const type = toName(dict?.entries.get('Type'))
    // Cross-reference streams are never encrypted.
    if (type === 'XRef') return object
    const open = (bytes: Buffer, method: Method) =>
      decryptionsLeft-- > 0 ? decrypt(bytes, method, key, number) : bytes
    const plain = mapStrings(value, (bytes) => open(bytes, forStrings))
    if (stream === undefined) return { ...object, value: plain }
    const isOpen = type === 'Metadata' && encrypt.entries.get('EncryptMetadata') === false
    return { ...object, value: plain, stream: isOpen ? stream : open(stream, forStreams) }
  })
  return { opened, isCut: decryptionsLeft < 0 }
}

function findMethod({ entries }: PdfDict, which: 'StrF' | 'StmF'): Method {
  if (toNumber(entries.get('V')) < 4) return 'rc4'
  const name = toName(entries.get(which))
  if (name === '' || name === 'Identity') return 'none'
  const filter = toDict(toDict(entries.get('CF'))?.entries.get(name))
  const method = toName(filter?.entries.get('CFM'))
  if (method === 'AESV3') return 'aes-256'
  if (method === 'AESV2') return 'aes-128'
  return method === 'V2' ? 'rc4' : 'none'
}

/** Algorithm 1: each object has a key of its own, made from its number. */
function decrypt(bytes: Buffer, method: Method, fileKey: Buffer, number: number): Buffer {
  if (method === 'none') return bytes
  if (method === 'aes-256') return decryptAes(bytes, 'aes-256-cbc', fileKey)
  const salt = method === 'aes-128' ? 'sAlT' : ''
  const tail = Buffer.from([number & 0xff, (number >> 8) & 0xff, (number >> 16) & 0xff, 0, 0])
  const digest = hash('md5', Buffer.concat([fileKey, tail, Buffer.from(salt)]), 'buffer')
  const key = digest.subarray(0, Math.min(16, fileKey.length + 5))
  return method === 'rc4' ? rc4(key, bytes) : decryptAes(bytes, 'aes-128-cbc', key)
}

/** The first block is the start vector; a broken end costs the last block only. */
function decryptAes(bytes: Buffer, algorithm: 'aes-128-cbc' | 'aes-256-cbc', key: Buffer): Buffer {
  const whole = bytes.length - (bytes.length % 16)
  const keyBytes = algorithm === 'aes-256-cbc' ? 32 : 16
  if (whole < 32 || key.length !== keyBytes) return Buffer.alloc(0)
  const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, 16))
  decipher.setAutoPadding(false)
  const plain = Buffer.concat([decipher.update(bytes.subarray(16, whole)), decipher.final()])
  const padding = plain.at(-1) ?? 0
  return padding >= 1 && padding <= 16 ? plain.subarray(0, plain.length - padding) : plain
}

/** Values nest at most as deep as their reader went. */
function mapStrings(value: PdfValue, map: (bytes: Buffer) => Buffer): PdfValue {
  if (typeof value !== 'object') return value
  switch (value.is) {
    case 'string':
      return { is: 'string', bytes: map(value.bytes) }
    case 'array':
      return { is: 'array', items: value.items.map((item) => mapStrings(item, map)) }
    case 'dict': {
      // A signature's contents are never encrypted, and are of no use to us either way.
      const entries = [...value.entries].map(
        ([name, item]) => [name, mapStrings(item, map)] as const,
      )
      return { is: 'dict', entries: new Map(entries) }
    }
    default:
      return value
  }
}
