import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { page } from 'contract/common'
import { MySubmission, type Wishes } from 'contract/intake'
import { z } from 'zod'
import { callApi } from './call-api.ts'
import { usePaged } from './paged.ts'

const MySubmissionPage = page(MySubmission)
/** While the hub reads it, the page looks again. */
const WHILE_READ_MS = 3_000

const refetchMs = (rows: readonly MySubmission[]) =>
  rows.some(({ step }) => step === 'received') && WHILE_READ_MS

export function useMySubmissions() {
  return usePaged({
    key: ['my-submissions'],
    path: '/api/my/submissions',
    query: {},
    answer: MySubmissionPage,
    refetchMs,
  })
}

export function useMySubmission(submissionId: string) {
  return useQuery({
    queryKey: ['my-submission', submissionId],
    queryFn: ({ signal }) =>
      callApi({ path: `/api/my/submissions/${submissionId}`, answer: MySubmission, signal }),
    enabled: submissionId !== '',
    refetchInterval: ({ state }) => (state.data === undefined ? false : refetchMs([state.data])),
  })
}

/** Changes how the hub may handle one's own submission. */
export function useChangeWishes() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({
      submissionId,
      wishes,
    }: {
      submissionId: string
      wishes: z.input<typeof Wishes>
    }) =>
      callApi({
        method: 'PUT',
        path: `/api/submissions/${submissionId}/wishes`,
        body: wishes,
        answer: z.unknown(),
      }),
    onSettled: () => queryClient.invalidateQueries(),
  })
}
