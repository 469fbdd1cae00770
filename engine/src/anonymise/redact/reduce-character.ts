import { KANA_ROMAJI } from './kana-romaji.ts'
import type { Digits } from './letter.ts'
import { SCRIPTS, type Script } from './reduced-text.ts'
import { SAME_LETTER, toPlainLetter } from './same-letter.ts'

/** What one written character reduces to: no letter, one, or several of one script. */
export interface ReducedCharacter {
  readonly letters: string
  readonly script: Script
}

const DIGIT_LETTERS: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  '@': 'a',
  $: 's',
  '!': 'i',
  '|': 'i',
  l: 'i',
}

/** Undefined for what is no letter and so parts words. */
export function reduceCharacter(written: string, digits: Digits): ReducedCharacter | undefined {
  const plain = (toPlainLetter(written) ?? written).normalize('NFKC').toLowerCase()
  const kana = KANA_ROMAJI.get(plain)
  if (kana !== undefined) return { letters: kana, script: SCRIPTS.kana }
  const meant = digits === 'as-letters' ? DIGIT_LETTERS[plain] : undefined
  if (meant !== undefined) return { letters: meant, script: SCRIPTS.latin }
  const bare = plain.normalize('NFD').replace(/\p{M}/gu, '')
  const same = [...bare].map((letter) => SAME_LETTER.get(letter) ?? letter).join('')
  if (/^[a-z]+$/u.test(same)) return { letters: same, script: SCRIPTS.latin }
  if (/^[0-9]+$/u.test(same)) return { letters: same, script: SCRIPTS.digit }
  if (/^[\p{L}\p{N}々]+$/u.test(same)) return { letters: same, script: SCRIPTS.han }
  return undefined
}
