import type { Place } from './VaultList.tsx'

/** The list with one entry written at a place, or at its end. */
export function replaceAt<T>(entries: readonly T[], place: Place, entry: T): T[] {
  return place === 'new' ? [...entries, entry] : entries.with(place, entry)
}
