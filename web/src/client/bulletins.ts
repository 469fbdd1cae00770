import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import {
  type AskApprovalRequest,
  BulletinChanged,
  BulletinPage,
  BulletinView,
  type ConfirmWeakTraceRequest,
  type DecideQuestionRequest,
  type DeclineWithdrawalRequest,
  type EditBulletinRequest,
  OutgoingPreview,
  Readers,
  type ReleaseRequest,
  type TakeLaneRequest,
  type WithdrawRequest,
} from 'contract/bulletin'
import { StructureView } from 'contract/community'
import { z } from 'zod'
import { callApi } from './call-api.ts'
import { usePaged } from './paged.ts'
import { toRefetchMs } from './to-refetch-ms.ts'

export type BulletinFilters = Readonly<Record<'state', string | undefined>>
export type OutgoingFormat = z.output<typeof OutgoingPreview>['format']

export function useBulletins(filters: BulletinFilters) {
  return usePaged({
    key: ['bulletins'],
    path: '/api/bulletins',
    query: filters,
    answer: BulletinPage,
  })
}

/** One bulletin with both of its sides; staff only. */
export function useBulletin(bulletinId: string) {
  return useQuery({
    queryKey: ['bulletin', bulletinId],
    queryFn: ({ signal }) =>
      callApi({ path: `/api/bulletins/${bulletinId}`, answer: BulletinView, signal }),
    enabled: bulletinId !== '',
    refetchInterval: ({ state: { data } }) => toRefetchMs(data),
  })
}

/** The bytes of one format as they would leave, for this very text. */
export function useOutgoing(
  { bulletinId, contentHash }: Pick<BulletinView, 'bulletinId' | 'contentHash'>,
  format: OutgoingFormat,
) {
  return useQuery({
    queryKey: ['outgoing', bulletinId, contentHash, format],
    queryFn: ({ signal }) =>
      callApi({
        path: `/api/bulletins/${bulletinId}/preview`,
        query: { format },
        answer: OutgoingPreview,
        signal,
      }),
    enabled: format !== 'web',
  })
}

/** Who opened it and what they answered. */
export function useReaders(bulletinId: string) {
  return useQuery({
    queryKey: ['readers', bulletinId],
    queryFn: ({ signal }) =>
      callApi({ path: `/api/bulletins/${bulletinId}/readers`, answer: Readers, signal }),
  })
}

/** Groups a bulletin can go to, with their members of today. */
export function useSharingGroups() {
  return useQuery({
    queryKey: ['sharing-groups'],
    queryFn: async ({ signal }) =>
      (await callApi({ path: '/api/community/structure', answer: StructureView, signal })).groups,
    staleTime: 60_000,
  })
}

type Move =
  | { readonly move: 'edit'; readonly body: z.input<typeof EditBulletinRequest> }
  | { readonly move: 'questions'; readonly body: z.input<typeof DecideQuestionRequest> }
  | { readonly move: 'check' }
  | { readonly move: 'weak-traces'; readonly body: z.input<typeof ConfirmWeakTraceRequest> }
  | { readonly move: 'ask-approval'; readonly body: z.input<typeof AskApprovalRequest> }
  | { readonly move: 'technical-lane'; readonly body: z.input<typeof TakeLaneRequest> }
  | { readonly move: 'release'; readonly body: z.input<typeof ReleaseRequest> }
  | { readonly move: 'cancel-release' }
  | { readonly move: 'correct' }
  | { readonly move: 'withdraw'; readonly body: z.input<typeof WithdrawRequest> }
export type BulletinMove = Move

/** Any change of a bulletin. What it was when the answer comes is loaded anew, also after a refusal. */
export function useMoveBulletin(bulletinId: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (order: BulletinMove): Promise<BulletinChanged> =>
      callApi({ ...toCall(bulletinId, order), answer: BulletinChanged }),
    onSettled: () => queryClient.invalidateQueries(),
  })
}

function toCall(bulletinId: string, order: BulletinMove) {
  const path = `/api/bulletins/${bulletinId}`
  if (order.move === 'edit') return { method: 'PUT' as const, path, body: order.body }
  const body = 'body' in order ? order.body : {}
  return { method: 'POST' as const, path: `${path}/${order.move}`, body }
}

/** Answers a provider why a bulletin stays shared. */
export function useDeclineWithdrawal(withdrawalId: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (body: z.input<typeof DeclineWithdrawalRequest>) =>
      callApi({
        method: 'POST',
        path: `/api/withdrawals/${withdrawalId}/decline`,
        body,
        answer: z.unknown(),
      }),
    onSettled: () => queryClient.invalidateQueries(),
  })
}
