import { alignNames, type Alignment } from './align-names.ts'
import { listWords, shiftEdits } from './compare-domains.ts'
import { EDIT_COSTS } from './edit-costs.ts'
import { isLureWord } from './lure-words.ts'
import { type SplitDomain, toDomainName } from './split-domain.ts'
import type { LookalikeEdit } from './lookalike-edit.ts'

/** A piece of an observed host name that may be a borrowed name, with what stands around it. */
export interface NameRun {
  readonly text: string
  readonly at: number
  /** The piece is the whole registrable label or lies left of it. */
  readonly isInSubdomain: boolean
  /** It was cut out of a longer word. */
  readonly isGlued: boolean
  /** The words beside it in the same label, glued or not. */
  readonly besides: readonly string[]
  /** True when all words beside it are ones that forgers add. */
  readonly hasLuresOnly: boolean
}

/** Words of a host looked at, and words in one run; a longer name has fewer readers than bytes. */
const WORDS_MAX = 12
const RUN_WORDS_MAX = 5
const RUN_CHARS_MIN = 4

/** The runs of words in a host name that could be somebody's name with words added. */
export function listNameRuns(host: SplitDomain): NameRun[] {
  const subdomain = host.subdomain === '' ? '' : `${host.subdomain}.`
  const whole = `${subdomain}${host.label}`
  const words = listWords(whole).slice(-WORDS_MAX)
  const labelAt = subdomain.length
  const runs: NameRun[] = []
  for (const [first, start] of words.entries())
    for (const end of words.slice(first, first + RUN_WORDS_MAX)) {
      const text = whole.slice(start.at, end.at + end.text.length)
      if (
        text.length < RUN_CHARS_MIN ||
        text === host.label ||
        crossesInto(text, start.at, labelAt, whole.length)
      )
        continue
      const isInSubdomain = start.at < labelAt
      const besides = words
        .filter((word) => word.at < start.at || word.at > end.at)
        .filter((word) => word.at < labelAt === isInSubdomain)
        .map((word) => word.text)
      runs.push({
        text,
        at: start.at,
        isInSubdomain,
        isGlued: false,
        besides,
        hasLuresOnly: besides.every(isLureWord),
      })
    }
  return [...runs, ...listGluedRuns(host.label, labelAt)]
}

/**
 * A run that begins left of the registrable label and ends in it is no name by itself, but for one
 * that fills the label: `kitahama.seiki` for `kitahama-seiki`.
 */
function crossesInto(text: string, at: number, labelAt: number, end: number): boolean {
  return at < labelAt && at + text.length > labelAt && at + text.length < end
}

/** Below this a name inside a longer word is chance, unless the rest is a lure word. */
const GLUED_CHARS_MIN = 8

/** A word glued to the name without a hyphen: `kitahamalogin`, `mykitahama2`. */
function listGluedRuns(whole: string, labelAt: number): NameRun[] {
  const label = whole.replace(/(?<!\d)\d+$/, '')
  const runs: NameRun[] = []
  const add = (text: string, at: number, word: string) => {
    const isLure = isLureWord(word)
    if (text.length < (isLure ? RUN_CHARS_MIN : GLUED_CHARS_MIN)) return
    if (/^-|-$/.test(text)) return
    runs.push({
      text,
      at: labelAt + at,
      isInSubdomain: false,
      isGlued: true,
      besides: [word],
      hasLuresOnly: isLure,
    })
  }
  for (let cut = 2; cut <= label.length - 2; cut++) {
    add(label.slice(0, cut), 0, label.slice(cut))
    add(label.slice(cut), cut, label.slice(0, cut))
  }
  if (label !== whole) add(label, 0, whole.slice(label.length))
  return [...runs, ...listEnclosedRuns(label, labelAt)]
}

/** A name between two lure words without hyphens: `regularize` + name + `id`. */
function listEnclosedRuns(label: string, labelAt: number): NameRun[] {
  const runs: NameRun[] = []
  for (let start = 2; start <= label.length - RUN_CHARS_MIN - 2; start++) {
    if (!isLureWord(label.slice(0, start))) continue
    for (let end = start + RUN_CHARS_MIN + 1; end <= label.length - 2; end++) {
      const besides = [label.slice(0, start), label.slice(end)]
      if (!besides.every(isLureWord)) continue
      const text = label.slice(start, end)
      if (/^-|-$/.test(text)) continue
      runs.push({
        text,
        at: labelAt + start,
        isInSubdomain: false,
        isGlued: true,
        besides,
        hasLuresOnly: true,
      })
    }
  }
  return runs
}

/** Explains an observed host as the genuine name (a label, or the whole domain) with words around it. */
export function alignAddedWords(
  genuineName: string,
  genuineSuffix: string | undefined,
  host: SplitDomain,
  run: NameRun,
): Alignment {
  const observed = run.isInSubdomain ? host.shown : toDomainName(host)
  const base = run.isInSubdomain || host.subdomain === '' ? 0 : host.subdomain.length + 1
  const at = run.at - base
  const inner = alignNames(genuineName, run.text)
  const wordsEnd = run.isInSubdomain ? observed.length : host.label.length
  const edits = [
    ...toAddedWord(observed, 0, at, 0),
    ...shiftEdits(inner.edits, 0, at),
    ...toAddedWord(observed, at + run.text.length, wordsEnd, genuineName.length),
  ]
  let cost = inner.cost + EDIT_COSTS.wordAdded
  if (!run.isInSubdomain && genuineSuffix !== undefined && genuineSuffix !== host.suffix) {
    cost += EDIT_COSTS.tldBesideWord
    edits.push(toEndingChange(genuineName, genuineSuffix, host, host.label.length + 1))
  }
  return { cost, edits }
}

function toAddedWord(
  observed: string,
  start: number,
  end: number,
  genuineAt: number,
): LookalikeEdit[] {
  if (end <= start) return []
  return [
    {
      kind: 'word-added',
      genuine: '',
      genuineAt,
      observed: observed.slice(start, end),
      observedAt: start,
    },
  ]
}

/** Explains a genuine label whose hyphen has become a dot, so that it stands in two labels. */
export function alignSplitLabel(
  { label, suffix }: Pick<SplitDomain, 'label' | 'suffix'>,
  host: SplitDomain,
  run: NameRun,
): Alignment {
  const inner = alignNames(label, run.text)
  const edits = shiftEdits(inner.edits, 0, run.at)
  if (suffix === host.suffix) return { cost: inner.cost, edits }
  const ending = toEndingChange(label, suffix, host, run.at + run.text.length + 1)
  return { cost: inner.cost + EDIT_COSTS.tldChanged, edits: [...edits, ending] }
}

function toEndingChange(
  genuineName: string,
  genuineSuffix: string,
  host: SplitDomain,
  observedAt: number,
): LookalikeEdit {
  return {
    kind: 'tld-changed',
    genuine: genuineSuffix,
    genuineAt: genuineName.length + 1,
    observed: host.suffix,
    observedAt,
  }
}
