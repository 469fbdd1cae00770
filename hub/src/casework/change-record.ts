import { z } from 'zod'
import { CaseChangeId, CaseId, Classification, PersonId, SubmissionId } from 'contract/common'
import { CaseChange, CaseState } from 'contract/case'
import { SubmissionState } from 'contract/intake'
import { PlacementReason } from './case-record.ts'

const Moment = z.iso.datetime()

/** Where a submission was before a change. */
export const PlacementBefore = z.strictObject({
  submissionId: SubmissionId,
  state: SubmissionState,
  caseId: CaseId.optional(),
  addedAt: Moment.optional(),
  reasons: z.array(PlacementReason),
})
export type PlacementBefore = z.infer<typeof PlacementBefore>

/** Columns of a case before a change; only those that changed. `null` says that there was nothing. */
export const CaseBefore = z.strictObject({
  caseId: CaseId,
  title: z.string().optional(),
  state: CaseState.optional(),
  closedAt: Moment.nullable().optional(),
  mergedInto: CaseId.nullable().optional(),
  classification: Classification.optional(),
  classificationReason: z.string().nullable().optional(),
  classifiedBy: PersonId.nullable().optional(),
})
export type CaseBefore = z.infer<typeof CaseBefore>

/** All that is needed to undo a change, whatever its kind. */
export const Before = z.strictObject({
  placements: z.array(PlacementBefore),
  cases: z.array(CaseBefore),
  /** The case this change opened; undoing withdraws it. */
  opened: CaseId.optional(),
})
export type Before = z.infer<typeof Before>

export type ChangeKind = z.infer<typeof CaseChange>['kind']

export const ChangeRecord = z.object({
  changeId: CaseChangeId,
  caseId: CaseId,
  sequence: z.number(),
  kind: CaseChange.shape.kind,
  changedAt: z.date(),
  before: Before,
  touches: z.array(z.string()),
  undoneAt: z.date().optional(),
})
export type ChangeRecord = z.infer<typeof ChangeRecord>

/** Names of the things a change touches; two changes that share one cannot be undone out of order. */
export function touchedBy(before: Before, caseIds: readonly string[]): string[] {
  const columns = before.cases.flatMap(({ caseId, ...changed }) =>
    Object.keys(changed).map((column) => `${column}:${caseId}`),
  )
  return [
    ...before.placements.map(({ submissionId }) => `submission:${submissionId}`),
    ...columns,
    ...caseIds.map((caseId) => `within:${caseId}`),
  ]
}

/** What a later change must not have touched for this one to be undone. */
export function heldBy({ before, touches }: Pick<ChangeRecord, 'before' | 'touches'>): string[] {
  const own = touches.filter((name) => !name.startsWith('within:'))
  return before.opened === undefined ? own : [...own, `within:${before.opened}`]
}
