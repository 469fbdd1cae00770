import { useQuery } from '@tanstack/react-query'
import { ApiFailure, FAILURE_SAYS } from './api-failure.ts'
import { toAddress } from './call-api.ts'

/** Whose bytes: a mail's, or with a path those of a file inside it. */
export interface ByteSource {
  readonly mailId: string
  readonly path?: string | undefined
}

/** Bytes as they came; `start` and `end` are offsets in the mail or file. They never change. */
export function useEvidenceBytes({ mailId, path }: ByteSource, start: number, end: number) {
  return useQuery({
    queryKey: ['bytes', mailId, path, start, end],
    queryFn: async ({ signal }) => {
      const address =
        path === undefined
          ? toAddress(`/api/mails/${mailId}/bytes`, { start, end })
          : toAddress(`/api/mails/${mailId}/artefacts/bytes`, { path, start, end })
      const response = await fetch(address, { signal, credentials: 'same-origin' })
      if (!response.ok) throw new ApiFailure('failed', response.status, FAILURE_SAYS.failed)
      return new Uint8Array(await response.arrayBuffer())
    },
    staleTime: Number.POSITIVE_INFINITY,
  })
}
