import { parentPort } from 'node:worker_threads'
import { draftBulletin } from 'engine'
import type { DraftAnswer, DraftRequest } from './drafting-thread.ts'

/** The thread in which large cases are drafted. It holds no secret, no database and no socket. */
parentPort?.on('message', ({ id, record }: DraftRequest) => {
  parentPort?.postMessage({ id, drafted: draftBulletin(record) } satisfies DraftAnswer)
})
