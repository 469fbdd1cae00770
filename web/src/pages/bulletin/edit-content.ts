import type { BulletinContent } from 'contract/bulletin'
import type { Language } from 'contract/common'

/** Changes of a text, each giving a new one. Lines of both languages stand side by side, so they go together. */
export const editContent = {
  title: (content: BulletinContent, language: Language, text: string): BulletinContent => ({
    ...content,
    title: { ...content.title, [language]: text },
  }),
  paragraph: (
    content: BulletinContent,
    { language, at, text }: { language: Language; at: number; text: string },
  ): BulletinContent => ({
    ...content,
    summary: { ...content.summary, [language]: content.summary[language].with(at, text) },
  }),
  addParagraph: ({ summary: { ja, en }, ...rest }: BulletinContent): BulletinContent => {
    const rows = Math.max(ja.length, en.length)
    return { ...rest, summary: { ja: [...padTo(ja, rows), ''], en: [...padTo(en, rows), ''] } }
  },
  removeParagraph: ({ summary, ...rest }: BulletinContent, at: number): BulletinContent => ({
    ...rest,
    summary: { ja: without(summary.ja, at), en: without(summary.en, at) },
  }),
  advice: (
    content: BulletinContent,
    { language, at, text }: { language: Language; at: number; text: string },
  ): BulletinContent => ({
    ...content,
    advice: content.advice.map((one, index) => (index === at ? { ...one, [language]: text } : one)),
  }),
  addAdvice: (content: BulletinContent): BulletinContent => ({
    ...content,
    advice: [...content.advice, { ja: '', en: '' }],
  }),
  removeAdvice: (content: BulletinContent, at: number): BulletinContent => ({
    ...content,
    advice: without(content.advice, at),
  }),
  removeIndicator: (content: BulletinContent, at: number): BulletinContent => ({
    ...content,
    indicators: without(content.indicators, at),
  }),
  /** Without what tells of a victim or what the attacker wrote to one: what the technical lane may carry. */
  technicalOnly: (content: BulletinContent): BulletinContent => ({
    ...content,
    summary: { ja: [], en: [] },
    lookalikes: [],
    indicators: content.indicators.filter(({ type }) => !FREE_TEXT.includes(type)),
  }),
}

const FREE_TEXT: readonly string[] = ['subject', 'file-name']

/** Whether there is nothing left to take out. */
export const isTechnicalOnly = ({ summary, lookalikes, indicators }: BulletinContent): boolean =>
  summary.ja.length + summary.en.length + lookalikes.length === 0 &&
  indicators.every(({ type }) => !FREE_TEXT.includes(type))

const padTo = (lines: readonly string[], rows: number): string[] => [
  ...lines,
  ...Array.from({ length: rows - lines.length }, () => ''),
]

const without = <T>(list: readonly T[], at: number): T[] => list.filter((_, index) => index !== at)
