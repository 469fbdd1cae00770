import type { Language } from '../bilingual.ts'
import { quarterLabel } from '../quarters/quarter-label.ts'
import type { Table1Figures } from './table1-figures.ts'

const HEADINGS = {
  ja: ['四半期', '期間', '情報提供件数', '情報共有実施件数', '区分'],
  en: ['Quarter', 'Period', 'Information provided', 'Bulletins shared', 'Source'],
} as const
const SOURCES = {
  ja: { counted: '集計', imported: '移行前の公表値' },
  en: { counted: 'counted', imported: 'published earlier' },
} as const

/** 表1 as RFC 4180 CSV, one row for each quarter. Every value is ours, so none can begin a formula. */
export function renderTable1Csv(figures: Table1Figures, language: Language): string {
  const rows = figures.columns.map(({ quarter, submissions, bulletins, imported }) => [
    quarter,
    quarterLabel(quarter)[language],
    String(submissions),
    String(bulletins),
    SOURCES[language][imported ? 'imported' : 'counted'],
  ])
  return [HEADINGS[language], ...rows].map((row) => `${row.join(',')}\r\n`).join('')
}
