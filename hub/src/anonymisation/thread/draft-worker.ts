import { parentPort } from 'node:worker_threads'
import { type CaseRecord, draftBulletin } from 'engine'
import { ANONYMISATION_LIMITS as limits } from '../limits.ts'
import type { DraftAnswer } from './drafting-thread.ts'

/** The thread in which large cases are drafted. It holds no secret, no database and no socket. */
parentPort?.on('message', (record: CaseRecord) => {
  parentPort?.postMessage(answer(record))
})

function answer(record: CaseRecord): DraftAnswer {
  try {
    const drafted = draftBulletin(record)
    // The originals are most of a large draft, and nobody is shown more of them.
    return {
      drafted: { ...drafted, originals: drafted.originals.slice(0, limits.originalsShownMax) },
    }
  } catch (error) {
    return { error }
  }
}
