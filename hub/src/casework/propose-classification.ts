import type { Bilingual } from 'contract/common'
import type { CaseRecord } from './case-record.ts'
import { PROPOSAL_REASONS_MAX } from './limits.ts'
import type { LogSign, MailProposal } from './placement.queries.ts'

const RANK = { strong: 3, medium: 2, weak: 1 } as const

/** Proposals that say nothing about an attack; any other wins against them. */
const SAYS_LITTLE = new Set(['unclear', 'harmless'])

const NOTHING: CaseRecord['proposal'] = {
  value: 'unclear',
  confidence: 'weak',
  reasons: [{ ja: '読み取れたメールがまだありません。', en: 'No mail has been read yet.' }],
}

/**
 * Proposes what a case is from what its mails were proposed as: the surest one wins, then the most
 * frequent, then the one seen first. A person decides.
 */
export function proposeClassification(
  mails: readonly MailProposal[],
  logs: readonly LogSign[] = [],
): CaseRecord['proposal'] {
  const groups = Map.groupBy(mails, ({ value }) => value)
  const best = [...groups.values()].toSorted((a, b) => compare(b, a))[0]
  const [first] = best?.toSorted((a, b) => RANK[b.confidence] - RANK[a.confidence]) ?? []
  // The mail that brought a log says little by itself; what the log shows says more.
  if (best === undefined || first === undefined || (logs.length > 0 && weigh(best) === 0))
    return { ...proposeFromLogs(logs), ...proposeReach(mails) }
  const reasons = [
    ...sayMajority(best.length, mails.length),
    ...distinct(best.flatMap((mail) => mail.reasons)),
  ]
  return {
    value: first.value,
    confidence: first.confidence,
    reasons: reasons.slice(0, PROPOSAL_REASONS_MAX),
    ...proposeReach(mails),
  }
}

/** What most of its mails were meant for; undecided between them is unclear (SPEC R-4). */
function proposeReach(
  mails: readonly MailProposal[],
): Pick<CaseRecord['proposal'], 'reach' | 'reachReasons'> {
  const told = mails.filter(({ reach }) => reach !== undefined)
  if (told.length === 0) return {}
  const count = (reach: MailProposal['reach']) => told.filter((mail) => mail.reach === reach).length
  const [targeted, mass] = [count('targeted'), count('mass')]
  const reach = targeted > mass ? 'targeted' : mass > targeted ? 'mass' : 'unclear'
  const alike = told.filter((mail) => mail.reach === reach)
  const reasons = (alike.length > 0 ? alike : told).flatMap((mail) => mail.reachReasons ?? [])
  return { reach, reachReasons: distinct(reasons).slice(0, PROPOSAL_REASONS_MAX) }
}

/** A log shows the traffic; whether it got in is for a person to find out. */
function proposeFromLogs(logs: readonly LogSign[]): CaseRecord['proposal'] {
  if (logs.length === 0) return NOTHING
  return {
    value: 'malicious-traffic',
    confidence: logs.some(({ weight }) => weight === 'strong') ? 'medium' : 'weak',
    reasons: distinct(logs.map(({ say }) => say)).slice(0, PROPOSAL_REASONS_MAX),
  }
}

function compare(a: readonly MailProposal[], b: readonly MailProposal[]): number {
  return weigh(a) - weigh(b) || a.length - b.length
}

function weigh(group: readonly MailProposal[]): number {
  if (group.some(({ value }) => SAYS_LITTLE.has(value))) return 0
  return Math.max(...group.map(({ confidence }) => RANK[confidence]))
}

function sayMajority(count: number, total: number): Bilingual[] {
  if (total < 2) return []
  return [
    {
      ja: `${total}通のうち${count}通がこの分類とみられます。`,
      en: `${count} of ${total} mails look like this.`,
    },
  ]
}

function distinct(reasons: readonly Bilingual[]): Bilingual[] {
  return [...new Map(reasons.map((reason) => [reason.en, reason])).values()]
}
