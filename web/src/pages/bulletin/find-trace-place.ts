import type { BulletinContent } from 'contract/bulletin'
import type { Language } from 'contract/common'

/** Name of a field of the editor, such as `summary-0-ja`, with the language it is in. */
export interface TextPlace {
  readonly field: string
  readonly language: Language
}

const LANGUAGES: readonly Language[] = ['ja', 'en']

/** Where in the text a trace stands, as far as it stands there the way it is written. */
export function findTracePlace(content: BulletinContent, trace: string): TextPlace | undefined {
  const wanted = fold(trace)
  for (const language of LANGUAGES) {
    const found = listLines(content, language).find(({ text }) => fold(text).includes(wanted))
    if (found !== undefined) return { field: found.field, language }
  }
  return undefined
}

function listLines({ title, summary, advice }: BulletinContent, language: Language) {
  return [
    { field: `title-${language}`, text: title[language] },
    ...summary[language].map((text, at) => ({ field: `summary-${at}-${language}`, text })),
    ...advice.map((one, at) => ({ field: `advice-${at}-${language}`, text: one[language] })),
  ]
}

/** Width, case and spaces aside, which the check looks through as well. */
const fold = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/\s/g, '')
