import { dayInJapan } from './clock.ts'
import { DAYS_AHEAD_MAX, EARLIEST_DAY } from './limits.ts'
import { Refusal } from './refusals.ts'

const DAY_MS = 86_400_000

/** Whether something can have happened on this day, as far as is known now. */
export function isPastDay(day: string, now: Date): boolean {
  return day >= EARLIEST_DAY && day <= latestDay(now)
}

/**
 * Refuses days on which nothing can have happened, by the names of their fields: one day in the year 9999 would stand
 * at the end of every list and stretch every span for good.
 */
export function assertPastDays(
  days: Readonly<Record<string, string | undefined>>,
  now: Date,
): void {
  const places = Object.entries(days)
    .filter(([, day]) => day !== undefined && !isPastDay(day, now))
    .map(([path]) => ({ path, say: `${EARLIEST_DAY}..${latestDay(now)}` }))
  if (places.length > 0) throw new Refusal('day-out-of-range', { places })
}

function latestDay(now: Date): string {
  return dayInJapan(new Date(now.getTime() + DAYS_AHEAD_MAX * DAY_MS))
}
