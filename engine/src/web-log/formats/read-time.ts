import type { Buffer } from 'node:buffer'

const MONTHS = 'janfebmaraprmayjunjulaugsepoctnovdec'
const YEAR_MIN = 1990
const YEAR_MAX = 2200

/** Two digits at a place; NaN when they are none, so that every sum with them is NaN too. */
function two(bytes: Buffer, at: number): number {
  const tens = (bytes[at] ?? 0) - 0x30
  const ones = (bytes[at + 1] ?? 0) - 0x30
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN
}

/** `10/Oct/2000:13:55:36 -0700`, the time of Apache and nginx; NaN when it is not one. */
export function readCommonTime(bytes: Buffer, start: number, end: number): number {
  if (end - start < 20 || bytes[start + 2] !== 0x2f) return Number.NaN
  const month = monthAt(bytes, start + 3)
  const year = two(bytes, start + 7) * 100 + two(bytes, start + 9)
  const local = toMoment(year, month, two(bytes, start), timeAt(bytes, start + 12))
  return end - start < 26 ? local : local - zoneAt(bytes, start + 21)
}

/** `2024-01-31T13:55:36.123+09:00` or with a space for the T; UTC when no zone is told. */
export function readIsoTime(bytes: Buffer, start: number, end: number): number {
  if (end - start < 19 || bytes[start + 4] !== 0x2d) return Number.NaN
  const time = timeAt(bytes, start + 11)
  const local = readIsoDay(bytes, start) + time
  let at = start + 19
  let fraction = 0
  if (bytes[at] === 0x2e || bytes[at] === 0x2c) {
    let scale = 100
    for (at++; at < end; at++) {
      const digit = (bytes[at] ?? 0) - 0x30
      if (digit < 0 || digit > 9) break
      fraction += digit * scale
      scale /= 10
    }
  }
  const sign = bytes[at]
  const hasZone = (sign === 0x2b || sign === 0x2d) && end - at >= 5
  return Math.floor(local + fraction) - (hasZone ? zoneAt(bytes, at) : 0)
}

/** Midnight of `2024-01-31` in UTC. */
export function readIsoDay(bytes: Buffer, start: number): number {
  const year = two(bytes, start) * 100 + two(bytes, start + 2)
  return toMoment(year, two(bytes, start + 5), two(bytes, start + 8), 0)
}

/** Milliseconds since midnight of `13:55:36`. */
export function timeAt(bytes: Buffer, at: number): number {
  const hours = two(bytes, at)
  const minutes = two(bytes, at + 3)
  const seconds = two(bytes, at + 6)
  const isTime = hours < 24 && minutes < 60 && seconds <= 60
  return isTime ? ((hours * 60 + minutes) * 60 + seconds) * 1000 : Number.NaN
}

function monthAt(bytes: Buffer, at: number): number {
  for (let month = 0; month < 12; month++) {
    const name = month * 3
    if (
      ((bytes[at] ?? 0) | 0x20) === MONTHS.charCodeAt(name) &&
      ((bytes[at + 1] ?? 0) | 0x20) === MONTHS.charCodeAt(name + 1) &&
      ((bytes[at + 2] ?? 0) | 0x20) === MONTHS.charCodeAt(name + 2)
    )
      return month + 1
  }
  return Number.NaN
}

/** Milliseconds east of UTC of `+0900` or `+09:00`. */
function zoneAt(bytes: Buffer, at: number): number {
  const minutesAt = bytes[at + 3] === 0x3a ? at + 4 : at + 3
  const offset = (two(bytes, at + 1) * 60 + two(bytes, minutesAt)) * 60_000
  return bytes[at] === 0x2d ? -offset : offset
}

function toMoment(year: number, month: number, day: number, timeMs: number): number {
  const isDay = year >= YEAR_MIN && year <= YEAR_MAX && month >= 1 && month <= 12 && day >= 1
  return isDay && day <= 31 ? daysFromCivil(year, month, day) * 86_400_000 + timeMs : Number.NaN
}

/** Days since 1970-01-01 (H. Hinnant, "chrono-Compatible Low-Level Date Algorithms"). */
function daysFromCivil(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}
