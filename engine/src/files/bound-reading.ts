import { limits } from '../limits.ts'
import type { UnpackBudget } from './archives/archive-member.ts'
import type { FileReading } from './file-reading.ts'

/**
 * Holds whatever a reader answers to the limits that screens and rows rely on: those of one file, and
 * those of all files of a mail. A thousand texts of 200,000 characters would end the thread that reads
 * them, and with it what was found in the rest of the mail. What acts in a file is kept before its text.
 */
export function boundReading(reading: FileReading, budget: UnpackBudget): FileReading {
  const before = budget.textCharsLeft
  const cut = (value: string) => value.slice(0, limits.fileExcerptCharsMax)
  const signs = takeFitting(
    (reading.signs ?? [])
      .slice(0, limits.fileSignsMax)
      .map((one) => ({ ...one, excerpt: cut(one.excerpt) })),
    ({ excerpt }) => excerpt.length,
    budget,
  )
  const facts = takeFitting(
    (reading.facts ?? [])
      .slice(0, limits.fileFactsMax)
      .map((one) => ({ ...one, value: cut(one.value) })),
    ({ value }) => value.length,
    budget,
  )
  const links = takeFitting(
    (reading.links ?? [])
      .slice(0, limits.fileLinksMax)
      .map((one) => ({ ...one, url: one.url.slice(0, limits.linkCharsMax) })),
    ({ url, text = '' }) => url.length + text.length,
    budget,
  )
  const whole = (reading.text ?? '').slice(0, limits.fileTextCharsMax)
  const text = whole.slice(0, Math.max(0, budget.textCharsLeft))
  budget.textCharsLeft -= text.length
  const isCut = signs.isCut || facts.isCut || links.isCut || text.length < whole.length
  const problems = [...(reading.problems ?? []), ...(isCut && before >= 0 ? [CUT] : [])]
  return {
    ...reading,
    ...(reading.text === undefined ? {} : { text }),
    links: links.items,
    signs: signs.items,
    facts: facts.items,
    problems,
  }
}

const CUT = 'over-long-text' as const
/** What each of them takes beside its characters. */
const AROUND_CHARS = 40

function takeFitting<Item>(
  items: readonly Item[],
  charsOf: (item: Item) => number,
  budget: UnpackBudget,
): { readonly items: readonly Item[]; readonly isCut: boolean } {
  const taken: Item[] = []
  for (const item of items) {
    const chars = charsOf(item) + AROUND_CHARS
    if (chars > budget.textCharsLeft) break
    budget.textCharsLeft -= chars
    taken.push(item)
  }
  return { items: taken, isCut: taken.length < items.length }
}
