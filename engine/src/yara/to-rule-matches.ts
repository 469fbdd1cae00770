import { limits } from '../limits.ts'
import type { RuleMatch } from './rule-match.ts'

/** What the library answers; it is a program of others, so nothing is taken on trust. */
interface Answer {
  readonly matches?: readonly Partial<AnsweredRule>[]
}

interface AnsweredRule {
  readonly identifier: string
  readonly namespace: string
  readonly isPrivate: boolean
  readonly tags: readonly string[]
  readonly metadata: readonly { readonly identifier: string; readonly value: unknown }[]
  readonly patterns: readonly {
    readonly identifier: string
    readonly matches: readonly { readonly offset: number; readonly length: number }[]
  }[]
}

/** The answer as ours: private rules left out, everything bounded. */
export function toRuleMatches(answer: unknown): readonly RuleMatch[] {
  const { matches = [] } = answer as Answer
  return matches
    .filter(({ isPrivate = false }) => !isPrivate)
    .slice(0, limits.ruleMatchesMax)
    .map((one) => ({
      rule: one.identifier ?? '',
      sourceId: one.namespace ?? '',
      tags: one.tags ?? [],
      meta: Object.fromEntries(
        (one.metadata ?? []).map(({ identifier, value }) => [
          identifier,
          String(value).slice(0, 500),
        ]),
      ),
      places: (one.patterns ?? [])
        .flatMap(({ identifier, matches: places }) =>
          places.map(({ offset, length }) => ({
            pattern: identifier,
            range: { start: offset, end: offset + length },
          })),
        )
        .slice(0, limits.rulePlacesMax),
    }))
}
