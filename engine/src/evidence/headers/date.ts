import { toKnownMoment } from './known-moment.ts'

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/** Offsets in minutes of zone names that mail still carries (RFC 5322 §4.3, and Japan's). */
const ZONES: Readonly<Record<string, number>> = {
  ut: 0,
  utc: 0,
  gmt: 0,
  z: 0,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
  jst: 540,
  kst: 540,
  cet: 60,
  cest: 120,
  bst: 60,
}

const CLOCK = String.raw`(\d{1,2})[:.](\d{1,2})(?:[:.](\d{1,2})(?:\.\d{1,9})?)?`
const ZONE = String.raw`\s*([+-]\d{1,2}:?\d{0,2}|[a-z]{1,5})?`
/** `Tue, 2 Jan 2024 03:04:05 +0900`, `02-Jan-24 03:04 JST`. */
const DAY_FIRST = new RegExp(
  `(\\d{1,2})[ -]+([a-z]{3})[a-z]{0,6}[ ,-]+(\\d{2,4})[ ,]+${CLOCK}${ZONE}`,
)
/** `Tue Jan  2 03:04:05 2024`, with a zone before or behind the year. */
const MONTH_FIRST = new RegExp(
  `([a-z]{3})[a-z]{0,6} +(\\d{1,2}),? +(?:(\\d{4}) +)?${CLOCK}(?: +([a-z]{3,4}))?(?: +(\\d{4}))?(?: +([+-]\\d{4}))?`,
)
/** `2024-01-02T03:04:05+09:00`, `2024/01/02 03:04:05`. */
const YEAR_FIRST = new RegExp(`(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})[t ]+${CLOCK}${ZONE}`)

/**
 * The moment of a Date field (RFC 5322 §3.3 and the forms seen instead); undefined when it names
 * none that can be kept. Not `Date.parse`: that accepts prose and reads zoneless times in the machine's zone.
 */
export function parseDate(value: string): Date | undefined {
  const start = value.slice(0, 200)
  const bare = start.includes('(') ? start.replace(/\([^()]*\)/g, ' ') : start
  const text = bare.replace(/\s+/g, ' ').toLowerCase()
  return parseDayFirst(text) ?? parseYearFirst(text) ?? parseMonthFirst(text)
}

function parseDayFirst(text: string): Date | undefined {
  const match = DAY_FIRST.exec(text)
  if (match === null) return undefined
  const [, day, month, year, hour, minute, second, zone] = match
  return toDate(toYear(year), MONTHS.indexOf(month ?? ''), day, [hour, minute, second], zone)
}

function parseYearFirst(text: string): Date | undefined {
  const match = YEAR_FIRST.exec(text)
  if (match === null) return undefined
  const [, year, month, day, hour, minute, second, zone] = match
  return toDate(Number(year), Number(month) - 1, day, [hour, minute, second], zone)
}

function parseMonthFirst(text: string): Date | undefined {
  const match = MONTH_FIRST.exec(text)
  if (match === null) return undefined
  const [, month, day, yearBefore, hour, minute, second, name, yearBehind, offset] = match
  const year = yearBefore ?? yearBehind
  if (year === undefined) return undefined
  const at = MONTHS.indexOf(month ?? '')
  return toDate(Number(year), at, day, [hour, minute, second], offset ?? name)
}

/** Two digits: 00–49 are 2000s, 50–99 are 1900s; three digits count from 1900 (RFC 5322 §4.3). */
function toYear(digits = ''): number {
  const year = Number(digits)
  if (digits.length === 2) return year < 50 ? 2000 + year : 1900 + year
  return digits.length === 3 ? 1900 + year : year
}

function toDate(
  year: number,
  month: number,
  dayText: string | undefined,
  clock: readonly (string | undefined)[],
  zone: string | undefined,
): Date | undefined {
  const day = Number(dayText)
  const [hour = 0, minute = 0, second = 0] = clock.map((digits) => Number(digits ?? 0))
  const isClock = hour <= 24 && minute <= 59 && second <= 60
  if (month < 0 || month > 11 || day < 1 || !isClock) return undefined
  // Every month has 28 days; asking the calendar for each Received field would cost more than the rest.
  if (day > 28 && day > new Date(Date.UTC(year, month + 1, 0)).getUTCDate()) return undefined
  const at = Date.UTC(year, month, day, hour, minute, second) - toOffsetMinutes(zone) * 60_000
  return toKnownMoment(at)
}

/** Minutes east of Greenwich; an unknown name counts as UTC (RFC 5322 §4.3). */
function toOffsetMinutes(zone = ''): number {
  const match = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(zone)
  if (match === null) return ZONES[zone] ?? 0
  const [, sign, hours, minutes] = match
  const total = Number(hours) * 60 + Number(minutes ?? 0)
  return total > 24 * 60 ? 0 : sign === '-' ? -total : total
}
