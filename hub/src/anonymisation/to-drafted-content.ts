import type { BulletinContent } from 'engine'
import { unpermittedValues } from './asked-values.ts'
import type { BulletinRecord } from './bulletin-record.ts'

/** Hashes of one mail's files have one answer, and each its own permission: those without one are left out. */
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
