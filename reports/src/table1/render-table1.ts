import type { Language } from '../bilingual.ts'
import { monthsLabel } from '../quarters/quarter-label.ts'
import { splitQuarter } from '../quarters/quarter.ts'
import type { RenderedTable, Table1Figures } from './table1-figures.ts'
import { CONSOLIDATION_NOTE, IMPORTED_NOTE, hubSourcedNote } from './table1-notes.ts'

const WORDS = {
  caption: {
    ja: '表1 情報提供および情報共有の状況',
    en: 'Table 1. Information provided and shared',
  },
  submissions: { ja: '情報提供件数', en: 'Information provided' },
  bulletins: { ja: '情報共有実施件数', en: 'Bulletins shared' },
} as const

/** Sets 表1 in one language. Marks, grouping of years and notes are those of the quarterly report. */
export function renderTable1(figures: Table1Figures, language: Language): RenderedTable {
  const marks = { ja: ['※1', '※2'], en: ['*1', '*2'] }[language]
  const last = figures.columns.length - 1
  const hasHubSourced = figures.hubSourced > 0
  return {
    caption: WORDS.caption[language],
    years: groupByYear(figures.columns.map(({ quarter }) => quarter)).map(({ year, columns }) => ({
      text: language === 'ja' ? `${year}年` : `${year}`,
      columns,
    })),
    quarters: figures.columns.map(
      ({ quarter, imported }) => monthsLabel(quarter)[language] + (imported ? ' *' : ''),
    ),
    rows: [
      {
        number: '1',
        label: WORDS.submissions[language],
        cells: figures.columns.map(({ submissions }) => ({ text: count(submissions, language) })),
      },
      {
        number: '2',
        label: WORDS.bulletins[language],
        mark: marks[0] ?? '',
        cells: figures.columns.map(({ bulletins }, index) => ({
          text: count(bulletins, language),
          ...(index === last && hasHubSourced && { mark: marks[1] ?? '' }),
        })),
      },
    ],
    notes: [
      `${marks[0]} ${CONSOLIDATION_NOTE[language]}`,
      ...(hasHubSourced ? [`${marks[1]} ${hubSourcedNote(figures.hubSourced)[language]}`] : []),
      ...(figures.columns.some(({ imported }) => imported) ? [IMPORTED_NOTE[language]] : []),
    ],
  }
}

function count(value: number, language: Language): string {
  const digits = value.toLocaleString('en-US')
  return language === 'ja' ? `${digits}件` : digits
}

function groupByYear(quarters: readonly string[]): { year: number; columns: number }[] {
  const groups: { year: number; columns: number }[] = []
  for (const quarter of quarters) {
    const { year } = splitQuarter(quarter)
    const current = groups.at(-1)
    if (current?.year === year) current.columns += 1
    else groups.push({ year, columns: 1 })
  }
  return groups
}
