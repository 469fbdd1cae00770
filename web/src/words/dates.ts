import type { Language } from 'contract/common'
import { useMemo } from 'react'
import { useLanguage } from './use-words.ts'

const ZONE = 'Asia/Tokyo'
const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

type Named = Record<string, string>

/** Dates as the design writes them: 2026年10月15日(木) 08:23 JST, Thu 15 Oct 2026, 08:23 JST. */
export interface Dates {
  /** Day and time with its zone. */
  moment(at: string): string
  /** Day and time without year and zone, for lists. */
  short(at: string): string
  /** Day only; takes a moment or a `YYYY-MM-DD` day. */
  day(on: string): string
  /** Day without year. */
  shortDay(on: string): string
  time(at: string): string
  /** 2026年7月～9月 for `2026Q3`. */
  quarter(quarter: string): string
  /** How long something has waited: 1時間48分, 2日. */
  since(at: string, now: number): string
}

export function useDates(): Dates {
  const language = useLanguage()
  return useMemo(() => toDates(language), [language])
}

/** The same outside of components, and in tests. */
export function toDates(language: Language): Dates {
  const split = splitter(language)
  const isJapanese = language === 'ja'
  const day = (p: Named) =>
    isJapanese
      ? `${p['year']}年${p['month']}月${p['day']}日(${p['weekday']})`
      : `${p['weekday']} ${p['day']} ${p['month']} ${p['year']}`
  const shortDay = (p: Named) =>
    isJapanese
      ? `${p['month']}月${p['day']}日(${p['weekday']})`
      : `${p['weekday']} ${p['day']} ${p['month']}`
  const time = (p: Named) => `${p['hour']}:${p['minute']}`
  const comma = isJapanese ? ' ' : ', '
  return {
    moment: (at) => withParts(split(at), (p) => `${day(p)}${comma}${time(p)} JST`),
    short: (at) => withParts(split(at), (p) => `${shortDay(p)}${comma}${time(p)}`),
    day: (on) => withParts(split(on), day),
    shortDay: (on) => withParts(split(on), shortDay),
    time: (at) => withParts(split(at), time),
    quarter: (quarter) => formatQuarter(quarter, isJapanese),
    since: (at, now) => formatSince(now - Date.parse(at), isJapanese),
  }
}

function splitter(language: Language): (at: string) => Named | undefined {
  const format = new Intl.DateTimeFormat(language === 'ja' ? 'ja-JP' : 'en-GB', {
    timeZone: ZONE,
    year: 'numeric',
    month: language === 'ja' ? 'numeric' : 'short',
    day: 'numeric',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  return (at) => {
    // A plain day is a day in Japan; noon there keeps it the same day whatever the offset.
    const date = new Date(/^\d{4}-\d{2}-\d{2}$/.test(at) ? `${at}T12:00:00+09:00` : at)
    if (Number.isNaN(date.getTime())) return undefined
    // British dates call September "Sept", every other month by three letters.
    return Object.fromEntries(
      format.formatToParts(date).map(({ type, value }) => [type, value.replace('Sept', 'Sep')]),
    )
  }
}

function withParts(parts: Named | undefined, render: (parts: Named) => string): string {
  return parts === undefined ? '—' : render(parts)
}

function formatQuarter(quarter: string, isJapanese: boolean): string {
  const match = /^(\d{4})Q([1-4])$/.exec(quarter)
  if (match === null) return quarter
  const first = (Number(match[2]) - 1) * 3 + 1
  if (isJapanese) return `${match[1]}年${first}月～${first + 2}月`
  const name = (month: number) =>
    new Date(Date.UTC(2000, month - 1, 1)).toLocaleString('en-US', {
      month: 'short',
      timeZone: 'UTC',
    })
  return `${name(first)}–${name(first + 2)} ${match[1]}`
}

function formatSince(elapsedMs: number, isJapanese: boolean): string {
  const elapsed = Math.max(0, elapsedMs)
  if (elapsed < HOUR_MS) {
    const minutes = Math.floor(elapsed / MINUTE_MS)
    return isJapanese ? `${minutes}分` : `${minutes} min`
  }
  if (elapsed < DAY_MS) {
    const hours = Math.floor(elapsed / HOUR_MS)
    const minutes = Math.floor((elapsed % HOUR_MS) / MINUTE_MS)
    if (hours >= 3 || minutes === 0) return isJapanese ? `${hours}時間` : `${hours} h`
    return isJapanese ? `${hours}時間${minutes}分` : `${hours} h ${minutes} min`
  }
  const days = Math.floor(elapsed / DAY_MS)
  if (isJapanese) return `${days}日`
  return days === 1 ? '1 day' : `${days} days`
}
