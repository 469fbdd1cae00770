/** Sets that share a value, joined: by each value, everything of its group in one order, whichever set came first. */
export function groupTogether(
  sets: readonly ReadonlySet<string>[],
): (value: string) => readonly string[] | undefined {
  const parents = new Map<string, string>()
  for (const set of sets) {
    const [first, ...others] = set
    if (first === undefined) continue
    const root = findRoot(parents, first)
    for (const value of others) parents.set(findRoot(parents, value), root)
  }
  const groups = Map.groupBy(parents.keys(), (value) => findRoot(parents, value))
  const sorted = new Map([...groups].map(([root, values]) => [root, values.toSorted()]))
  return (value) => (parents.has(value) ? sorted.get(findRoot(parents, value)) : undefined)
}

/** Who stands for all that hang together (union and find by halving paths: Tarjan, van Leeuwen 1984). */
function findRoot(parents: Map<string, string>, value: string): string {
  let at = value
  for (;;) {
    const parent = parents.get(at)
    if (parent === undefined) parents.set(at, at)
    if (parent === undefined || parent === at) return at
    const next = parents.get(parent) ?? parent
    parents.set(at, next)
    at = next
  }
}
