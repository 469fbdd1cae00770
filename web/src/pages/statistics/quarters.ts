import { Quarter } from 'contract/common'

/** Quarters one can choose back from the last: twenty years. */
const CHOICES = 80

/** The quarter a day lies in, such as `2026Q4`. */
export function quarterOf(day: string): Quarter {
  return Quarter.parse(`${day.slice(0, 4)}Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`)
}

/** So many quarters later, or earlier when negative. */
export function quarterPlus(quarter: string, by: number): Quarter {
  const at = Number(quarter.slice(0, 4)) * 4 + Number(quarter.slice(5)) - 1 + by
  return Quarter.parse(`${Math.floor(at / 4)}Q${(at % 4) + 1}`)
}

/** Quarters to choose from, newest first; `chosen` is among them however old. */
export function listQuarters(last: string, chosen: string): Quarter[] {
  const quarters = Array.from({ length: CHOICES }, (_, back) => quarterPlus(last, -back))
  const isListed = quarters.some((quarter) => quarter === chosen)
  return isListed ? quarters : [...quarters, Quarter.parse(chosen)]
}
