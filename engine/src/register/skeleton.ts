import { toLatinLookalike } from './confusables.ts'

/** Letter groups that run together into another letter in a proportional typeface. */
export const SEQUENCES: readonly (readonly [genuine: string, observed: string])[] = [
  ['m', 'rn'],
  ['m', 'nn'],
  ['w', 'vv'],
  ['d', 'cl'],
]

/** Classes of ASCII signs that are taken for each other; the first stands for all. */
export const VISUAL_CLASSES: readonly string[] = ['o0', 'li1', 's5']

const CLASS_OF = new Map(
  VISUAL_CLASSES.flatMap((signs) =>
    Array.from(signs, (sign): [string, string] => [sign, signs.charAt(0)]),
  ),
)

const ASCII = /^[\x20-\x7f]*$/
const ASCII_FOLDED: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'l',
  i: 'l',
  '5': 's',
  '-': '',
}

/**
 * What is left of a name when everything the eye overlooks is removed: two names with the same
 * skeleton look alike. Hyphens go; dots stay, so that one can ask for whole domains too.
 */
export function toSkeleton(name: string): string {
  const latin = ASCII.test(name) ? name : Array.from(name, toLatinLookalike).join('')
  const folded = latin.replace(/[01i5-]/g, (sign) => ASCII_FOLDED[sign] ?? '')
  if (!/rn|nn|vv|cl/.test(folded)) return folded
  return folded
    .replaceAll('rn', 'm')
    .replaceAll('nn', 'm')
    .replaceAll('vv', 'w')
    .replaceAll('cl', 'd')
}

/** Two single signs that are taken for each other at a glance. */
export function isVisualPair(a: string, b: string): boolean {
  const first = CLASS_OF.get(a)
  return first !== undefined && first === CLASS_OF.get(b)
}
