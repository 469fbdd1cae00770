import { createHash } from 'node:crypto'

/**
 * SHA-256 of a secret of ours, hexadecimal. The secrets are 256 random bits, so a slow hash would add nothing;
 * a copy of the database opens no session, link or token.
 */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
