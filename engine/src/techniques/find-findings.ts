import type { Message } from '../evidence/message.ts'
import { techniques } from './index.ts'
import type { Finding, TechniqueContext, Weight } from './technique.ts'

const RANK: Readonly<Record<Weight, number>> = { strong: 0, medium: 1, weak: 2 }

/** Asks every technique about one mail; strongest findings first, then in the order of the mail. */
export function findFindings(message: Message, context: TechniqueContext): Finding[] {
  return techniques
    .flatMap((technique) =>
      technique.detect(message, context).map(
        (draft): Finding => ({
          technique: technique.id,
          ...draft,
          weight: draft.weight ?? technique.weight,
        }),
      ),
    )
    .sort((a, b) => RANK[a.weight] - RANK[b.weight] || a.where.range.start - b.where.range.start)
}
