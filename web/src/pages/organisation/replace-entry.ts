/**
 * The list with one entry written in the place of another, or at its end. The entry is looked for by what it says:
 * while a sheet is open somebody else may have moved or changed it, and another one must not be lost for it.
 */
export function replaceEntry<T>(entries: readonly T[], before: T | undefined, entry: T): T[] {
  const at = before === undefined ? -1 : findEntry(entries, before)
  return at < 0 ? [...entries, entry] : entries.with(at, entry)
}

export function findEntry<T>(entries: readonly T[], entry: T): number {
  const wanted = JSON.stringify(entry)
  return entries.findIndex((one) => JSON.stringify(one) === wanted)
}
