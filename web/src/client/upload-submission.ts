import { Receipt, type SubmitQuery } from 'contract/intake'
import { ApiFailure, FAILURE_SAYS } from './api-failure.ts'
import { toAddress, toFailure } from './call-api.ts'

export type SubmitWith = Partial<SubmitQuery>

/**
 * Sends one file. The key names this attempt for good: sent again after a lost answer it gives the
 * same receipt and never a second submission. `fetch` reports no progress of what it sends, so XHR.
 */
export function uploadSubmission(
  file: Blob,
  {
    key,
    query,
    onProgress,
    signal,
  }: {
    key: string
    query: SubmitWith
    /** Share of the bytes that left, 0 to 1. */
    onProgress: (share: number) => void
    signal?: AbortSignal
  },
): Promise<Receipt> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', toAddress('/api/submissions', query))
    request.setRequestHeader('Idempotency-Key', key)
    request.setRequestHeader('Content-Type', 'application/octet-stream')
    request.setRequestHeader('Accept', 'application/json')
    request.responseType = 'json'
    request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 1 : loaded / total)
    request.onerror = () => reject(new ApiFailure('offline', 0, FAILURE_SAYS.offline))
    request.onabort = () => reject(new DOMException('Aborted', 'AbortError'))
    request.onload = () => {
      if (request.status >= 400) return reject(toFailure(request.status, request.response))
      const receipt = Receipt.safeParse(request.response)
      if (receipt.success) return resolve(receipt.data)
      reject(new ApiFailure('unreadable', request.status, FAILURE_SAYS.unreadable))
    }
    signal?.addEventListener('abort', () => request.abort(), { once: true })
    request.send(file)
  })
}
