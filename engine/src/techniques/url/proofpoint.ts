import { decodePercent } from './decode-percent.ts'

/** Version 2 writes `%` as `-` and `/` as `_`, then percent-encodes nothing else. */
export function decodeProofpointV2(wrapped: string): string {
  return decodePercent(wrapped.replaceAll('-', '%').replaceAll('_', '/'))
}

const RUN_ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const V3 = /^[^]*?\/v3\/__(.+?)__;([A-Za-z0-9_-]*)!/

/**
 * Version 3 takes out every unusual character, keeps them Base64-encoded behind the URL, and marks
 * their places with `*`, or with `**` and a letter for a run (`A` is two).
 */
export function decodeProofpointV3(url: string): string | undefined {
  const [, body, tail] = V3.exec(url) ?? []
  if (body === undefined || tail === undefined) return undefined
  const taken = Array.from(Buffer.from(tail, 'base64url').toString('utf8'))
  let next = 0
  const decoded = body.replace(/\*\*([A-Za-z0-9_-])|\*/g, (_mark, run: string | undefined) => {
    const length = run === undefined ? 1 : RUN_ALPHABET.indexOf(run) + 2
    next += length
    return taken.slice(next - length, next).join('')
  })
  return decoded.replace(/^(https?):\/(?!\/)/i, '$1://')
}
