import type { DomainRelation } from './register.ts'

/**
 * How much each change stands out to a reader; 0 is invisible, about 1 is one plain other letter.
 * Chosen so that what forgers prefer (letters that look alike, doubled letters, punctuation) is
 * cheap, and what tells two honest companies apart (another consonant) is dear.
 */
export const EDIT_COSTS = {
  /** A letter of another script; a whole name may be written in them. */
  foreignHomoglyph: 0.08,
  homoglyph: 0.25,
  dotToHyphen: 0.3,
  hyphen: 0.3,
  dot: 0.5,
  swap: 0.6,
  doubled: 0.55,
  plural: 0.5,
  joiningWord: 0.5,
  inserted: 0.85,
  dropped: 0.85,
  changedAlike: 0.9,
  changed: 1.1,
  labelMoved: 0.3,
  tldChanged: 0.5,
  inShortWord: 0.35,
  wordAdded: 0.6,
  tldBesideWord: 0.15,
} as const

/** Letters that stand for each other by sound, shape or place on a keyboard. */
const ALIKE = new Set(
  (
    'ae ai ao au ei eo eu io iu ou uv vy nm nh hb ce gq pq bd ck sz cs bv rt fg td kx ij jl ft ' +
    'rn xz kh uw vw yi ph'
  ).split(' '),
)

export function isAlike(a: string, b: string): boolean {
  return ALIKE.has(a + b) || ALIKE.has(b + a)
}

/** Letters in a label for `imitationCostMax`: a kana or kanji says as much as two Latin letters. */
export function countLetters(label: string): number {
  let letters = 0
  for (const sign of label) letters += sign === '-' ? 0 : sign >= '\u3040' ? 2 : 1
  return letters
}

/**
 * The highest cost that still counts as an imitation, by letters in the genuine label. In a short
 * name a single letter is a different company. Well-known names live among thousands of honest
 * neighbours, so they get less room than the few names an organisation deals with.
 */
export function imitationCostMax(letters: number, relation: DomainRelation): number {
  const isWellKnown = relation === 'well-known'
  if (letters < 3) return 0
  if (letters <= 4) return 0.3
  if (letters === 5) return isWellKnown ? 0.3 : 0.6
  if (letters === 6) return isWellKnown ? 0.6 : 0.85
  if (letters <= 9) return isWellKnown ? 0.9 : 1.15
  return letters <= 13 ? 1.7 : 2.3
}
