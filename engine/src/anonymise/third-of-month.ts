/**
 * Days as the thirds of months they lie in, the finest that leaves the hub (T13): an exact day that matches a
 * provider's own announcement names it. What is no day is left as it is.
 */
export const toThirdStart = (day: string): string =>
  replaceDate(day, (date) => (date <= 10 ? 1 : date <= 20 ? 11 : 21))

export const toThirdEnd = (day: string): string =>
  replaceDate(day, (date, year, month) => (date <= 10 ? 10 : date <= 20 ? 20 : lastOf(year, month)))

function replaceDate(
  day: string,
  to: (date: number, year: number, month: number) => number,
): string {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(day)
  if (found === null) return day
  const [, year = '', month = '', date = ''] = found
  const other = to(Number(date), Number(year), Number(month))
  return `${year}-${month}-${String(other).padStart(2, '0')}`
}

const lastOf = (year: number, month: number): number =>
  new Date(Date.UTC(year, month, 0)).getUTCDate()
