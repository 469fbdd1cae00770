import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { page } from 'contract/common'
import { MySubmission, type Wishes } from 'contract/intake'
import { z } from 'zod'
import { callApi } from './call-api.ts'
import { usePaged } from './paged.ts'

const MySubmissionPage = page(MySubmission)

export function useMySubmissions() {
  return usePaged({
    key: ['my-submissions'],
    path: '/api/my/submissions',
    query: {},
    answer: MySubmissionPage,
  })
}

export function useMySubmission(submissionId: string) {
  return useQuery({
    queryKey: ['my-submission', submissionId],
    queryFn: ({ signal }) =>
      callApi({ path: `/api/my/submissions/${submissionId}`, answer: MySubmission, signal }),
    enabled: submissionId !== '',
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
