const IN_JAPAN = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' })

/** Today in Japan as `YYYY-MM-DD`, the hub's calendar whatever the reader's device says. */
export function todayInJapan(now: Date = new Date()): string {
  return IN_JAPAN.format(now)
}
