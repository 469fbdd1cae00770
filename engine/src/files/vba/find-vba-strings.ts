import { type EvaluationBudget, evaluateVba } from './vba-expression.ts'

/** Strings looked at in one program. */
const STRINGS_MAX = 2_000
/** Characters of source that are evaluated. Hidden strings are long, programs around them are not. */
const SOURCE_CHARS_MAX = 500_000
const LINE_CHARS_MAX = 20_000
const STRING_CHARS_MIN = 4
/** Characters put together while evaluating one program. */
const EVALUATED_CHARS_MAX = 5_000_000

/**
 * Strings a VBA program works with: as written, and as they come out of `&`, Chr, StrReverse and the
 * like. Known values are carried from line to line in the order of the text, which is right for the
 * straight programs that macro kits write and harmless for others.
 */
export function findVbaStrings(source: string): readonly string[] {
  const known = new Map<string, string>()
  const found = new Set<string>()
  const budget: EvaluationBudget = { charsLeft: EVALUATED_CHARS_MAX }
  for (const line of toLogicalLines(source)) {
    if (found.size >= STRINGS_MAX) break
    const assigned = ASSIGNMENT.exec(line)
    const name = assigned?.[1]?.toLowerCase()
    const from = assigned?.[0].length ?? 0
    if (name !== undefined) {
      const { value, end } = evaluateVba(line, from, known, budget)
      const before = known.get(name)
      const isKnown = value !== undefined && isEnd(line, end)
      if (before !== undefined && !(isKnown && value.startsWith(before))) add(found, before)
      if (isKnown) remember(known, name, value)
      else known.delete(name)
    }
    collect(line, from, { known, budget }, found)
  }
  for (const value of known.values()) add(found, value)
  return [...found].slice(0, STRINGS_MAX)
}

/** `x = …`, `Const x = …`, `Const x As String = …` and `Set`less assignments of properties aside. */
const ASSIGNMENT =
  /^[ \t]*(?:(?:public|private|global)[ \t]{1,9})?(?:const[ \t]{1,9})?([a-z_]\w{0,60})\$?(?:[ \t]{1,9}as[ \t]{1,9}\w{1,40})?[ \t]*=[ \t]*/i

const KNOWN_MAX = 1_000
const KNOWN_CHARS_MAX = 20_000

function remember(known: Map<string, string>, name: string, value: string): void {
  if (known.size < KNOWN_MAX || known.has(name)) known.set(name, value.slice(0, KNOWN_CHARS_MAX))
}

function isEnd(line: string, at: number): boolean {
  return /^[ \t]*(?:$|[':])/.test(line.slice(at, at + 50).trimStart())
}

/** Every expression in a line that comes to a string, wherever one begins. */
function collect(
  line: string,
  from: number,
  { known, budget }: { known: ReadonlyMap<string, string>; budget: EvaluationBudget },
  found: Set<string>,
): void {
  const start = /"|\b(?:chrw?|strreverse|replace|join|lcase|ucase|mid|left|right)\$?[ \t]?\(/gi
  start.lastIndex = from
  for (let match = start.exec(line); match !== null; match = start.exec(line)) {
    const { value, end } = evaluateVba(line, match.index, known, budget)
    // What could not be evaluated may hold something that can: then the search goes on inside it.
    if (value === undefined) continue
    add(found, value)
    start.lastIndex = Math.max(end, match.index + 1)
    if (found.size >= STRINGS_MAX) return
  }
}

function add(found: Set<string>, value: string): void {
  if (value.length < STRING_CHARS_MIN || found.size >= STRINGS_MAX) return
  found.add(value)
}

/** Lines as VBA reads them: continued by ` _`, comments and statements behind `:` left in place. */
function toLogicalLines(source: string): string[] {
  return source
    .slice(0, SOURCE_CHARS_MAX)
    .replace(/[ \t]_[ \t]{0,9}\r?\n/g, ' ')
    .split('\n')
    .map((line) => line.slice(0, LINE_CHARS_MAX))
}
