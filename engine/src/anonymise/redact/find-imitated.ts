import { domainToUnicode } from 'node:url'
import type { Traces } from '../traces.ts'
import { listCompanyForms } from './company-forms.ts'
import { tellingLabels } from './name-keys.ts'
import { reduceName } from './reduce-text.ts'

/** Which organisation of the traces an observed domain points at, if any (T11). */
export type ImitationIndex = (domain: string) => string | undefined

interface Genuine {
  readonly organisationId: string
  readonly label: string
  /** The beginning of a name alone: too short to be told from other words when letters differ. */
  readonly isCore?: boolean
}

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
  const genuine = traces.organisations.flatMap(({ id, domains, names }) =>
    [...tellingLabels(domains), ...domains, ...names]
      .map((name) => reduceName(name, 'as-letters'))
      .filter((label) => label.length >= LABEL_MIN && /^[a-z]+$/u.test(label))
      .map((label): Genuine => ({ organisationId: id, label })),
  )
  const known = new Set(genuine.map(({ label }) => label))
  const cores = listCores(traces).filter(({ label }) => !known.has(label))
  return (domain) => {
    const found = findParent(domain, alreadyFound)
    if (found !== undefined) return found
    return candidatesOf(domain).reduce<string | undefined>(
      (owner, label) =>
        owner ?? [...genuine, ...cores].find((one) => imitates(label, one))?.organisationId,
      undefined,
    )
  }
}

/** `kitahama.test` points at Kitahama Seiki; beginnings that others share do not. */
function listCores(traces: Traces): readonly Genuine[] {
  return traces.organisations.flatMap(({ id, names }) =>
    listCompanyForms(names)
      .filter(({ isDoubtful }) => !isDoubtful)
      .map(({ form }) => reduceName(form, 'as-letters'))
      .filter((label) => label.length >= CONTAINED_MIN && /^[a-z]+$/u.test(label))
      .map((label) => ({ organisationId: id, label, isCore: true })),
  )
}

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
  // Internationalised names (RFC 3492) as a reader sees them.
  const shown = written.includes('xn--') ? domainToUnicode(written) : written
  const domain = shown === '' ? written : shown
  const labels = domain.split('.')
  const packed = [...labels, domain, labels.slice(0, -1).join('')]
  return packed.map((label) => reduceName(label, 'as-letters'))
}

function imitates(observed: string, { label: genuine, isCore }: Genuine): boolean {
  if (genuine.length >= CONTAINED_MIN && observed.includes(genuine)) return true
  if (isCore === true) return false
  const editsMax = genuine.length >= TWO_EDITS_FROM ? 2 : 1
  if (Math.abs(observed.length - genuine.length) > editsMax) return false
  return countEdits(observed, genuine) <= editsMax
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
