import { readFileSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseSync } from 'vite'
import { EXERCISES } from './exercises.ts'
import { listSources, type WrittenRegex } from './list-regexes.ts'

/** Expressions that the code puts together while it runs, and the files whose own nobody has seen. */
export interface BuiltRegexes {
  readonly regexes: readonly WrittenRegex[]
  /** Files that build more expressions than came to light: an exercise for them is missing. */
  readonly unseen: readonly string[]
}

/**
 * Every expression that is put together at run time: those of whole modules are built when they are
 * loaded, those inside functions by the exercises. They are judged as literals are, for text of
 * strangers meets them just the same.
 */
export async function listBuiltRegexes(): Promise<BuiltRegexes> {
  const places = listSources()
    .map((path) => ({ path, count: countSites(path) }))
    .filter(({ count }) => count > 0)
  const seen = await watchBuilding(async () => {
    for (const { path } of places) await import(pathToFileURL(resolve(path)).href)
    for (const exercise of EXERCISES) await exercise()
  })
  const unseen = places.filter(
    ({ path, count }) => seen.filter(({ place }) => place === path).length < count,
  )
  return { regexes: seen, unseen: unseen.map(({ path }) => path) }
}

function countSites(path: string): number {
  const text = readFileSync(path, 'utf8')
  return text.includes('RegExp(') ? [...findSites(parseSync(path, text).program)].length : 0
}

function* findSites(node: unknown): Generator<object> {
  if (typeof node !== 'object' || node === null) return
  if ('callee' in node && isRegExpName(node.callee)) yield node
  for (const child of Object.values(node)) yield* findSites(child)
}

function isRegExpName(callee: unknown): boolean {
  return (
    typeof callee === 'object' && callee !== null && 'name' in callee && callee.name === 'RegExp'
  )
}

/** Runs something with a `RegExp` in place that notes what it is asked to build, and by which file. */
async function watchBuilding(work: () => Promise<void>): Promise<readonly WrittenRegex[]> {
  const built = new Map<string, WrittenRegex>()
  const plain = globalThis.RegExp
  const note = (args: unknown[]): RegExp => {
    const regex = Reflect.construct(plain, args) as RegExp
    const place = findBuilder(new Error('where').stack ?? '')
    if (place !== undefined)
      built.set(`${place} ${regex}`, { source: regex.source, flags: regex.flags, place })
    return regex
  }
  globalThis.RegExp = new Proxy(plain, {
    construct: (_target, args) => note(args),
    apply: (_target, _self, args) => note(args),
  })
  try {
    await work()
  } finally {
    globalThis.RegExp = plain
  }
  return [...built.values()]
}

/** The file that called, when it is one of ours: the first in the stack behind this one. */
function findBuilder(stack: string): string | undefined {
  const frames = stack.split('\n').slice(1)
  const caller = frames.find(
    (frame) => !frame.includes('list-built-regexes') && !frame.includes('Reflect.'),
  )
  const path = /(?:file:\/\/)?(\/[^():]+\.ts)/.exec(caller ?? '')?.[1]
  return path === undefined || path.includes('node_modules')
    ? undefined
    : relative(process.cwd(), path)
}
