import { globSync, readFileSync } from 'node:fs'
import { parseSync } from 'vite'

/** A regular expression literal, and where it first stands. */
export interface WrittenRegex {
  readonly source: string
  readonly flags: string
  readonly place: string
}

const SOURCES = '{engine,exchange,reports,contract,hub,cli}/**/*.ts'
/** Tests, samples and the demo read what we wrote ourselves. */
const OURS = /node_modules|\.test\.ts$|\/testing\/|\/samples\/|\/src\/demo\//

/** Files of the code that meets hostile text. */
export function listSources(): readonly string[] {
  return globSync(SOURCES)
    .filter((path) => !OURS.test(path))
    .toSorted()
}

/** Every regular expression literal of the code that meets hostile text, each once. */
export function listRegexes(): readonly WrittenRegex[] {
  const found = new Map<string, WrittenRegex>()
  for (const path of listSources()) {
    const text = readFileSync(path, 'utf8')
    for (const { source, flags, start } of findLiterals(parseSync(path, text).program)) {
      const line = text.slice(0, start).split('\n').length
      const key = `/${source}/${flags}`
      if (!found.has(key)) found.set(key, { source, flags, place: `${path}:${line}` })
    }
  }
  return [...found.values()]
}

interface Literal {
  readonly source: string
  readonly flags: string
  readonly start: number
}

function* findLiterals(node: unknown): Generator<Literal> {
  if (typeof node !== 'object' || node === null) return
  if ('regex' in node && 'start' in node) {
    const { pattern, flags } = node.regex as { pattern: string; flags: string }
    yield { source: pattern, flags, start: Number(node.start) }
  }
  for (const child of Object.values(node)) yield* findLiterals(child)
}
