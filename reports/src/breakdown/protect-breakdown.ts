import { type ClassContributions, isSafeSum } from './is-safe-sum.ts'

export interface BreakdownClass extends ClassContributions {
  readonly key: string
}

/** A line as printed: its items, or none where the reader sees 少数. */
export interface ProtectedLine {
  readonly key: string
  readonly items?: number
}

/**
 * Hides the lines of a breakdown that would betray who contributed (SPEC A-4). The classes must not overlap,
 * because their sum stands above them in 表1: total minus what is printed gives the sum of what is not.
 * So the hidden lines together must be safe too; the smallest printed line joins them until they are,
 * or until nothing is printed at all. Zero is hidden like any other small number: it tells who was not hit.
 */
export function protectBreakdown(classes: readonly BreakdownClass[]): readonly ProtectedLine[] {
  const hidden = new Set(classes.filter((one) => !isSafeSum([one])).map(({ key }) => key))
  const smallestFirst = classes
    .filter(({ key }) => !hidden.has(key))
    .toSorted((a, b) => sumOf(a) - sumOf(b) || (a.key < b.key ? -1 : 1))
  for (const { key } of smallestFirst) {
    if (hidden.size === 0 || isSafeSum(classes.filter((one) => hidden.has(one.key)))) break
    hidden.add(key)
  }
  return classes.map((one) =>
    hidden.has(one.key) ? { key: one.key } : { key: one.key, items: sumOf(one) },
  )
}

const sumOf = ({ items }: BreakdownClass): number => items.reduce((total, one) => total + one, 0)
