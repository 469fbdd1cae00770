import type { Worker } from 'node:worker_threads'
import { type GoneCode, ThreadGone } from './thread-gone.ts'

/** What a thread answers to one request; rejects with ThreadGone when it fails, ends or works beyond `wallMs`. */
export function answerOf<Answer>(
  worker: Worker,
  request: unknown,
  wallMs: number,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    // First, for a request that cannot be copied must leave nothing behind.
    worker.postMessage(request)
    const settle = (finish: () => void) => {
      clearTimeout(timer)
      worker.off('message', onMessage).off('error', onError).off('exit', onExit)
      finish()
    }
    const onMessage = (answer: Answer) => settle(() => resolve(answer))
    const onError = (error: unknown) => settle(() => reject(new ThreadGone(codeOf(error), error)))
    const onExit = () => settle(() => reject(new ThreadGone('broke-off')))
    const timer = setTimeout(
      () => settle(() => reject(new ThreadGone('took-too-long'))),
      Math.max(1, wallMs),
    )
    worker.on('message', onMessage).on('error', onError).on('exit', onExit)
  })
}

function codeOf(error: unknown): GoneCode {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : ''
  return code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'took-too-much-memory' : 'broke-off'
}
