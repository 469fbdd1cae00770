import type { z } from 'zod'
import type { ApprovalListRow, ApprovalView, OutgoingPreview } from 'contract/bulletin'
import type { Db } from '../database/index.ts'
import { Refusal } from '../refusals.ts'
import {
  findOwnForm,
  findOwnWithdrawal,
  findTextBefore,
  listOwnRequests,
  loadColleagueName,
  loadOwnRequest,
} from './approval.queries.ts'
import { toApprovalListRow, toApprovalView } from './to-approval-view.ts'

// Far more than a provider is ever asked at once; older ones stay in the database.
const ROWS_MAX = 200

/** Requests to the member's organisation, those that wait first. Runs as the member. */
export async function listOwnApprovals(db: Db): Promise<z.infer<typeof ApprovalListRow>[]> {
  return (await listOwnRequests(db, ROWS_MAX)).map(toApprovalListRow)
}

/** One request. Runs as the member: another organisation's is not found. */
export async function loadOwnApproval(db: Db, approvalId: string): Promise<ApprovalView> {
  const request = await loadOwnRequest(db, approvalId)
  return toApprovalView(request, {
    answeredBy: await loadColleagueName(db, request.answeredBy),
    before: await findTextBefore(db, request),
    withdrawal: await findOwnWithdrawal(db, approvalId),
  })
}

/** The bytes of one form, as they were when the approval was asked for. Runs as the member. */
export async function loadOwnForm(
  db: Db,
  approvalId: string,
  format: OutgoingPreview['format'],
): Promise<OutgoingPreview> {
  const form = await findOwnForm(db, approvalId, format)
  if (form === undefined) throw new Refusal('not-in-this-form')
  return form
}
