import type { communityWords } from './community.ts'
import type { Translate } from './use-words.ts'

/** Divisions of the Japan Standard Industrial Classification (rev. 2023), by letter. */
export const INDUSTRIES = [
  ...['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J'],
  ...['K', 'L', 'M', 'N', 'O', 'P', 'Q', 'R', 'S', 'T'],
] as const

type Key = keyof (typeof communityWords)['keys']

/** The division's name; the bare letter for one this page does not know. */
export function toIndustryWords(t: Translate<Key>): (division: string) => string {
  return (division) => (/^[A-T]$/.test(division) ? t(`industry-${division}` as Key) : division)
}
