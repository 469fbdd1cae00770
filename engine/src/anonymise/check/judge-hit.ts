import type { Folded } from './folded-text.ts'
import { mayBeNoise } from './may-be-noise.ts'
import type { Layer } from './layer.ts'
import type { Spelling } from './spelling.ts'
import { isWordOfItsOwn, standsAlone } from './stands-alone.ts'

export interface SearchHit {
  readonly start: number
  readonly end: number
  readonly trace: string
  readonly organisationId: string
  /** `letters replaced`; undefined for a plain spelling. */
  readonly how?: string
  /** An ordinary word, which refuses nothing. */
  readonly isWeak?: boolean
}

export interface Pattern extends Spelling {
  readonly folded: string
}

/** Readings in which digits are not what they were. */
export const DISGUISES: ReadonlySet<string> = new Set(['reversed', 'rot13'])

/** Whether letters that were met are the name that they spell, and whether they refuse. */
export function judgeHit(
  layer: Layer,
  folded: Folded,
  pattern: Pattern,
  foldedEnd: number,
): SearchHit | undefined {
  const start = folded.at[foldedEnd - pattern.folded.length] ?? 0
  const end = folded.after[foldedEnd - 1] ?? layer.text.length
  const isDecoded = layer.how.length > 0 || layer.charset !== 'utf-8'
  if (DISGUISES.has(layer.how.at(-1) ?? '') && !isTelling(pattern.folded)) return undefined
  if (!standsAlone(layer.text, start, end, pattern.folded, isDecoded)) return undefined
  if (mayBeNoise(layer, start, end)) return undefined
  const { trace, organisationId, doubt } = pattern
  const hit = { start, end, trace, organisationId }
  if (isOrdinaryKatakana(layer.text.slice(start, end), trace)) return { ...hit, isWeak: true }
  if (doubt === undefined) return hit
  const isAlone = isWordOfItsOwn(layer.text, start, end)
  if (doubt === 'bare' && !(isAlone && !isDecoded && isAsEntered(layer, hit, pattern)))
    return undefined
  return doubt === 'alone' && isAlone ? hit : { ...hit, isWeak: true }
}

/** サイト of every text on false sites sounds like Saito, whom nobody writes so. */
const ORDINARY_KATAKANA: ReadonlySet<string> = new Set(['サイト'])
const isOrdinaryKatakana = (written: string, trace: string): boolean =>
  ORDINARY_KATAKANA.has(written.normalize('NFKC')) && !trace.includes(written)

/** `it` is a word of every text, IT perhaps the company. */
const isAsEntered = ({ text }: Layer, { start, end }: SearchHit, pattern: Pattern): boolean =>
  text.slice(start, end).normalize('NFKC') === pattern.text.normalize('NFKC')

/** Shortest spellings that mean something turned round or shifted: `mori` turned round is `irom`. */
const DISGUISED_LATIN_MIN = 7
const DISGUISED_OTHER_MIN = 3

const isTelling = (folded: string): boolean =>
  folded.length >= (isLatin(folded) ? DISGUISED_LATIN_MIN : DISGUISED_OTHER_MIN)

const isLatin = (folded: string): boolean => /^[a-z0-9]+$/u.test(folded)
