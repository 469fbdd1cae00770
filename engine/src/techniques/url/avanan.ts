import { decodePercent } from './decode-percent.ts'

const START = /\/v\d\/(?:[a-z0-9]{1,40}\/)?___/i
const END = '___.'
/** What stands behind the target: a checksum and the fragment of the original. */
const TAIL = /^[\w+/=-]*(#.*)?$/

/**
 * The target stands between triple underscores, `%` written as `*`. Newer links also move every
 * letter and digit by a fixed step, so that scanners find no address: the step is the one that makes
 * the beginning read `http`.
 */
export function decodeAvanan(url: URL): string | undefined {
  const start = START.exec(url.href)
  if (start === null) return undefined
  const wrapped = url.href.slice(start.index + start[0].length)
  const end = wrapped.lastIndexOf(END)
  const tail = end < 1 ? null : TAIL.exec(wrapped.slice(end + END.length))
  if (tail === null) return undefined
  const [, fragment = ''] = tail
  const body = wrapped.slice(0, end)
  const plain = body.replace(/\*(?=[0-9a-f]{2})/gi, '%')
  const step = (plain.toLowerCase().charCodeAt(0) - 'h'.charCodeAt(0) + LETTERS) % LETTERS
  const moved = step === 0 || !Number.isFinite(step) ? plain : moveBack(plain, step)
  const target = /^https?(?::|%3a)/i.test(moved) ? moved : undefined
  const shown = target !== undefined && /^https?%3a/i.test(target) ? decodePercent(target) : target
  return shown === undefined ? undefined : shown.replace(/^(https?):\/(?!\/)/i, '$1://') + fragment
}

const LETTERS = 26
const DIGITS = 10

function moveBack(text: string, step: number): string {
  const move = (sign: string, first: string, count: number) =>
    String.fromCharCode(
      ((sign.charCodeAt(0) - first.charCodeAt(0) - step + count * LETTERS) % count) +
        first.charCodeAt(0),
    )
  return text
    .replace(/[a-z]/g, (sign) => move(sign, 'a', LETTERS))
    .replace(/[A-Z]/g, (sign) => move(sign, 'A', LETTERS))
    .replace(/[0-9]/g, (sign) => move(sign, '0', DIGITS))
}
