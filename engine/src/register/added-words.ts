import { alignNames, type Alignment } from './align-names.ts'
import { listWords, shiftEdits } from './compare-domains.ts'
import { EDIT_COSTS } from './edit-costs.ts'
import { isLureWord } from './lure-words.ts'
import type { SplitDomain } from './split-domain.ts'
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
  const words = listWords(`${subdomain}${host.label}`).slice(-WORDS_MAX)
  const labelAt = subdomain.length
  const runs: NameRun[] = []
  for (const [first, start] of words.entries())
    for (const end of words.slice(first, first + RUN_WORDS_MAX)) {
      const text = `${subdomain}${host.label}`.slice(start.at, end.at + end.text.length)
      if (
        text.length < RUN_CHARS_MIN ||
        text === host.label ||
        crossesInto(text, start.at, labelAt)
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

/** A run that begins left of the registrable label and ends in it is no name by itself. */
function crossesInto(text: string, at: number, labelAt: number): boolean {
  return at < labelAt && at + text.length > labelAt
}

/** Below this a name inside a longer word is chance, unless the rest is a lure word. */
const GLUED_CHARS_MIN = 7

/** A word glued to the name without a hyphen: `kitahamalogin`, `mykitahama2`. */
function listGluedRuns(whole: string, labelAt: number): NameRun[] {
  const label = whole.replace(/\d+$/, '')
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
  return runs
}

/** Explains an observed host as the genuine name (a label, or the whole domain) with words around it. */
export function alignAddedWords(
  genuineName: string,
  genuineSuffix: string | undefined,
  host: SplitDomain,
  run: NameRun,
): Alignment {
  const observed = run.isInSubdomain ? host.shown : `${host.label}.${host.suffix}`
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
    edits.push({
      kind: 'tld-changed',
      genuine: genuineSuffix,
      genuineAt: genuineName.length + 1,
      observed: host.suffix,
      observedAt: host.label.length + 1,
    })
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
