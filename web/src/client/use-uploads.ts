import { useQueryClient } from '@tanstack/react-query'
import type { Bilingual } from 'contract/common'
import type { Receipt } from 'contract/intake'
import { useCallback, useState } from 'react'
import { toSay } from './api-failure.ts'
import { type SubmitWith, uploadSubmission } from './upload-submission.ts'

export type UploadState =
  | { readonly state: 'sending'; readonly share: number }
  | { readonly state: 'kept'; readonly receipt: Receipt }
  | { readonly state: 'refused'; readonly say: Bilingual }

/** One file on its way, with what is needed to send the very same attempt again. */
export interface Upload {
  /** Also the idempotency key. */
  readonly key: string
  readonly file: File
  readonly query: SubmitWith
  readonly now: UploadState
}

/** Files being sent, one after the other, each with its state. */
export function useUploads(onKept?: (receipt: Receipt) => void) {
  const queryClient = useQueryClient()
  const [uploads, setUploads] = useState<readonly Upload[]>([])

  const note = useCallback((key: string, now: UploadState) => {
    setUploads((before) =>
      before.map((upload) => (upload.key === key ? { ...upload, now } : upload)),
    )
  }, [])

  const send = useCallback(
    async ({ key, file, query }: Upload) => {
      note(key, { state: 'sending', share: 0 })
      try {
        const receipt = await uploadSubmission(file, {
          key,
          query: { ...query, fileName: file.name.slice(0, 255) },
          onProgress: (share) => note(key, { state: 'sending', share }),
        })
        note(key, { state: 'kept', receipt })
        onKept?.(receipt)
        await queryClient.invalidateQueries()
      } catch (error) {
        note(key, { state: 'refused', say: toSay(error) })
      }
    },
    [note, onKept, queryClient],
  )

  const start = useCallback(
    async (files: readonly File[], query: SubmitWith = {}) => {
      const added = files.map(
        (file): Upload => ({
          key: crypto.randomUUID(),
          file,
          query,
          now: { state: 'sending', share: 0 },
        }),
      )
      setUploads((before) => [...before, ...added])
      // One at a time: a phone's line is not shared among ten files, and receipts come early.
      for (const upload of added) await send(upload)
    },
    [send],
  )

  return { uploads, start, again: send }
}
