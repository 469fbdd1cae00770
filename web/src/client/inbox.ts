import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type GiveFeedbackRequest, InboxPage, ReleaseView } from 'contract/inbox'
import { z } from 'zod'
import { callApi } from './call-api.ts'
import { usePaged } from './paged.ts'

/** Warnings this organisation may read, newest first. */
export function useInbox() {
  return usePaged({ key: ['inbox'], path: '/api/inbox', query: {}, answer: InboxPage })
}

/** One warning; opening it marks it as read. */
export function useRelease(releaseId: string) {
  return useQuery({
    queryKey: ['release', releaseId],
    queryFn: ({ signal }) =>
      callApi({ path: `/api/inbox/${releaseId}`, answer: ReleaseView, signal }),
    enabled: releaseId !== '',
  })
}

type Give = z.input<typeof GiveFeedbackRequest>

/** One click answers; without a body the answer is taken back. */
export function useGiveFeedback() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ releaseId, feedback }: { releaseId: string; feedback: Give | undefined }) =>
      callApi({
        method: feedback === undefined ? 'DELETE' : 'PUT',
        path: `/api/inbox/${releaseId}/feedback`,
        ...(feedback === undefined ? {} : { body: feedback }),
        answer: z.unknown(),
      }),
    onSettled: async (_data, _error, { releaseId }) => {
      await queryClient.invalidateQueries({ queryKey: ['inbox'] })
      await queryClient.invalidateQueries({ queryKey: ['release', releaseId] })
    },
  })
}
