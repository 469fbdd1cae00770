import { alignAddedWords, alignSplitLabel, listNameRuns, type NameRun } from './added-words.ts'
import type { Alignment } from './align-names.ts'
import { compareDomains } from './compare-domains.ts'
import type { DeletionIndex } from './deletion-index.ts'
import { deletionsForQuestion, KEY_KINDS, toBagKey, toFlatKey } from './domain-keys.ts'
import { countLetters, EDIT_COSTS, imitationCostMax } from './edit-costs.ts'
import { CHEAP_SUFFIXES, EVERYDAY_NAMES } from './lure-words.ts'
import type { DomainRelation, ImitatedDomain } from './register.ts'
import { toSkeleton } from './skeleton.ts'
import { type SplitDomain, toDomainName } from './split-domain.ts'

/** A domain that somebody may imitate, and whose it is. */
export interface ProtectedDomain {
  readonly label: string
  readonly suffix: string
  readonly organisation: string
  readonly owner: string
  readonly relation: DomainRelation
}

const RANK: Readonly<Record<DomainRelation, number>> = {
  recipient: 0,
  partner: 1,
  member: 2,
  'well-known': 3,
}

/** Endings that registries give to proven authorities and schools only; nobody buys a trick there. */
const GUARDED_SUFFIX = /^(?:gov|mil|edu|int)$|(?:^|\.)(?:gov|mil|edu|go|lg|ac|ed)\.[a-z]{2}$/

/** Answers at most this many; behind the third an analyst does not read. */
const ANSWERS_MAX = 5
/** Candidates compared letter by letter for one question; keeps the slowest question under 1 ms. */
const COMPARED_MAX = 64

/** Protected domains that the observed host may be meant to be taken for, closest first. */
export function findImitated(
  host: SplitDomain,
  index: DeletionIndex,
  domains: readonly ProtectedDomain[],
): ImitatedDomain[] {
  if (GUARDED_SUFFIX.test(host.suffix)) return []
  const best = new Map<string, ImitatedDomain>()
  const keep = (domain: ProtectedDomain, found: Alignment, observed: string) => {
    const known = best.get(domain.organisation)
    if (known !== undefined && known.cost <= found.cost) return
    const { organisation: genuine, owner, relation } = domain
    best.set(genuine, { genuine, owner, relation, observed, ...found })
  }
  const registered = toDomainName(host)
  let compared = 0
  for (const id of askWhole(host, index)) {
    const domain = domains[id]
    if (domain === undefined || compared++ >= COMPARED_MAX) break
    const found = compareDomains(domain, host, costMaxOf(domain))
    if (isImitation(domain, host, found)) keep(domain, found, registered)
  }
  for (const run of listNameRuns(host))
    for (const id of askRun(run, index)) {
      const domain = domains[id]
      if (domain === undefined || compared++ >= COMPARED_MAX * 2) break
      const found = alignRun(domain, host, run)
      if (found) keep(domain, found, run.isInSubdomain ? host.shown : registered)
    }
  return [...best.values()]
    .sort((a, b) => a.cost - b.cost || RANK[a.relation] - RANK[b.relation])
    .slice(0, ANSWERS_MAX)
}

/** The cheapest explanation of one observed host by one genuine name, without looking in an index. */
export function explainImitation(
  domain: ProtectedDomain,
  host: SplitDomain,
): Alignment & { readonly observed: string } {
  const observed = toDomainName(host)
  const whole = { ...compareDomains(domain, host, costMaxOf(domain)), observed }
  return listNameRuns(host).reduce((best, run) => {
    const found = alignRun(domain, host, run)
    if (found === undefined || found.cost >= best.cost) return best
    return { ...found, observed: run.isInSubdomain ? host.shown : observed }
  }, whole)
}

function costMaxOf(domain: ProtectedDomain): number {
  return imitationCostMax(countLetters(domain.label), domain.relation)
}

function askWhole({ label, suffix }: SplitDomain, index: DeletionIndex): Set<number> {
  const ids = new Set<number>()
  const word = toSkeleton(label)
  index.findCandidates(KEY_KINDS.label, word, deletionsForQuestion(word), ids)
  index.findCandidates(KEY_KINDS.flat, toFlatKey(toDomainName({ label, suffix })), 1, ids)
  index.findCandidates(KEY_KINDS.bag, toBagKey(toDomainName({ label, suffix })), 1, ids)
  return ids
}

function askRun(run: NameRun, index: DeletionIndex): Set<number> {
  const ids = new Set<number>()
  const word = toSkeleton(run.text).replaceAll('.', '')
  index.findCandidates(KEY_KINDS.label, word, run.isGlued ? 0 : 1, ids)
  index.findCandidates(KEY_KINDS.flat, toFlatKey(run.text), 0, ids)
  return ids
}

function isImitation(domain: ProtectedDomain, host: SplitDomain, found: Alignment): boolean {
  const isSuffixOnly = found.cost > 0 && found.edits.every((edit) => edit.kind === 'tld-changed')
  if (!Number.isFinite(found.cost)) return false
  if (isSuffixOnly) return isBorrowedSuffix(domain, host)
  return found.cost > 0 && found.cost <= costMaxOf(domain)
}

/**
 * The same label under another suffix is what global companies own themselves, so it counts only
 * for names the recipient deals with, or under a suffix that such companies do not use.
 */
function isBorrowedSuffix(domain: ProtectedDomain, host: SplitDomain): boolean {
  if (domain.label.length < 4 || EVERYDAY_NAMES.has(domain.label)) return false
  return domain.relation !== 'well-known' || CHEAP_SUFFIXES.has(host.suffix)
}

function alignRun(domain: ProtectedDomain, host: SplitDomain, run: NameRun): Alignment | undefined {
  const letters = countLetters(domain.label)
  const whole = `${domain.label}.${domain.suffix}`
  const isWhole = toFlatKey(run.text) === toFlatKey(whole) && letters >= 3
  if (isWhole) return alignAddedWords(whole, undefined, host, run)
  if (isSplitLabel(domain, host, run)) return alignSplitLabel(domain, host, run)
  if (letters < 4 || EVERYDAY_NAMES.has(domain.label) || run.text.includes('.')) return undefined
  if (letters < 5 && (!run.hasLuresOnly || run.besides.length === 0)) return undefined
  // Half of all honest product sites are a known name and a word; only a forger's word counts there.
  if (domain.relation === 'well-known' && !run.hasLuresOnly && !run.isInSubdomain) return undefined
  const found = alignAddedWords(domain.label, domain.suffix, host, run)
  // Host names of machines are full of words; left of the registered name only the whole name counts.
  const editsMax = run.isInSubdomain ? EDIT_COSTS.homoglyph : 0.9
  const innerMax = Math.min(imitationCostMax(letters, domain.relation), editsMax)
  return found.cost - EDIT_COSTS.wordAdded - EDIT_COSTS.tldBesideWord <= innerMax
    ? found
    : undefined
}

/** `kitahama.seiki.test` for `kitahama-seiki.example`: the hyphen became a dot. */
function isSplitLabel({ label, relation }: ProtectedDomain, host: SplitDomain, run: NameRun) {
  if (relation === 'well-known' || !label.includes('-') || !run.text.includes('.')) return false
  const end = host.shown.length - host.suffix.length - 1
  return run.at + run.text.length === end && toFlatKey(run.text) === toFlatKey(label)
}
