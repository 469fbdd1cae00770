import { fromBase32 } from '../../codes/base32.ts'

/**
 * What a part says in the codes of bytes that survive small letters, as names of hosts have them: each as text, where
 * it is text.
 */
export function readCode(part: string): readonly string[] {
  const bytes = [fromHex(part), fromNumbers(part), fromLetters(part)]
  return bytes.flatMap((one) => (one === undefined ? [] : toText(one)))
}

const READ_CHARS_MAX = 2_000
/** Three letters are the shortest name. */
const BYTES_MIN = 3

/** `6b616e`, `6b-61-6e`. */
function fromHex(part: string): Uint8Array | undefined {
  if (part.length > READ_CHARS_MAX || !/^[\da-f]{2}(?:[-_.:]?[\da-f]{2}){2,}$/iu.test(part))
    return undefined
  return Buffer.from(part.replace(/[^\da-f]/giu, ''), 'hex')
}

/** `107-97-110`: letters by their numbers. */
function fromNumbers(part: string): Uint8Array | undefined {
  if (part.length > READ_CHARS_MAX || !/^\d{1,3}(?:[-_.]\d{1,3}){2,}$/u.test(part)) return undefined
  const numbers = part.split(/[-_.]/u).map(Number)
  return numbers.every((number) => number <= 0xff) ? Uint8Array.from(numbers) : undefined
}

/** RFC 4648 §6. */
function fromLetters(part: string): Uint8Array | undefined {
  if (part.length > READ_CHARS_MAX || !/^[a-z2-7]{5,}={0,6}$/iu.test(part)) return undefined
  return fromBase32(part)
}

/** Noise is hardly ever text: words that only look like a code give none. */
function toText(bytes: Uint8Array): readonly string[] {
  const text = Buffer.from(bytes).toString()
  return bytes.length < BYTES_MIN || /[\ufffd\p{Cc}]/u.test(text) ? [] : [text]
}
