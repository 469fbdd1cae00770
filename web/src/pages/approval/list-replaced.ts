import type { ApprovalView } from 'contract/bulletin'

type Replaced = ApprovalView['replaced'][number]

/** The names and their aliases; whoever stands in the vault and has an account besides stands here once. */
export const listReplaced = (rows: readonly Replaced[]): readonly Replaced[] =>
  rows.filter(
    (row, at) => !rows.some((other, place) => other !== row && covers(other, row, place < at)),
  )

/** Of two rows that say the same, the first stays. */
function covers(other: Replaced, row: Replaced, isBefore: boolean): boolean {
  if (other.alias.ja !== row.alias.ja) return false
  const names = new Set(other.standsFor)
  const isSame = names.size === new Set(row.standsFor).size
  return row.standsFor.every((name) => names.has(name)) && (!isSame || isBefore)
}
