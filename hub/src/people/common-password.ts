import { readFileSync } from 'node:fs'

/**
 * The commonest passwords of seven characters and more, and all of twelve and more, in the order of how common they
 * are; from zxcvbn's list of 49,233 (see NOTICE). Shorter ones cannot be the larger part of a password that is allowed.
 */
const LIST = new URL('./common-passwords.txt', import.meta.url)

/** What may stand beside a common password without making it another one: a year, an exclamation mark. */
const BESIDE_CHARS_MAX = 5

let words: readonly string[] | undefined

/**
 * Whether it is a common password, alone, repeated or with a few characters beside it: what the lists of breaches hold
 * of this length is for the most part made in this way (NIST SP 800-63B §5.1.1.2, ASVS 5.0 6.2.4).
 */
export function isCommonPassword(password: string): boolean {
  words ??= readFileSync(LIST, 'utf8').trim().split('\n')
  const plain = password.normalize('NFKC').toLowerCase()
  return words.some(
    (word) => plain.includes(word) && plain.replaceAll(word, '').length <= BESIDE_CHARS_MAX,
  )
}
