import { daysOfQuarter } from 'reports'

/** The moment a cut-off day is over in Japan: what happened before it counts. */
export function endOfDay(day: string): Date {
  return new Date(Date.parse(`${day}T00:00:00+09:00`) + 86_400_000)
}

/** The usual cut-off of a quarter: its last day, or today while it runs. */
export function cutOffOf(quarter: string, today: string): string {
  const { lastOn } = daysOfQuarter(quarter)
  return lastOn < today ? lastOn : today
}
