import type { StructureView } from 'contract/community'
import { listChanges } from './list-changes.ts'
import { type GroupRecord, type MembershipSpan, spansOn } from './membership-span.ts'

/**
 * The operating structure on a day, from memberships alone: nothing is stored that could grow stale,
 * so a day years back is answered like today (SPEC C-3).
 */
export function countStructure(
  groups: readonly GroupRecord[],
  spans: readonly MembershipSpan[],
  asOf: string,
): StructureView {
  const present = spansOn(spans, asOf)
  const rows = groups
    .map((group) => ({ ...group, ...countGroup(group, present) }))
    .filter(({ organisationCount, createdOn }) => organisationCount > 0 || createdOn <= asOf)
    .map(({ createdOn, ...row }) => row)
  const sum = (kept: typeof rows) => kept.reduce((total, row) => total + row.organisationCount, 0)
  return {
    asOf,
    groups: rows,
    membershipCount: sum(rows),
    sigMembershipCount: sum(rows.filter(({ kind }) => kind === 'sig')),
    organisationCount: new Set(present.map(({ organisation }) => organisation)).size,
    changes: listChanges(groups, spans, asOf),
  }
}

function countGroup(group: GroupRecord, present: readonly MembershipSpan[]) {
  const inside = present.filter(({ groupId }) => groupId === group.groupId)
  return {
    organisationCount: inside.length,
    constituentCount: inside.reduce((sum, { constituentCount }) => sum + constituentCount, 0),
  }
}
