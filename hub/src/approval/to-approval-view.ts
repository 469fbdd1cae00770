import type { z } from 'zod'
import type { ApprovalListRow, ApprovalView } from 'contract/bulletin'
import { ApprovalId } from 'contract/common'
import type { OwnRequest } from './approval.queries.ts'

/** What the provider is shown before and after deciding. `answeredBy` names one of its own people. */
export function toApprovalView(request: OwnRequest, answeredBy: string | undefined): ApprovalView {
  return {
    ...toFrame(request),
    ...(request.message === undefined ? {} : { message: request.message }),
    sent: request.sent,
    replaced: request.replaced,
    content: request.content,
    contentHash: request.contentHash,
    audience: request.audience,
    traceCount: request.traceCount,
    identifying: request.identifying,
    asks: request.asks,
    ...(request.answeredAt === undefined ? {} : { answeredAt: request.answeredAt.toISOString() }),
    ...(answeredBy === undefined ? {} : { answeredBy }),
    ...(request.note === undefined ? {} : { note: request.note }),
  }
}

export function toApprovalListRow(request: OwnRequest): z.infer<typeof ApprovalListRow> {
  return { ...toFrame(request), title: request.content.title }
}

const toFrame = (request: OwnRequest) => ({
  approvalId: ApprovalId.parse(request.id),
  state: request.state,
  bulletinNumber: request.bulletinNumber,
  askedAt: request.askedAt.toISOString(),
  dueAt: request.dueAt.toISOString(),
})
