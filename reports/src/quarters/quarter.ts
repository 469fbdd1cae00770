/** Calendar quarter such as `2020Q1`: January to March 2020, the fourth quarter of fiscal year 2019. */
export type QuarterName = string

/** First and last day of a quarter, `YYYY-MM-DD`, Japan Standard Time. */
export interface QuarterDays {
  readonly firstOn: string
  readonly lastOn: string
}

const LAST_DAYS = ['03-31', '06-30', '09-30', '12-31'] as const
const FIRST_DAYS = ['01-01', '04-01', '07-01', '10-01'] as const

/** Year and number (1 to 4) of a quarter. Throws on anything that is not a quarter: names are parsed at the edge. */
export function splitQuarter(quarter: QuarterName): { year: number; number: 1 | 2 | 3 | 4 } {
  const match = /^(\d{4})Q([1-4])$/.exec(quarter)
  if (match === null) throw new TypeError(`Not a quarter: ${quarter}`)
  return { year: Number(match[1]), number: Number(match[2]) as 1 | 2 | 3 | 4 }
}

/** The quarter a day falls in. */
export function quarterOf(day: string): QuarterName {
  return `${day.slice(0, 4)}Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`
}

/** The days a quarter runs from and to, both included. */
export function daysOfQuarter(quarter: QuarterName): QuarterDays {
  const { year, number } = splitQuarter(quarter)
  return {
    firstOn: `${year}-${FIRST_DAYS[number - 1]}`,
    lastOn: `${year}-${LAST_DAYS[number - 1]}`,
  }
}

/** The quarter so many quarters earlier (or later, with a negative number). */
export function quarterBefore(quarter: QuarterName, count = 1): QuarterName {
  const { year, number } = splitQuarter(quarter)
  const index = year * 4 + (number - 1) - count
  return `${Math.floor(index / 4)}Q${(index % 4) + 1}`
}

/** The quarters of a rolling table that ends with this one, oldest first. */
export function rollingQuarters(quarter: QuarterName, count = 4): QuarterName[] {
  return Array.from({ length: count }, (_, index) => quarterBefore(quarter, count - 1 - index))
}

/** Japanese fiscal year (年度, April to March) a quarter belongs to. */
export function fiscalYearOf(quarter: QuarterName): number {
  const { year, number } = splitQuarter(quarter)
  return number === 1 ? year - 1 : year
}
