import type { BulletinContent } from 'engine'
import { unpermittedValues } from './asked-values.ts'
import type { BulletinRecord } from './bulletin-record.ts'

/** A last look at what is drafted: no value stands in it that waits for its permission, whichever rule put it there. */
export function toDraftedContent(
  content: BulletinContent,
  bulletin: Pick<BulletinRecord, 'questions' | 'decisions' | 'permitted'>,
): BulletinContent {
  const withheld = new Set(unpermittedValues(bulletin).map(({ value }) => value))
  return {
    ...content,
    indicators: content.indicators.filter(({ value }) => !withheld.has(value)),
  }
}
