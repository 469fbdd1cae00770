import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type DismissFindingRequest, MailView } from 'contract/analysis'
import { z } from 'zod'
import { callApi } from './call-api.ts'

/** One mail opened. Its bytes never change, only what is found in them. */
export function useMail(mailId: string | undefined) {
  return useQuery({
    queryKey: ['mail', mailId],
    queryFn: ({ signal }) => callApi({ path: `/api/mails/${mailId}`, answer: MailView, signal }),
    enabled: mailId !== undefined,
    staleTime: 60_000,
  })
}

/** Where the sanitised HTML of a mail is served, for a sandboxed frame only. */
export function toSafeHtmlAddress(mailId: string): string {
  return `/api/mails/${mailId}/safe-html`
}

/** Takes a mistaken finding out, or puts it back. */
export function useDismissFinding() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({
      findingId,
      ...body
    }: { findingId: string } & z.input<typeof DismissFindingRequest>) =>
      callApi({
        method: 'POST',
        path: `/api/findings/${findingId}/dismiss`,
        body,
        answer: z.unknown(),
      }),
    onSettled: () => void queryClient.invalidateQueries(),
  })
}
