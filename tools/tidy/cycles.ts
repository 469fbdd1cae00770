import type { Import } from './imports.ts'
import type { Untidy } from './list-files.ts'

/** Import cycles between files, type imports included. Each is told once, from its first file on. */
export function findCycles(imports: readonly Import[]): Untidy[] {
  const edges = new Map<string, string[]>()
  for (const { from, to, isOurs } of imports) {
    if (isOurs) edges.set(from, [...(edges.get(from) ?? []), to])
  }
  const done = new Set<string>()
  const found = new Map<string, Untidy>()
  for (const start of [...edges.keys()].sort()) walk(start, [])
  return [...found.values()]

  function walk(file: string, path: readonly string[]): void {
    const at = path.indexOf(file)
    if (at !== -1) {
      const cycle = path.slice(at)
      const key = [...cycle].sort().join()
      found.set(key, {
        place: [...cycle, file].join(' → '),
        say: 'Files import each other in a circle.',
      })
      return
    }
    if (done.has(file)) return
    for (const next of edges.get(file) ?? []) walk(next, [...path, file])
    done.add(file)
  }
}
