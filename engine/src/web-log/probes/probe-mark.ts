import type { ProbeKind } from './probe-kinds.ts'

/** A piece of a request that ordinary visitors have no reason to send. */
export interface ProbeMark {
  readonly kind: ProbeKind
  /** In lower case, after percent-decoding. `\` is read as `/`, `+` in the query as a space. */
  readonly text: string
  /** What it is looked for, when the text alone does not say. */
  readonly label?: string
  /** `path`: before the question mark. `end`: at the very end of the path. `query`: behind the question mark. */
  readonly where?: 'path' | 'end' | 'query'
  /** Another text that must stand in the same request. */
  readonly with?: string
  /** Counts only when the server refused it (4xx, 5xx): on a site that has this page it is everyday traffic. */
  readonly isEveryday?: true
}

type Options = Omit<ProbeMark, 'kind' | 'text'>

/** Marks of one kind that share their conditions. */
export function marks(
  kind: ProbeKind,
  texts: readonly string[],
  options: Options = {},
): ProbeMark[] {
  return texts.map((text) => ({ kind, text, ...options }))
}
