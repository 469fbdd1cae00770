const TIMESTAMP = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,12}))?Z$/

/**
 * RFC 3339 in UTC, cut to microseconds and never rounded up; undefined for a day or hour that
 * does not exist. Kept as text, because `Date` knows milliseconds only.
 */
export function parseTimestamp(text: string): string | undefined {
  const [, seconds, fraction] = TIMESTAMP.exec(text) ?? []
  if (seconds === undefined || seconds.startsWith('0000')) return undefined
  const moment = new Date(`${seconds}Z`)
  // JavaScript reads 31 February as 3 March; the round trip tells.
  if (Number.isNaN(moment.getTime()) || !moment.toISOString().startsWith(seconds)) return undefined
  return `${seconds}.${(fraction ?? '').padEnd(6, '0').slice(0, 6)}Z`
}
