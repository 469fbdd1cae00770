import type { CaseMail } from './case-record.ts'

/** Segments of one link, and links of one case, that are compared; more are made to be expensive. */
const SEGMENTS_MAX = 12
const LINKS_MAX = 5000

/** What stands at one place of links that are alike but for it: mail by mail. */
type Values = Map<number, Set<string>>

/**
 * Places in the path of a link that differ from mail to mail while the rest stays: `/r/anna/login`, `/r/otto/login`.
 * Words as they may be, they are made for the recipient (T19, T20). A page of its own name in the same mail
 * (`/help`, `/terms`) is none. Undefined for a link in which nothing varies.
 */
export function findVaryingParts(mails: readonly CaseMail[]): (url: string) => readonly number[] {
  const places = new Map<string, Values>()
  let left = LINKS_MAX
  for (const [at, { indicators }] of mails.entries()) {
    for (const { type, value } of indicators) {
      if (type !== 'url' || left === 0) continue
      left -= 1
      for (const { key, segment } of listPlaces(value)) {
        const values = places.get(key) ?? new Map<number, Set<string>>()
        values.set(at, (values.get(at) ?? new Set()).add(segment))
        places.set(key, values)
      }
    }
  }
  return (url) =>
    listPlaces(url).flatMap(({ key, index }) => (isVarying(places.get(key)) ? [index] : []))
}

/** One value in each mail, and more than half as many values as mails: what two waves have in common is no recipient. */
function isVarying(values: Values | undefined): boolean {
  if (values === undefined || values.size < 2) return false
  const all = [...values.values()]
  const distinct = new Set(all.flatMap((one) => [...one]))
  return all.every(({ size }) => size === 1) && distinct.size > 1 && distinct.size * 2 > all.length
}

/** Each segment of the path with the link without it. Queries are left out of a link whole. */
function listPlaces(url: string): readonly { key: string; segment: string; index: number }[] {
  const [scheme = '', , host = '', ...segments] = (url.split(/[?#]/u, 1)[0] ?? '').split('/')
  if (segments.length > SEGMENTS_MAX) return []
  return segments.flatMap((segment, index) =>
    segment === ''
      ? []
      : [{ key: [scheme, host, ...segments.with(index, '\n')].join('/'), segment, index }],
  )
}
