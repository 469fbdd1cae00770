import { useQuery } from '@tanstack/react-query'
import { BytesView } from 'contract/analysis'
import { callApi, toAddress } from './call-api.ts'

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
      const { base64 } = await callApi({
        path: toPath({ mailId, path }, start, end),
        answer: BytesView,
        signal,
      })
      return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
    },
    staleTime: Number.POSITIVE_INFINITY,
  })
}

function toPath({ mailId, path }: ByteSource, start: number, end: number): string {
  return path === undefined
    ? toAddress(`/api/mails/${mailId}/bytes`, { start, end })
    : toAddress(`/api/mails/${mailId}/artefacts/bytes`, { path, start, end })
}
