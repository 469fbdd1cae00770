import { z } from 'zod'
import { CaseId, Classification, PersonId, SubmissionId } from 'contract/common'
import { CaseState, CaseView } from 'contract/case'
import { ProviderKind, SubmissionKind, SubmissionState } from 'contract/intake'

/** A case as it stands in its row. */
export const CaseRecord = z.object({
  caseId: CaseId,
  number: z.string(),
  title: z.string(),
  state: CaseState,
  classification: Classification,
  classificationReason: z.string().optional(),
  /** Absent while the hub's own proposal stands. */
  classifiedBy: PersonId.optional(),
  proposal: CaseView.shape.proposal,
  openedAt: z.date(),
  closedAt: z.date().optional(),
  assigneeId: PersonId.optional(),
  mergedInto: CaseId.optional(),
  withdrawnAt: z.date().optional(),
})
export type CaseRecord = z.infer<typeof CaseRecord>

export const PlacementReason = CaseView.shape.reasons.element
export type PlacementReason = z.infer<typeof PlacementReason>

/** A submission with the case it is in, locked for a change of place. */
export const PlacedSubmission = z.object({
  submissionId: SubmissionId,
  receipt: z.string(),
  title: z.string(),
  kind: SubmissionKind,
  providerKind: ProviderKind,
  state: SubmissionState,
  analysis: z.enum(['waiting', 'running', 'done', 'failed']),
  caseId: CaseId.optional(),
  addedAt: z.date().optional(),
  reasons: z.array(PlacementReason),
})
export type PlacedSubmission = z.infer<typeof PlacedSubmission>
