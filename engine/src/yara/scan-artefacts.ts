import type { Artefact } from '../evidence/artefact.ts'
import { limits } from '../limits.ts'
import type { CompiledRules, RuleMatch } from './rule-match.ts'

/** A rule met by one of the files of a mail. */
export interface FileMatch {
  readonly file: Artefact
  readonly match: RuleMatch
}

type Held = Artefact & { readonly content: Uint8Array }

/** What the rules said of a mail, and the files they were not asked about to the end. */
export interface RuleScan {
  readonly matches: readonly FileMatch[]
  /** Paths. After one that took too long the others are not asked about: a mail has one time. */
  readonly cut: readonly string[]
}

/**
 * Asks the rules of everything opened from a mail. Each question costs some 12 ms whatever its size
 * (the library starts its machine anew), so the texts of a mail are asked about together, behind the
 * mail's own bytes; files are asked about one by one, for rules speak of their beginnings and sizes.
 * A mail of two thousand files would take half a minute: those after the first are asked about
 * together as well, and it is said where that begins.
 */
export function scanArtefacts(rules: CompiledRules, artefacts: readonly Artefact[]): RuleScan {
  const held = artefacts.filter((one): one is Held => one.content !== undefined)
  const written = held.filter(({ kind }) => kind === 'mail' || kind === 'text')
  const files = held.filter(({ kind }) => kind !== 'mail' && kind !== 'text')
  const rest = files.slice(limits.ruleFilesMax)
  const sizeBytes = held[0]?.content.length ?? 0
  let bytesLeft = limits.ruleBytesFree + sizeBytes * limits.ruleBytesPerByteMax
  const texts = scanTogether(rules, written, limits.ruleScanBytesMax)
  const matches = [...texts.matches]
  const cut = [...texts.cut]
  for (const file of files.slice(0, limits.ruleFilesMax)) {
    bytesLeft -= file.content.length
    const scan = cut.length > 0 || bytesLeft < 0 ? LEFT_OUT : rules.scan(file.content)
    matches.push(...scan.matches.map((match): FileMatch => ({ file, match })))
    if (scan.isCut) cut.push(file.path)
  }
  if (cut.length === 0) matches.push(...scanTogether(rules, rest, bytesLeft).matches)
  return { matches, cut: [...cut, ...rest.slice(0, 1).map(({ path }) => path)] }
}

const LEFT_OUT = { matches: [], isCut: true }
const NOTHING: RuleScan = { matches: [], cut: [] }

/** Scans texts as one, and tells each match of the text in which it stands readable: the last one. */
function scanTogether(rules: CompiledRules, texts: readonly Held[], bytesMax: number): RuleScan {
  const [first] = texts
  if (first === undefined) return NOTHING
  const starts: number[] = []
  let end = 0
  const taken: Held[] = []
  for (const text of texts) {
    if (end + text.content.length > bytesMax && taken.length > 0) break
    starts.push(end)
    taken.push(text)
    end += text.content.length + 1
  }
  const joined = Buffer.alloc(end, '\n')
  taken.forEach(({ content }, at) => joined.set(content, starts[at]))
  const { matches, isCut } = rules.scan(joined)
  return {
    matches: matches.map((match) => {
      const last = match.places.reduce((most, { range }) => Math.max(most, range.start), 0)
      const at = starts.findLastIndex((start) => start <= last)
      return { file: texts[at] ?? first, match: shift(match, starts[at] ?? 0) }
    }),
    cut: isCut || taken.length < texts.length ? [first.path] : [],
  }
}

/** Places in the text itself; those in texts before it are left out. */
function shift(match: RuleMatch, start: number): RuleMatch {
  const places = match.places
    .filter(({ range }) => range.start >= start)
    .map(({ pattern, range }) => ({
      pattern,
      range: { start: range.start - start, end: range.end - start },
    }))
  return { ...match, places }
}
