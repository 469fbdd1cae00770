import type { LookalikeEdit } from 'contract/analysis'

/** One column of the picture: the same letter twice, or an edit with what it replaced. */
export interface LookalikeColumn {
  readonly genuine: string
  readonly observed: string
  readonly edit: LookalikeEdit | undefined
}

/**
 * Sets two names letter under letter. Between edits the names agree; where they do not
 * (an edit list from elsewhere may be wrong), the letters stand side by side without a claim.
 */
export function toLookalikeColumns(
  genuine: string,
  observed: string,
  edits: readonly LookalikeEdit[],
): LookalikeColumn[] {
  const columns: LookalikeColumn[] = []
  let genuineEnd = 0
  let observedEnd = 0
  for (const edit of [...edits].sort((a, b) => a.observedAt - b.observedAt)) {
    if (edit.genuineAt < genuineEnd || edit.observedAt < observedEnd) continue
    pushBetween(
      columns,
      genuine.slice(genuineEnd, edit.genuineAt),
      observed.slice(observedEnd, edit.observedAt),
    )
    columns.push({ genuine: edit.genuine, observed: edit.observed, edit })
    genuineEnd = edit.genuineAt + edit.genuine.length
    observedEnd = edit.observedAt + edit.observed.length
  }
  pushBetween(columns, genuine.slice(genuineEnd), observed.slice(observedEnd))
  return columns
}

function pushBetween(columns: LookalikeColumn[], genuine: string, observed: string): void {
  const above = Array.from(genuine)
  const below = Array.from(observed)
  for (let at = 0; at < Math.max(above.length, below.length); at++) {
    columns.push({ genuine: above[at] ?? '', observed: below[at] ?? '', edit: undefined })
  }
}
