import type { Bilingual } from '../bilingual.ts'
import { type QuarterName, splitQuarter } from './quarter.ts'

const MONTHS_JA = ['1月～3月', '4月～6月', '7月～9月', '10月～12月'] as const
const MONTHS_EN = ['Jan–Mar', 'Apr–Jun', 'Jul–Sep', 'Oct–Dec'] as const

/** Months of a quarter alone, for a column under its year. */
export function monthsLabel(quarter: QuarterName): Bilingual {
  const index = splitQuarter(quarter).number - 1
  return { ja: MONTHS_JA[index] ?? '', en: MONTHS_EN[index] ?? '' }
}

/** A quarter in words: 2020年1月～3月, Jan–Mar 2020. */
export function quarterLabel(quarter: QuarterName): Bilingual {
  const { year } = splitQuarter(quarter)
  const months = monthsLabel(quarter)
  return { ja: `${year}年${months.ja}`, en: `${months.en} ${year}` }
}
