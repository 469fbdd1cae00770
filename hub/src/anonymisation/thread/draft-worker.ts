import { parentPort } from 'node:worker_threads'
import { type CaseRecord, draftBulletin } from 'engine'
import type { DraftAnswer } from './drafting-thread.ts'

/** The thread in which large cases are drafted. It holds no secret, no database and no socket. */
parentPort?.on('message', (record: CaseRecord) => {
  parentPort?.postMessage(answer(record))
})

function answer(record: CaseRecord): DraftAnswer {
  try {
    return { drafted: draftBulletin(record) }
  } catch (error) {
    return { error }
  }
}
