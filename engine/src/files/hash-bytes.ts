import { hash } from 'node:crypto'

/** The three names under which a file is known elsewhere, in lower-case hexadecimal. */
export interface Hashes {
  readonly sha256: string
  readonly sha1: string
  readonly md5: string
}

/** SHA-1 and MD5 only to find what others have published; identity here is SHA-256. */
export function hashBytes(bytes: Uint8Array): Hashes {
  return {
    sha256: hash('sha256', bytes),
    sha1: hash('sha1', bytes),
    md5: hash('md5', bytes),
  }
}
