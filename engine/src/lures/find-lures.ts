import { type Automaton, buildAutomaton, foldLiteral } from './build-automaton.ts'
import { expandExpression } from './expand-expression.ts'
import { foldInPlace } from './fold-in-place.ts'
import type { Lure } from './lure.ts'
import { LURES, WARNINGS } from './lures.ts'

/** A lure where it stands in a text; offsets in UTF-16 units. */
export interface FoundLure {
  readonly lure: Lure
  readonly start: number
  readonly end: number
}

/** Expressions of one pattern stand this near each other unless it says otherwise. */
const WITHIN = 80
/** How far an exclusion reaches to both sides. */
const AGAINST_WITHIN = 60
/** Matches of one lure in one text; a longer list tells no more. */
const MATCHES_PER_LURE_MAX = 5
/** Occurrences kept of one text. Rubbish made of our own expressions has more; mails have under 100. */
const OCCURRENCES_MAX = 2_000

/** What a literal is part of. */
interface Use {
  /** Absent for a warning, which speaks against every lure. */
  readonly lure: Lure | undefined
  readonly pattern: number
  /** Group of the pattern; `against` takes matches back. */
  readonly group: number | 'against'
  readonly isPrefix: boolean
}

interface Occurrence {
  readonly use: Use
  readonly start: number
  readonly end: number
}

/** Every lure in a text, in the order of the rules, each where it stands first. */
export function findLures(text: string): readonly FoundLure[] {
  const byLure = Map.groupBy(listOccurrences(foldInPlace(text)), ({ use }) => use.lure)
  const warnings = byLure.get(undefined) ?? []
  return LURES.flatMap((lure) => {
    const own = byLure.get(lure)
    return own === undefined ? [] : matchLure(lure, own, warnings)
  })
}

function matchLure(
  lure: Lure,
  occurrences: readonly Occurrence[],
  warnings: readonly Occurrence[],
): FoundLure[] {
  const against = [...occurrences.filter(({ use }) => use.group === 'against'), ...warnings]
  const isTakenBack = (start: number, end: number) =>
    against.some((one) => one.start - end < AGAINST_WITHIN && start - one.end < AGAINST_WITHIN)
  const found: FoundLure[] = []
  for (const [number, { groups, within = WITHIN }] of lure.patterns.entries()) {
    for (const { start, end } of listMeetings(occurrences, number, groups.length, within)) {
      if (isTakenBack(start, end)) continue
      found.push({ lure, start, end })
      if (found.length >= MATCHES_PER_LURE_MAX) return found
    }
  }
  return found
}

/** Where one expression of each group stands near the others, first come first taken. */
function* listMeetings(
  occurrences: readonly Occurrence[],
  pattern: number,
  groupCount: number,
  within: number,
): Generator<{ readonly start: number; readonly end: number }> {
  const last = Array.from({ length: groupCount }, (): Occurrence | undefined => undefined)
  for (const one of occurrences) {
    if (one.use.pattern !== pattern || one.use.group === 'against') continue
    last[one.use.group] = one
    const start = Math.min(...last.map((each) => each?.start ?? Number.NEGATIVE_INFINITY))
    const end = Math.max(...last.map((each) => each?.end ?? 0))
    if (end - start > within + (one.end - one.start) * (groupCount - 1)) continue
    yield { start, end }
    last.fill(undefined)
  }
}

const CJK = /[\u3040-\u30ff\u3400-\u9fff]/

function listOccurrences(text: string): Occurrence[] {
  const { latin, japanese } = loadScanners()
  const found: Occurrence[] = []
  latin(text, found)
  if (CJK.test(text)) japanese(text, found)
  return found.sort((a, b) => a.end - b.end)
}

type Scanner = (text: string, found: Occurrence[]) => void

let scanners: { readonly latin: Scanner; readonly japanese: Scanner } | undefined

/** Built from the rules when the first text is read. */
function loadScanners() {
  scanners ??= {
    latin: toScanner((text) => !CJK.test(text), 'apart'),
    japanese: toScanner((text) => CJK.test(text), 'skipped'),
  }
  return scanners
}

function toScanner(isWanted: (text: string) => boolean, spaces: 'apart' | 'skipped'): Scanner {
  // `sign in` and `sign-in` are read alike, so they share one entry.
  const uses = new Map<string, Use[]>()
  for (const [text, use] of listUses()) {
    if (!isWanted(text)) continue
    const key = foldLiteral(text, spaces)
    uses.set(key, [...(uses.get(key) ?? []), use])
  }
  const list = [...uses.values()]
  const automaton: Automaton = buildAutomaton([...uses.keys()], spaces)
  return (text, found) => {
    automaton.scan(text, (literal, start, end) => {
      if (found.length >= OCCURRENCES_MAX) return 'stop'
      if (spaces === 'apart' && !isWordBreak(text, start - 1)) return undefined
      const wordEnd = spaces === 'apart' ? findWordEnd(text, end) : end
      for (const use of list[literal] ?? [])
        if (use.isPrefix || wordEnd === end) found.push({ use, start, end: wordEnd })
      return undefined
    })
  }
}

/** Letters and digits continue a word; everything else, and the edge of the text, ends it. */
function isWordBreak(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  if (unit < 0x80) return !isAsciiWord(unit)
  return Number.isNaN(unit) || !WORD_SIGN.test(text.charAt(at))
}

function isAsciiWord(unit: number): boolean {
  return (
    (unit >= 0x61 && unit <= 0x7a) ||
    (unit >= 0x41 && unit <= 0x5a) ||
    (unit >= 0x30 && unit <= 0x39)
  )
}

/** The end of the word that a prefix begins, so that quotes show whole words. */
function findWordEnd(text: string, at: number): number {
  let end = at
  while (end - at < WORD_CHARS_MAX && !isWordBreak(text, end)) end += 1
  return end
}

const WORD_CHARS_MAX = 30

const WORD_SIGN = /[\p{sc=Latin}\p{Nd}]/u

function listUses(): (readonly [text: string, use: Use])[] {
  const ofLures = LURES.flatMap((lure) => [
    ...lure.patterns.flatMap(({ groups }, pattern) =>
      groups.flatMap((expressions, group) => toUses(expressions, { lure, pattern, group })),
    ),
    ...toUses(lure.unless ?? [], { lure, pattern: -1, group: 'against' }),
  ])
  const warning = { lure: undefined, pattern: -1, group: 'against' } as const
  return [...ofLures, ...toUses(WARNINGS, warning)]
}

function toUses(
  expressions: readonly string[],
  use: Omit<Use, 'isPrefix'>,
): (readonly [text: string, use: Use])[] {
  return expressions
    .flatMap(expandExpression)
    .map(({ text, isPrefix }) => [text, { ...use, isPrefix }])
}
