import { createPublicKey, type KeyObject } from 'node:crypto'
import type { Knowledge } from '../../knowledge.ts'
import { findRecords } from '../find-records.ts'
import { parseTagList } from '../tag-list.ts'

/** A signer's key as the domain publishes it (RFC 6376 §3.6.1). */
export type PublishedKey =
  | { readonly state: 'known'; readonly key: KeyObject; readonly isStrict: boolean }
  | { readonly state: 'unknown' | 'revoked' | 'broken' }

export function findPublicKey(
  selector: string,
  domain: string,
  algorithm: 'rsa' | 'ed25519',
  knowledge: Knowledge,
): PublishedKey {
  const texts = findRecords(`${selector}._domainkey.${domain}`, 'TXT', knowledge)
  const [text] = texts ?? []
  if (text === undefined) return { state: texts === undefined ? 'unknown' : 'broken' }
  const tags = parseTagList(text)
  const encoded = tags?.get('p')?.replace(/\s+/g, '')
  if (tags === undefined || encoded === undefined) return { state: 'broken' }
  if (encoded === '') return { state: 'revoked' }
  if ((tags.get('k') ?? 'rsa') !== algorithm) return { state: 'broken' }
  const isStrict = (tags.get('t') ?? '').split(':').some((flag) => flag.trim() === 's')
  const key = readKey(Buffer.from(encoded, 'base64'), algorithm)
  return key === undefined ? { state: 'broken' } : { state: 'known', key, isStrict }
}

/** ASN.1 in front of the 32 bytes that RFC 8463 §4 publishes bare. */
const ED25519_PREFIX = Buffer.from('302a300506032b6570032100', 'hex')

function readKey(bytes: Buffer, algorithm: 'rsa' | 'ed25519'): KeyObject | undefined {
  try {
    if (algorithm === 'ed25519') {
      const key = bytes.length === 32 ? Buffer.concat([ED25519_PREFIX, bytes]) : bytes
      return createPublicKey({ key, format: 'der', type: 'spki' })
    }
    return createPublicKey({ key: bytes, format: 'der', type: 'spki' })
  } catch {
    return algorithm === 'rsa' ? readPkcs1(bytes) : undefined
  }
}

/** Some domains publish the bare RSAPublicKey, which RFC 6376 §3.6.1 names as well. */
function readPkcs1(key: Buffer): KeyObject | undefined {
  try {
    return createPublicKey({ key, format: 'der', type: 'pkcs1' })
  } catch {
    return undefined
  }
}
