import type { Bilingual } from '../../bilingual.ts'

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

interface Third {
  readonly year: number
  readonly month: number
  readonly third: 0 | 1 | 2
}

const THIRDS_JA = ['上旬', '中旬', '下旬'] as const
const THIRDS_EN = ['early', 'mid', 'late'] as const

/**
 * Days of arrival as thirds of months, from the first to the last (T13: an exact day that matches
 * the provider's own announcement names it).
 */
export function toArrivedPeriod(days: readonly string[]): Bilingual {
  const thirds = days
    .filter((day) => /^\d{4}-\d{2}-\d{2}$/u.test(day))
    .sort()
    .map(toThird)
  const [first, last] = [thirds.at(0), thirds.at(-1)]
  if (first === undefined || last === undefined) return { ja: '不明', en: 'unknown' }
  const start = { ja: sayJapanese(first), en: sayEnglish(first) }
  if (start.ja === sayJapanese(last)) return start
  const isSameYear = first.year === last.year
  const end = sayJapanese(last)
  const [, from = ''] = /^(.*) \d{4}$/u.exec(start.en) ?? []
  return {
    ja: `${start.ja}～${isSameYear ? end.slice(end.indexOf('年') + 1) : end}`,
    en: `${isSameYear ? from : start.en} to ${sayEnglish(last)}`,
  }
}

function toThird(day: string): Third {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return { year, month, third: date <= 10 ? 0 : date <= 20 ? 1 : 2 }
}

const sayJapanese = ({ year, month, third }: Third): string =>
  `${year}年${month}月${THIRDS_JA[third]}`
const sayEnglish = ({ year, month, third }: Third): string =>
  `${THIRDS_EN[third]} ${MONTHS[month - 1] ?? ''} ${year}`
