import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type DismissFindingRequest, MailView } from 'contract/analysis'
import { z } from 'zod'
import { callApi, toAddress } from './call-api.ts'

/** One mail opened. Its bytes never change, only what is found in them. */
export function useMail(mailId: string | undefined) {
  return useQuery({
    queryKey: ['mail', mailId],
    queryFn: ({ signal }) => callApi({ path: `/api/mails/${mailId}`, answer: MailView, signal }),
    enabled: mailId !== undefined,
    staleTime: 60_000,
  })
}

/** Where the redrawn HTML of a mail, or with a path of a file inside it, is served; for a sandboxed frame only. */
export function toSafeHtmlAddress(mailId: string, path?: string): string {
  return path === undefined
    ? `/api/mails/${mailId}/safe-html`
    : toAddress(`/api/mails/${mailId}/artefacts/safe-html`, { path })
}

/** Where a PNG or JPEG inside a mail is served. Anything else is not. */
export function toPictureAddress(mailId: string, path: string): string {
  return toAddress(`/api/mails/${mailId}/artefacts/picture`, { path })
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
