import type { CaseRecord, DraftedBulletin } from 'engine'
import { Refusal } from '../../refusals.ts'
import { ThreadGone } from '../../threads/thread-gone.ts'
import { WorkerThread } from '../../threads/worker-thread.ts'
import { ANONYMISATION_LIMITS as limits } from '../limits.ts'

/** A draft, and what it takes in memory. */
export interface MadeDraft {
  readonly drafted: DraftedBulletin
  readonly sizeBytes: number
}

export type DraftAnswer = MadeDraft | { readonly error: unknown }

const ENTRY = new URL('./draft-worker.ts', import.meta.url)

/**
 * A thread that drafts cases one after another. Whoever writes a mail decides how long its draft takes; everybody
 * else's requests are answered meanwhile, and what takes too long is given up and said so.
 */
export class DraftingThread {
  private readonly thread = new WorkerThread<CaseRecord, DraftAnswer>({
    entry: ENTRY,
    resourceLimits: { maxOldGenerationSizeMb: limits.draftHeapMb },
    idleMs: limits.draftIdleMs,
  })
  private last: Promise<unknown> = Promise.resolve()
  private waiting = 0

  async draft(record: CaseRecord, wallMs: number): Promise<MadeDraft> {
    if (this.waiting >= limits.draftsWaitingMax) throw new Refusal('drafting-busy')
    this.waiting += 1
    const turn = this.last
      .then(() => this.ask(record, wallMs))
      .finally(() => {
        this.waiting -= 1
      })
    // A draft that failed is its own affair: the next one has a thread all the same.
    this.last = turn.catch(() => undefined)
    return turn
  }

  private async ask(record: CaseRecord, wallMs: number): Promise<MadeDraft> {
    const answer = await this.thread.ask(record, wallMs).catch((error: unknown) => {
      const isSlow = error instanceof ThreadGone && error.code === 'took-too-long'
      throw isSlow ? new Refusal('draft-took-too-long') : error
    })
    if ('drafted' in answer) return answer
    await this.thread.close()
    throw toError(answer.error)
  }
}

const toError = (error: unknown): Error =>
  error instanceof Error ? error : new Error('Drafting failed.', { cause: error })
