import type { Message } from '../evidence/message.ts'
import { techniques } from './index.ts'
import type { Finding, FindingDraft, Technique, TechniqueContext, Weight } from './technique.ts'

const RANK: Readonly<Record<Weight, number>> = { strong: 0, medium: 1, weak: 2 }

const FIRST = techniques.filter(({ detect }) => detect !== undefined)
const SECOND = techniques.filter(({ detectAfter }) => detectAfter !== undefined)

/**
 * Asks every technique about one mail, then those of the second stage with what the first found;
 * strongest findings first, then in the order of the mail.
 */
export function findFindings(message: Message, context: TechniqueContext): Finding[] {
  const first: Finding[] = []
  for (const technique of FIRST)
    addFindings(first, technique, technique.detect?.(message, context) ?? [])
  const all = [...first]
  for (const technique of SECOND)
    addFindings(all, technique, technique.detectAfter?.(message, context, first) ?? [])
  return all.sort(
    (a, b) => RANK[a.weight] - RANK[b.weight] || a.where.range.start - b.where.range.start,
  )
}

function addFindings(
  findings: Finding[],
  { id, weight }: Technique,
  drafts: readonly FindingDraft[],
): void {
  for (const draft of drafts)
    findings.push({ technique: id, ...draft, weight: draft.weight ?? weight })
}
