import { memoiseByContent } from '../../memoise.ts'
import { toShownDomain } from '../../to-shown-domain.ts'
import type { TraceOrganisation, Traces } from '../traces.ts'
import { listCompanyForms } from './company-forms.ts'
import { tellingLabels } from './name-keys.ts'
import { reduceName } from './reduce-text.ts'

/** Which organisation of the traces an observed domain points at, if any (T11). */
export type ImitationIndex = (domain: string) => string | undefined

interface Genuine {
  readonly organisationId: string
  readonly label: string
  readonly letters: number
  /** The beginning of a name alone: too short to be told from other words when letters differ. */
  readonly isCore?: boolean
}

/** Lists kept: one for each set of providers that a hub works on in one hour. */
const GENUINE_KEPT = 4

/** Shorter labels resemble too many others to say anything. */
const LABEL_MIN = 4
/** Labels from this length may differ in two letters, shorter ones in one. */
const TWO_EDITS_FROM = 8

/**
 * Recognises look-alikes of the traces' domains and names by their letters. Independent of the
 * analysis, which knows only the recipient's register: the provider may trade with someone it never named.
 */
export function buildImitationIndex(
  traces: Traces,
  alreadyFound: ReadonlyMap<string, string>,
): ImitationIndex {
  const genuine = listGenuine(traces)
  const owners = new Map<string, string | undefined>()
  const ownerOf = (label: string): string | undefined => {
    if (!owners.has(label)) {
      const letters = lettersOf(label)
      owners.set(label, genuine.find((one) => imitates(label, letters, one))?.organisationId)
    }
    return owners.get(label)
  }
  return (domain) =>
    findParent(domain, alreadyFound) ??
    candidatesOf(domain).reduce<string | undefined>(
      (owner, label) => owner ?? ownerOf(label),
      undefined,
    )
}

/** Words of a text resemble one another more than registered domains do, so that only long names count. */
const WORD_MIN = 8
const WORD_TWO_EDITS_FROM = 12

/** Whether a word differs in a letter from a name or domain of the traces, in two from a long one. */
export function buildWordImitation(traces: Traces): (word: string) => boolean {
  const genuine = listGenuine(traces).filter(
    ({ label, isCore }) => isCore !== true && label.length >= WORD_MIN,
  )
  const known = new Map<string, boolean>()
  return (word) => {
    const seen = known.get(word)
    if (seen !== undefined) return seen
    const observed = reduceName(word, 'as-letters')
    const letters = lettersOf(observed)
    const isLike = genuine.some((one) => {
      const editsMax = one.label.length >= WORD_TWO_EDITS_FROM ? 2 : 1
      return differsByAtMost(editsMax, observed, letters, one)
    })
    known.set(word, isLike)
    return isLike
  }
}

/** Whole names and domains first, then beginnings. Kept as long as the traces say the same. */
const listGenuine = memoiseByContent((traces: Traces): readonly Genuine[] => {
  const whole = traces.organisations.flatMap(({ id, domains, names }) =>
    [...tellingLabels(domains), ...domains, ...names]
      .map((name) => reduceName(name, 'as-letters'))
      .filter((label) => label.length >= LABEL_MIN && /^[a-z]+$/u.test(label))
      .map((label): Genuine => ({ organisationId: id, label, letters: lettersOf(label) })),
  )
  const known = new Set(whole.map(({ label }) => label))
  const cores = new Map(
    listCores(traces).map((core) => [`${core.organisationId} ${core.label}`, core]),
  )
  return [...whole, ...[...cores.values()].filter(({ label }) => !known.has(label))]
}, GENUINE_KEPT)

/** `kitahama.test` points at Kitahama Seiki, and at kitahama-seiki.example; beginnings that others share do not. */
function listCores(traces: Traces): readonly Genuine[] {
  return traces.organisations.flatMap(({ id, names, domains }) =>
    [
      ...listSure({ names, domains: [] }, CONTAINED_MIN),
      // What nobody entered must be longer; a shorter word of a domain is looked for by itself (`buildGuessedHosts`).
      ...listSure({ names, domains }, CONTAINED_MIN + 1),
    ].map((label) => ({ organisationId: id, label, letters: lettersOf(label), isCore: true })),
  )
}

const listSure = (
  called: Pick<TraceOrganisation, 'names' | 'domains'>,
  lettersMin: number,
): readonly string[] =>
  listCompanyForms(called)
    .filter(({ isDoubtful }) => !isDoubtful)
    .map(({ form }) => reduceName(form, 'as-letters'))
    .filter((label) => label.length >= lettersMin && /^[a-z]+$/u.test(label))

/** Shorter names stand inside other words. */
const CONTAINED_MIN = 5

/** A host below a look-alike is that look-alike: `portal.x-cc.com` gives away what `x-cc.com` does. */
function findParent(domain: string, known: ReadonlyMap<string, string>): string | undefined {
  for (let name = domain; name.includes('.'); name = name.slice(name.indexOf('.') + 1)) {
    const found = known.get(name)
    if (found !== undefined) return found
  }
  return undefined
}

/** The labels one by one and all run together: `x.com.cc` is imitated by `x-cc.com`. */
function candidatesOf(written: string): readonly string[] {
  const domain = toShownDomain(written)
  const labels = domain.split('.')
  const packed = [...labels, domain, labels.slice(0, -1).join('')]
  return packed.map((label) => reduceName(label, 'as-letters'))
}

function imitates(
  observed: string,
  observedLetters: number,
  { label: genuine, letters, isCore }: Genuine,
): boolean {
  // Every label of a case is held against every name of a community: numbers tell nearly all apart before letters are read.
  const isLacking = (letters & ~observedLetters) !== 0
  if (!isLacking && genuine.length >= CONTAINED_MIN && observed.includes(genuine)) return true
  if (isCore === true) return false
  const editsMax = genuine.length >= TWO_EDITS_FROM ? 2 : 1
  return differsByAtMost(editsMax, observed, observedLetters, { label: genuine, letters })
}

function differsByAtMost(
  editsMax: number,
  observed: string,
  observedLetters: number,
  { label: genuine, letters }: Pick<Genuine, 'label' | 'letters'>,
): boolean {
  if (Math.abs(observed.length - genuine.length) > editsMax) return false
  if (countBits(observedLetters ^ letters) > 2 * editsMax) return false
  return countEdits(observed, genuine) <= editsMax
}

/** Which of the letters a to z a label has, a bit each. One edit changes at most two of them. */
function lettersOf(label: string): number {
  let letters = 0
  for (let at = 0; at < label.length; at += 1) {
    const letter = label.charCodeAt(at) - 0x61
    if (letter >= 0 && letter < 26) letters |= 1 << letter
  }
  return letters
}

function countBits(bits: number): number {
  let count = 0
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1
  return count
}

/** Optimal string alignment distance: insertions, deletions, changes, swaps of neighbours. */
function countEdits(a: string, b: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const change = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, change)
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      if (isSwap) best = Math.min(best, (beforeLast[j - 2] ?? 0) + 1)
      row.push(best)
    }
    beforeLast = last
    last = row
  }
  return last[b.length] ?? 0
}
