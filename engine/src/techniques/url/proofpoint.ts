import { decodePercent } from './decode-percent.ts'

/** Version 2 writes `%` as `-` and `/` as `_`, then percent-encodes nothing else. */
export function decodeProofpointV2(wrapped: string): string {
  return decodePercent(wrapped.replaceAll('-', '%').replaceAll('_', '/'))
}

const RUN_ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const V3_START = '/v3/__'
const V3_END = /__;([A-Za-z0-9_-]{0,4096})!/

/**
 * Version 3 takes out every unusual character, keeps them Base64-encoded behind the URL, and marks
 * their places with `*`, or with `**` and a letter for a run (`A` is two).
 */
export function decodeProofpointV3(url: string): string | undefined {
  const start = url.indexOf(V3_START)
  const wrapped = start < 0 ? '' : url.slice(start + V3_START.length)
  const end = V3_END.exec(wrapped)
  if (end === null || end.index === 0) return undefined
  const [, tail = ''] = end
  const body = wrapped.slice(0, end.index)
  const taken = Array.from(Buffer.from(tail, 'base64url').toString('utf8'))
  let next = 0
  const decoded = body.replace(/\*\*([A-Za-z0-9_-])|\*/g, (_mark, run: string | undefined) => {
    const length = run === undefined ? 1 : RUN_ALPHABET.indexOf(run) + 2
    next += length
    return taken.slice(next - length, next).join('')
  })
  return decoded.replace(/^(https?):\/(?!\/)/i, '$1://')
}
