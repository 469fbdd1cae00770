const DAY_MS = 86_400_000
const JAPAN_AHEAD_MS = 9 * 3_600_000

/** A day and a time of day in Japan, as two fields of a form hold them. */
export interface DueDate {
  readonly on: string
  readonly at: string
}

/** Five in the afternoon, Japan time, so many days from now; weekends are passed over. */
export function dueInDays(days: number, now: number): DueDate {
  let day = now + JAPAN_AHEAD_MS
  for (let left = days; left > 0; ) {
    day += DAY_MS
    if (isWorkday(day)) left -= 1
  }
  return { on: new Date(day).toISOString().slice(0, 10), at: '17:00' }
}

export function toMoment({ on, at }: DueDate): string {
  return new Date(`${on}T${at === '' ? '17:00' : at}:00+09:00`).toISOString()
}

const isWorkday = (shifted: number): boolean => ![0, 6].includes(new Date(shifted).getUTCDay())
