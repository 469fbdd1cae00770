import type { ArtefactReading } from 'engine'
import type { ArtefactRecord } from './mail-record.ts'

type DrawnReading = NonNullable<ArtefactRecord['reading']>

/** Characters that the readings of one mail may still hold. */
export interface ReadingBudget {
  charsLeft: number
}

/**
 * What was read in a file, as far as it fits: an archive of a thousand pages would otherwise be a row that the
 * database refuses, again at every try. What acts in the file comes first, its text last.
 */
export function drawReading(reading: ArtefactReading, budget: ReadingBudget): DrawnReading {
  const signs = takeWhileFits(reading.signs, ({ excerpt }) => excerpt.length, budget)
  const facts = takeWhileFits(reading.facts, ({ value }) => value.length, budget)
  const links = takeWhileFits(
    reading.links,
    ({ url, text }) => url.length + (text?.length ?? 0),
    budget,
  )
  const text = reading.text.slice(0, Math.max(0, budget.charsLeft))
  budget.charsLeft -= text.length
  return structuredClone({ text, links, signs, facts }) as DrawnReading
}

/** Characters of the names and braces around each of them. */
const AROUND = 40

function takeWhileFits<Item>(
  items: readonly Item[],
  sizeOf: (item: Item) => number,
  budget: ReadingBudget,
): Item[] {
  const taken: Item[] = []
  for (const item of items) {
    const size = sizeOf(item) + AROUND
    if (size > budget.charsLeft) break
    budget.charsLeft -= size
    taken.push(item)
  }
  return taken
}
