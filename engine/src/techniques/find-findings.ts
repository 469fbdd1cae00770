import type { Message } from '../evidence/message.ts'
import { techniques } from './index.ts'
import type { Finding, FindingDraft, Technique, TechniqueContext, Weight } from './technique.ts'

const RANK: Readonly<Record<Weight, number>> = { strong: 0, medium: 1, weak: 2 }

/**
 * Asks every technique about one mail, then those of the second stage with what the first found;
 * strongest findings first, then in the order of the mail.
 */
export function findFindings(message: Message, context: TechniqueContext): Finding[] {
  const first = techniques.flatMap((technique) =>
    toFindings(technique, technique.detect?.(message, context) ?? []),
  )
  const second = techniques.flatMap((technique) =>
    toFindings(technique, technique.detectAfter?.(message, context, first) ?? []),
  )
  return [...first, ...second].sort(
    (a, b) => RANK[a.weight] - RANK[b.weight] || a.where.range.start - b.where.range.start,
  )
}

function toFindings({ id, weight }: Technique, drafts: readonly FindingDraft[]): Finding[] {
  return drafts.map((draft) => ({ technique: id, ...draft, weight: draft.weight ?? weight }))
}
