import type { LookalikeEdit } from './lookalike-edit.ts'
import { type Alignment, alignNames } from './align-names.ts'
import { countUnshared } from './count-unshared.ts'
import { EDIT_COSTS } from './edit-costs.ts'
import { toSkeleton } from './skeleton.ts'
import { toDomainName } from './split-domain.ts'

/** A name as it is compared: where its owner's choice ends, and what follows. */
export interface ComparedDomain {
  readonly label: string
  readonly suffix: string
}

/**
 * How `observed` may have been made from `genuine`: letters of the label, the whole name with its
 * dots, or the same words in another order, whichever takes the least.
 */
export function compareDomains(
  genuine: ComparedDomain,
  observed: ComparedDomain,
  costMax?: number,
): Alignment {
  const byLabel = alignLabels(genuine, observed, costMax)
  const moved = alignMovedWords(toDomainName(genuine), toDomainName(observed))
  if (genuine.suffix === observed.suffix) return moved.cost < byLabel.cost ? moved : byLabel
  const whole = alignNames(toDomainName(genuine), toDomainName(observed), costMax)
  return [byLabel, whole, moved].reduce((best, one) => (one.cost < best.cost - 1e-9 ? one : best))
}

function alignLabels(
  genuine: ComparedDomain,
  observed: ComparedDomain,
  costMax?: number,
): Alignment {
  const { cost, edits } = alignNames(genuine.label, observed.label, costMax)
  if (genuine.suffix === observed.suffix) return { cost, edits }
  const suffixEdit: LookalikeEdit = {
    kind: 'tld-changed',
    genuine: genuine.suffix,
    genuineAt: genuine.label.length + 1,
    observed: observed.suffix,
    observedAt: observed.label.length + 1,
  }
  return { cost: cost + EDIT_COSTS.tldChanged, edits: [...edits, suffixEdit] }
}

interface Word {
  readonly text: string
  readonly at: number
}

/** Words of a name with their places; dots and hyphens separate. */
export function listWords(name: string): Word[] {
  return Array.from(name.matchAll(/[^.-]+/g), ({ 0: text, index }) => ({ text, at: index }))
}

/** Words as somebody who rearranges a name sees them: `office365` has two. */
export function listMovableWords(name: string): Word[] {
  return Array.from(name.matchAll(/\d+|[^.\d-]+/g), ({ 0: text, index }) => ({ text, at: index }))
}

const IMPOSSIBLE: Alignment = { cost: Number.POSITIVE_INFINITY, edits: [] }
const WORDS_MAX = 8
/** Words further apart than this are not each other's. */
const PAIR_COST_MAX = 1.2

/** The same words in another order, each of them perhaps with an edit of its own. */
function alignMovedWords(genuine: string, observed: string): Alignment {
  const left = listMovableWords(genuine)
  const right = listMovableWords(observed)
  if (left.length !== right.length || left.length < 3 || left.length > WORDS_MAX) return IMPOSSIBLE
  const partners = pairWords(left, right)
  if (partners === undefined) return IMPOSSIBLE
  const staying = longestRise(partners)
  if (staying.size === left.length) return IMPOSSIBLE

  let cost = 0
  const edits: LookalikeEdit[] = []
  for (const [at, word] of left.entries()) {
    const other = right[partners[at] ?? 0]
    if (other === undefined) return IMPOSSIBLE
    const inner = alignNames(word.text, other.text)
    cost += inner.cost
    edits.push(...shiftEdits(inner.edits, word.at, other.at))
    if (staying.has(at)) continue
    cost += EDIT_COSTS.labelMoved
    edits.push({
      kind: 'label-moved',
      genuine: word.text,
      genuineAt: word.at,
      observed: other.text,
      observedAt: other.at,
    })
  }
  return { cost, edits: edits.sort((a, b) => a.observedAt - b.observedAt) }
}

/** For each word on the left the place of its partner on the right, by skeleton, else the closest. */
function pairWords(left: readonly Word[], right: readonly Word[]): number[] | undefined {
  const free = new Set(right.keys())
  const skeletons = right.map(({ text }) => toSkeleton(text))
  const partners: number[] = []
  for (const { text } of left) {
    const skeleton = toSkeleton(text)
    let best: { readonly at: number; readonly cost: number } | undefined
    for (const at of free) {
      const other = { text: right[at]?.text ?? '', skeleton: skeletons[at] ?? '' }
      const cost = costOf({ text, skeleton }, other)
      if (best === undefined || cost < best.cost) best = { at, cost }
    }
    if (best === undefined || best.cost > PAIR_COST_MAX) return undefined
    free.delete(best.at)
    partners.push(best.at)
  }
  return partners
}

interface SkeletonWord {
  readonly text: string
  readonly skeleton: string
}

/**
 * More letters apart than this is dearer than `PAIR_COST_MAX`: a change costs 0.45 for each of the two letters
 * it makes differ, and the skeletons of two words taken for each other differ in two at most.
 */
const UNSHARED_MAX = 4
const JOINING_WORD = 'and'

function costOf(a: SkeletonWord, b: SkeletonWord): number {
  if (a.text === b.text) return 0
  if (a.skeleton === b.skeleton) return 0.1
  const mayJoin = a.text.includes(JOINING_WORD) || b.text.includes(JOINING_WORD)
  if (!mayJoin && countUnshared(a.skeleton, b.skeleton) > UNSHARED_MAX)
    return Number.POSITIVE_INFINITY
  return alignNames(a.text, b.text, PAIR_COST_MAX).cost
}

/** Indexes of a longest rising subsequence: the words that kept their order. */
function longestRise(values: readonly number[]): Set<number> {
  const chains: number[][] = []
  for (const [at, value] of values.entries()) {
    const before = chains.filter((_, earlier) => (values[earlier] ?? 0) < value)
    chains.push([...longestOf(before), at])
  }
  return new Set(longestOf(chains))
}

function longestOf(chains: readonly number[][]): number[] {
  return chains.reduce((longest, one) => (one.length > longest.length ? one : longest), [])
}

/** Moves edits found in a piece of two names to their places in the whole names. */
export function shiftEdits(
  edits: readonly LookalikeEdit[],
  genuineBy: number,
  observedBy: number,
): LookalikeEdit[] {
  return edits.map((edit) => ({
    ...edit,
    genuineAt: edit.genuineAt + genuineBy,
    observedAt: edit.observedAt + observedBy,
  }))
}
