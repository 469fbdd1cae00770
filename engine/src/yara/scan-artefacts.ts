import type { Artefact } from '../evidence/artefact.ts'
import type { CompiledRules, RuleMatch } from './rule-match.ts'

/** A rule met by one of the files of a mail. */
export interface FileMatch {
  readonly file: Artefact
  readonly match: RuleMatch
}

type Held = Artefact & { readonly content: Uint8Array }

/**
 * Asks the rules of everything opened from a mail. Each question costs some 15 ms whatever its size
 * (the library starts its machine anew), so the texts of a mail are asked about together, behind the
 * mail's own bytes; files are asked about one by one, for rules speak of their beginnings and sizes.
 */
export function scanArtefacts(
  rules: CompiledRules,
  artefacts: readonly Artefact[],
): readonly FileMatch[] {
  const held = artefacts.filter((one): one is Held => one.content !== undefined)
  const written = held.filter(({ kind }) => kind === 'mail' || kind === 'text')
  const files = held.filter(({ kind }) => kind !== 'mail' && kind !== 'text')
  return [
    ...scanTogether(rules, written),
    ...files.flatMap((file) =>
      rules.scan(file.content).matches.map((match): FileMatch => ({ file, match })),
    ),
  ]
}

/** Scans texts as one, and tells each match of the text in which it stands readable: the last one. */
function scanTogether(rules: CompiledRules, texts: readonly Held[]): readonly FileMatch[] {
  const [first] = texts
  if (first === undefined) return []
  const starts: number[] = []
  let end = 0
  for (const { content } of texts) {
    starts.push(end)
    end += content.length + 1
  }
  const joined = Buffer.alloc(end, '\n')
  texts.forEach(({ content }, at) => joined.set(content, starts[at]))
  return rules.scan(joined).matches.map((match) => {
    const last = match.places.reduce((most, { range }) => Math.max(most, range.start), 0)
    const at = starts.findLastIndex((start) => start <= last)
    return { file: texts[at] ?? first, match: shift(match, starts[at] ?? 0) }
  })
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
