import { createHash } from 'node:crypto'
import { toBase32 } from '../../codes/base32.ts'
import { isWord } from './is-made-of-words.ts'

/** Something known of an organisation, a digest of which tells of it. */
export interface Digestible {
  readonly organisationId: string
  readonly value: string
}

interface Digest {
  readonly written: string
  readonly organisationId: string
}

/** Whose address, domain or name a piece is the digest of, if anybody's. */
export type DigestIndex = (piece: string) => string | undefined

const ALGORITHMS = ['md5', 'sha1', 'sha256'] as const
/** Signs of a digest that was cut off: a piece of so many is by chance the same once in four milliards. */
const PIECE_MIN = 8

/**
 * Recognises digests of what is known. Attackers name a page after the digest of the address they sent its link to, and
 * everybody who has a member's address can compute the same and read from the page who received it (T19).
 */
export function buildDigestIndex(list: () => readonly Digestible[]): DigestIndex {
  let known: ReadonlyMap<string, readonly Digest[]> | undefined
  return (piece) => {
    // Most labels are words: nothing is computed for a case that has no other.
    if (piece.length < PIECE_MIN || isWord(piece)) return undefined
    known ??= Map.groupBy(list().flatMap(toDigests), ({ written }) => written.slice(0, PIECE_MIN))
    const small = piece.toLowerCase()
    return known.get(small.slice(0, PIECE_MIN))?.find(({ written }) => written.startsWith(small))
      ?.organisationId
  }
}

function toDigests({ organisationId, value }: Digestible): readonly Digest[] {
  return ALGORITHMS.flatMap((algorithm) => {
    const bytes = createHash(algorithm).update(value).digest()
    // Hosts know no capitals, so that Base64 is compared without them.
    const spellings = [bytes.toString('hex'), toBase32(bytes), bytes.toString('base64url')]
    return spellings.map((written) => ({ written: written.toLowerCase(), organisationId }))
  })
}
