/**
 * The lines as they stand, without those that only the former draft had and with those that only the new one has. In
 * the order of the new draft, so that what was put in last does not stand last.
 */
export function replaceLines<T>(
  standing: readonly T[],
  before: readonly T[],
  after: readonly T[],
): T[] {
  const [old, young] = [before.map(toKey), after.map(toKey)]
  const kept = standing.filter((line) => !old.includes(toKey(line)) || young.includes(toKey(line)))
  const added = after.filter((line) => !old.includes(toKey(line)))
  const lines = new Map([...kept, ...added].map((line) => [toKey(line), line]))
  const place = (key: string): number => {
    const at = young.indexOf(key)
    return at === -1 ? young.length : at
  }
  return [...lines].sort(([one], [other]) => place(one) - place(other)).map(([, line]) => line)
}

/** An indicator is what it says, however its dates were edited. */
const toKey = (line: unknown): string => {
  if (typeof line !== 'object' || line === null || !('value' in line)) return JSON.stringify(line)
  return JSON.stringify(['type' in line ? line.type : '', line.value])
}
