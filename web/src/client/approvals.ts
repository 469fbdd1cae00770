import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import {
  type AnswerApprovalRequest,
  ApprovalListRow,
  ApprovalView,
  type AskWithdrawalRequest,
  type OutgoingFormat,
  OutgoingPreview,
} from 'contract/bulletin'
import { z } from 'zod'
import { callApi } from './call-api.ts'

const ApprovalList = z.object({ rows: z.array(ApprovalListRow) })

/** What this organisation was asked to approve, and its answers. */
export function useApprovals() {
  return useQuery({
    queryKey: ['approvals'],
    queryFn: async ({ signal }) =>
      (await callApi({ path: '/api/approvals', answer: ApprovalList, signal })).rows,
  })
}

export function useApproval(approvalId: string) {
  return useQuery({
    queryKey: ['approval', approvalId],
    queryFn: ({ signal }) =>
      callApi({ path: `/api/approvals/${approvalId}`, answer: ApprovalView, signal }),
    enabled: approvalId !== '',
  })
}

export function useAnswerApproval(approvalId: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (body: z.input<typeof AnswerApprovalRequest>) =>
      callApi({
        method: 'POST',
        path: `/api/approvals/${approvalId}/answer`,
        body,
        answer: z.unknown(),
      }),
    onSettled: () => queryClient.invalidateQueries(),
  })
}

/** The bytes of one form, as they were when this was asked. */
export function useApprovalForm(approvalId: string, format: OutgoingFormat) {
  return useQuery({
    queryKey: ['approval-form', approvalId, format],
    queryFn: ({ signal }) =>
      callApi({
        path: `/api/approvals/${approvalId}/preview`,
        query: { format },
        answer: OutgoingPreview,
        signal,
      }),
  })
}

export function useAskWithdrawal(approvalId: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (body: z.input<typeof AskWithdrawalRequest>) =>
      callApi({
        method: 'POST',
        path: `/api/approvals/${approvalId}/ask-withdrawal`,
        body,
        answer: z.unknown(),
      }),
    onSettled: () => queryClient.invalidateQueries(),
  })
}
