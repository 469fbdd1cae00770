/** The first of each list, then the second of each: whatever is cut off behind, no long list leaves the others without room. */
export function takeTurns<One>(lists: readonly (readonly One[])[]): readonly One[] {
  const longest = lists.reduce((most, { length }) => Math.max(most, length), 0)
  return Array.from({ length: longest }, (_, at) =>
    lists.flatMap((list) => list.slice(at, at + 1)),
  ).flat()
}
