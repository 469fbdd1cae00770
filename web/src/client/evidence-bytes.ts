import { useQuery } from '@tanstack/react-query'
import { ApiFailure, FAILURE_SAYS } from './api-failure.ts'
import { toAddress } from './call-api.ts'

/** Bytes of a mail as they came; `start` and `end` are offsets in the mail. They never change. */
export function useEvidenceBytes(mailId: string, start: number, end: number) {
  return useQuery({
    queryKey: ['bytes', mailId, start, end],
    queryFn: async ({ signal }) => {
      const address = toAddress(`/api/mails/${mailId}/bytes`, { start, end })
      const response = await fetch(address, { signal, credentials: 'same-origin' })
      if (!response.ok) throw new ApiFailure('failed', response.status, FAILURE_SAYS.failed)
      return new Uint8Array(await response.arrayBuffer())
    },
    staleTime: Number.POSITIVE_INFINITY,
  })
}
