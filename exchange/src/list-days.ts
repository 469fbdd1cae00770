import type { BulletinIndicator } from 'engine'

/** The days on which an indicator was seen, as an interval of ISO 8601 when there are two. */
export function listDays({ firstOn, lastOn }: BulletinIndicator): readonly string[] {
  const days = [...new Set([firstOn ?? [], lastOn ?? []].flat())]
  return days.length === 0 ? [] : [days.join('/')]
}
