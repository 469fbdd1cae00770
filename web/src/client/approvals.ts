import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type AnswerApprovalRequest, ApprovalListRow, ApprovalView } from 'contract/bulletin'
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
