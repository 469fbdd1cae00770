import { NOISY_ENCODINGS } from './decoders.ts'
import type { Layer } from './layer.ts'

/** Bytes that a list of digests and ids comes to too seldom to matter: three are in every hundredth. */
const BYTES_MIN = 4
/** Enough in a longer text in the charset that is hardest to come to (`findTextRuns`). */
const BYTES_IN_TEXT_MIN = 3

/**
 * Whether letters in a reading may be noise: digests, ids and signatures read as if they were encoded text hold every
 * short name sooner or later, and whoever wrote the bulletin could do nothing about it.
 */
export function mayBeNoise(
  { how, charset, text, isChance }: Layer,
  start: number,
  end: number,
): boolean {
  if (!how.some((name) => NOISY_ENCODINGS.has(name))) return false
  const oneByte = charset.startsWith('utf-16') ? 2 : 1
  const letters = [...text.slice(start, end).matchAll(LETTER)]
  const bytes = letters.reduce((sum, [letter]) => sum + (NARROW.test(letter) ? oneByte : 2), 0)
  return bytes < (!isChance && charset === 'utf-8' ? BYTES_IN_TEXT_MIN : BYTES_MIN)
}

/** Letters of any kind, circled ones too; not the marks of kana of half width, nor what stands for unreadable bytes. */
const LETTER = /(?![\uff70\uff9e\uff9f\ufffd])[\p{L}\p{N}\p{So}]/gu
/** A Latin letter, what looks like one, a digit, and a kana of half width. */
const NARROW = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Nd}\uff66-\uff9d]/u
