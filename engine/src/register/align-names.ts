import type { LookalikeEdit } from './lookalike-edit.ts'
import { toLatinLookalike } from './confusables.ts'
import { EDIT_COSTS, isAlike } from './edit-costs.ts'
import { isVisualPair, SEQUENCES } from './skeleton.ts'

/** The cheapest way from one name to another. */
export interface Alignment {
  readonly cost: number
  readonly edits: readonly LookalikeEdit[]
}

interface Step {
  readonly cost: number
  readonly kind: LookalikeEdit['kind'] | 'same'
  readonly genuineLength: number
  readonly observedLength: number
}

/** Names further apart than this are not compared to the end. */
const ALIGNMENT_COST_MAX = 4

/**
 * Cheapest edits from `genuine` to `observed`, in reading order: an edit distance whose steps are
 * the changes people make by hand. Time and memory grow with the product of the two lengths, which
 * the length of a domain name bounds; ways dearer than `costMax` are given up, their cost is infinite.
 */
export function alignNames(
  genuine: string,
  observed: string,
  costMax = ALIGNMENT_COST_MAX,
): Alignment {
  const { head, tail } = findCommonEnds(genuine, observed)
  const genuineEnd = genuine.length - tail
  const observedEnd = observed.length - tail
  const width = observedEnd + 1
  const shortWords = findShortWords(genuine)
  const best = new Float64Array((genuineEnd + 1) * width).fill(Number.POSITIVE_INFINITY)
  const steps: (Step | undefined)[] = []
  best[head * width + head] = 0
  for (let g = head; g <= genuineEnd; g++)
    for (let o = head; o < width; o++) {
      const reached = best[g * width + o] ?? 0
      if (reached > costMax) continue
      for (const step of listSteps(genuine, g, observed, o, shortWords)) {
        if (g + step.genuineLength > genuineEnd || o + step.observedLength > observedEnd) continue
        const to = (g + step.genuineLength) * width + o + step.observedLength
        if (reached + step.cost >= (best[to] ?? 0) - 1e-9) continue
        best[to] = reached + step.cost
        steps[to] = step
      }
    }
  const cost = best.at(-1) ?? 0
  const edits = Number.isFinite(cost) ? walkBack(genuine, observed, genuineEnd, width, steps) : []
  return { cost, edits }
}

/** Letters that both names begin and end with, less one: a doubled letter needs its neighbour. */
function findCommonEnds(genuine: string, observed: string): { head: number; tail: number } {
  const shorter = Math.min(genuine.length, observed.length)
  let head = 0
  while (head < shorter && genuine[head] === observed[head]) head++
  head = Math.max(0, head - 1)
  let tail = 0
  while (tail < shorter - head && genuine.at(-1 - tail) === observed.at(-1 - tail)) tail++
  return { head, tail: Math.max(0, tail - 1) }
}

function walkBack(
  genuine: string,
  observed: string,
  genuineEnd: number,
  width: number,
  steps: readonly (Step | undefined)[],
) {
  const edits: LookalikeEdit[] = []
  let g = genuineEnd
  let o = width - 1
  while (g > 0 || o > 0) {
    const step = steps[g * width + o]
    if (step === undefined) break
    g -= step.genuineLength
    o -= step.observedLength
    if (step.kind === 'same') continue
    edits.push({
      kind: step.kind,
      genuine: genuine.slice(g, g + step.genuineLength),
      genuineAt: g,
      observed: observed.slice(o, o + step.observedLength),
      observedAt: o,
    })
  }
  return edits.reverse()
}

function listSteps(
  genuine: string,
  g: number,
  observed: string,
  o: number,
  shortWords: ReadonlySet<number> | undefined,
): Step[] {
  const isInShortWord = shortWords?.has(g) ?? false
  const a = genuine.charAt(g)
  const b = observed.charAt(o)
  const steps: Step[] = []
  if (a !== '' && a === b)
    steps.push({ cost: 0, kind: 'same', genuineLength: 1, observedLength: 1 })
  else if (a !== '' && b !== '') steps.push(toReplacement(a, b, isInShortWord))
  if (b !== '')
    steps.push({
      cost: costOfLoose(observed, o, isInShortWord),
      kind: 'inserted',
      genuineLength: 0,
      observedLength: 1,
    })
  if (a !== '')
    steps.push({
      cost: costOfLoose(genuine, g, isInShortWord),
      kind: 'dropped',
      genuineLength: 1,
      observedLength: 0,
    })
  pushLonger(steps, genuine, g, observed, o)
  return steps
}

function pushLonger(steps: Step[], genuine: string, g: number, observed: string, o: number): void {
  for (const [one, two] of SEQUENCES) {
    const cost = EDIT_COSTS.homoglyph
    if (genuine.startsWith(one, g) && observed.startsWith(two, o))
      steps.push({ cost, kind: 'homoglyph', genuineLength: one.length, observedLength: two.length })
    if (genuine.startsWith(two, g) && observed.startsWith(one, o))
      steps.push({ cost, kind: 'homoglyph', genuineLength: two.length, observedLength: one.length })
  }
  // `bath-and-body` and `bathbody` read alike: the word that joins two others is skipped by the eye.
  if (g > 0 && genuine.startsWith('and', g) && !observed.startsWith('and', o))
    steps.push({
      cost: EDIT_COSTS.joiningWord,
      kind: 'dropped',
      genuineLength: 3,
      observedLength: 0,
    })
  const first = genuine.charAt(g)
  const second = genuine.charAt(g + 1)
  const isSwap = second !== '' && first !== second && observed.startsWith(second + first, o)
  if (isSwap && /[a-z0-9]/.test(first) && /[a-z0-9]/.test(second))
    steps.push({ cost: EDIT_COSTS.swap, kind: 'swapped', genuineLength: 2, observedLength: 2 })
}

function toReplacement(a: string, b: string, isInShortWord: boolean): Step {
  const pair = { genuineLength: 1, observedLength: 1 }
  if ((a === '.' && b === '-') || (a === '-' && b === '.'))
    return { cost: EDIT_COSTS.dotToHyphen, kind: 'dot-to-hyphen', ...pair }
  const latin = toLatinLookalike(b)
  if (latin === toLatinLookalike(a) || isVisualPair(a, latin))
    return {
      cost: b > '\u007f' ? EDIT_COSTS.foreignHomoglyph : EDIT_COSTS.homoglyph,
      kind: 'homoglyph',
      ...pair,
    }
  const cost =
    (isAlike(a, latin) ? EDIT_COSTS.changedAlike : EDIT_COSTS.changed) +
    (isInShortWord ? EDIT_COSTS.inShortWord : 0)
  return { cost: /[.-]/.test(a + b) ? 2 : cost, kind: 'changed', ...pair }
}

/**
 * Places in words of up to three letters before a hyphen. There one letter makes another word:
 * `arc-works` is not `arm-works`.
 */
function findShortWords(name: string): ReadonlySet<number> | undefined {
  if (!name.includes('-')) return undefined
  const places = new Set<number>()
  for (const { 0: word, index } of name.matchAll(/(?<![^.-])[^.-]{1,3}-/g))
    for (let at = index; at < index + word.length; at++) places.add(at)
  return places
}

/** Cost of one sign too many or too few, by what stands around it. */
function costOfLoose(name: string, at: number, isInShortWord: boolean): number {
  const sign = name.charAt(at)
  const after = name.charAt(at + 1)
  if (sign === '-') return EDIT_COSTS.hyphen
  if (sign === '.') return EDIT_COSTS.dot
  if (sign === 's' && (after === '' || after === '-' || after === '.')) return EDIT_COSTS.plural
  if (sign === name.charAt(at - 1) || sign === after) return EDIT_COSTS.doubled
  return EDIT_COSTS.inserted + (isInShortWord ? EDIT_COSTS.inShortWord : 0)
}
