import { parseDate } from '../headers/date.ts'
import { toKnownMoment } from '../headers/known-moment.ts'

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

/** `2024年1月2日 火曜日 15:04`, `2024年1月2日(火) 午後3:04`. */
const JAPANESE =
  /(\d{4})年\s*(\d{1,2})月\s*(\d{1,2})日[^\d午]{0,12}(午前|午後)?\s*(\d{1,2})[:時]\s*(\d{1,2})/
/** `Tuesday, January 2, 2024 3:04 PM`, `Tue, Jan 2, 2024 at 3:04 PM`. */
const ENGLISH =
  /([A-Z][a-z]{2})[a-z]{0,6}\.? (\d{1,2}),? (\d{4}),?(?: at)? (\d{1,2}):(\d{2})(?::\d{2})?\s*([AP]M)?/i
/** `2 January 2024 15:04`, `2024/01/02 15:04` are read by `parseDate`. */

/**
 * A date as mail programs show it in a quoted header, as the value of a Date field; undefined when
 * it cannot be read. Quoted headers name no zone: `-0000` says so (RFC 5322 §3.3).
 */
export function toQuotedDate(shown: string): string | undefined {
  const text = shown.slice(0, 200)
  const at = readJapanese(text) ?? readEnglish(text) ?? parseDate(text)
  if (at === undefined) return undefined
  const clock = at.toISOString().slice(11, 19)
  const day = String(at.getUTCDate()).padStart(2, '0')
  const month = MONTHS[at.getUTCMonth()] ?? ''
  return `${DAYS[at.getUTCDay()] ?? ''}, ${day} ${month} ${at.getUTCFullYear()} ${clock} -0000`
}

function readJapanese(text: string): Date | undefined {
  const match = JAPANESE.exec(text)
  if (match === null) return undefined
  const [, year, month, day, half, hour, minute] = match
  return toUtc(Number(year), Number(month) - 1, Number(day), [hour, minute], half === '午後')
}

function readEnglish(text: string): Date | undefined {
  const match = ENGLISH.exec(text)
  if (match === null) return undefined
  const [, name = '', day, year, hour, minute, half = ''] = match
  const month = MONTHS.findIndex((known) => known.toLowerCase() === name.toLowerCase())
  const isMidnight = /am/i.test(half) && hour === '12'
  const at = [isMidnight ? '0' : hour, minute]
  return month < 0 ? undefined : toUtc(Number(year), month, Number(day), at, /pm/i.test(half))
}

function toUtc(
  year: number,
  month: number,
  day: number,
  [hour, minute]: readonly (string | undefined)[],
  isAfternoon: boolean,
): Date | undefined {
  const hours = Number(hour) + (isAfternoon && Number(hour) < 12 ? 12 : 0)
  return toKnownMoment(Date.UTC(year, month, day, hours, Number(minute)))
}
