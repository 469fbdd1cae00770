import type { z } from 'zod'
import type { ApprovalListRow, ApprovalView } from 'contract/bulletin'
import { ApprovalId, WithdrawalId } from 'contract/common'
import type { findOwnWithdrawal, OwnRequest } from './approval.queries.ts'

export interface ApprovalSurroundings {
  /** One of the provider's own people. */
  readonly answeredBy: string | undefined
  readonly before: ApprovalView['before']
  readonly withdrawal: Awaited<ReturnType<typeof findOwnWithdrawal>>
}

/** What the provider is shown before and after deciding. */
export function toApprovalView(
  request: OwnRequest,
  { answeredBy, before, withdrawal }: ApprovalSurroundings,
): ApprovalView {
  return {
    ...toFrame(request),
    ...(request.message === undefined ? {} : { message: request.message }),
    sent: request.sent,
    replaced: request.replaced,
    content: request.content,
    contentHash: request.contentHash,
    audience: request.audience,
    traceCount: request.traceCount,
    skippedCount: request.skippedCount,
    weakCount: request.weakCount,
    identifying: request.identifying,
    permitted: request.permitted,
    asks: request.asks,
    ...(request.answeredAt === undefined ? {} : { answeredAt: request.answeredAt.toISOString() }),
    ...(answeredBy === undefined ? {} : { answeredBy }),
    ...(request.note === undefined ? {} : { note: request.note }),
    remarks: request.remarks,
    formats: request.formats,
    ...(before === undefined ? {} : { before }),
    ...(request.sharing === undefined ? {} : { sharing: request.sharing }),
    ...(withdrawal === undefined ? {} : { withdrawal: toWithdrawal(withdrawal) }),
  }
}

export function toApprovalListRow(request: OwnRequest): z.infer<typeof ApprovalListRow> {
  return { ...toFrame(request), title: request.content.title }
}

const toFrame = (request: OwnRequest) => ({
  approvalId: ApprovalId.parse(request.id),
  about: request.about,
  state: request.state,
  bulletinNumber: request.bulletinNumber,
  askedAt: request.askedAt.toISOString(),
  dueAt: request.dueAt.toISOString(),
})

const toWithdrawal = ({
  withdrawalId,
  askedAt,
  dueAt,
  answeredAt,
  ...said
}: NonNullable<ApprovalSurroundings['withdrawal']>) => ({
  ...said,
  withdrawalId: WithdrawalId.parse(withdrawalId),
  askedAt: askedAt.toISOString(),
  dueAt: dueAt.toISOString(),
  ...(answeredAt === undefined ? {} : { answeredAt: answeredAt.toISOString() }),
})
