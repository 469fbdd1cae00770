import { createHash } from 'node:crypto'

/** Namespace of deterministic observable ids (STIX 2.1 §2.9). */
const NAMESPACE = Buffer.from('00abedb4aa42466c9c01fed23315a9b7', 'hex')

/**
 * Id of an observable: UUIDv5 over its contributing properties as canonical JSON, so that everybody
 * who sees the value gives it the same id. `contributing` has one property here, hence nothing to sort.
 */
export function toObservableId(
  type: string,
  contributing: Readonly<Record<string, unknown>>,
): string {
  const digest = createHash('sha1').update(NAMESPACE).update(JSON.stringify(contributing)).digest()
  digest[6] = ((digest[6] ?? 0) & 0x0f) | 0x50
  digest[8] = ((digest[8] ?? 0) & 0x3f) | 0x80
  const hex = digest.toString('hex')
  const groups = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20)]
  return `${type}--${groups.join('-')}-${hex.slice(20, 32)}`
}
