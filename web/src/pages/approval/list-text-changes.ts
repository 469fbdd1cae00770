import type { BulletinContent } from 'contract/bulletin'
import type { Language } from 'contract/common'
import type { DiffPiece } from '../../parts/diff-piece.ts'
import { toWordDiff } from '../../parts/to-word-diff.ts'

export type ChangedPart =
  | 'tlp'
  | 'title'
  | 'summary'
  | 'lookalikes'
  | 'indicators'
  | 'techniques'
  | 'advice'

export interface TextChange {
  readonly part: ChangedPart
  readonly pieces: readonly DiffPiece[]
}

const SEVERAL = '\n'

/** Each part of a bulletin as one text, lists with a line for each of their entries. */
function toTexts(content: BulletinContent, language: Language): Record<ChangedPart, string> {
  return {
    tlp: `TLP:${content.tlp}`,
    title: content.title[language],
    summary: content.summary[language].join(SEVERAL),
    lookalikes: content.lookalikes
      .map(({ genuine, observed }) => `${genuine} / ${observed}`)
      .join(SEVERAL),
    indicators: content.indicators.map(({ value }) => value).join(SEVERAL),
    techniques: content.techniques.map(({ title }) => title[language]).join(SEVERAL),
    advice: content.advice.map((advice) => advice[language]).join(SEVERAL),
  }
}

/** What differs between the text a provider was asked about before and this one, part by part. */
export function listTextChanges(
  before: BulletinContent,
  after: BulletinContent,
  language: Language,
): TextChange[] {
  const [old, young] = [toTexts(before, language), toTexts(after, language)]
  const parts = Object.keys(young) as ChangedPart[]
  return parts
    .filter((part) => old[part] !== young[part])
    .map((part) => ({ part, pieces: toWordDiff(old[part], young[part], language) }))
}
