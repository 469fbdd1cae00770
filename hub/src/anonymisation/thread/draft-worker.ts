import { serialize } from 'node:v8'
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
    const whole = draftBulletin(record)
    // The originals are most of a large draft, and nobody is shown more of them.
    const drafted = { ...whole, originals: whole.originals.slice(0, limits.originalsShownMax) }
    return { drafted, sizeBytes: serialize(drafted).byteLength }
  } catch (error) {
    return { error }
  }
}
