import { Worker } from 'node:worker_threads'
import type { CaseRecord, DraftedBulletin } from 'engine'
import { Refusal } from '../../refusals.ts'
import { ANONYMISATION_LIMITS as limits } from '../limits.ts'

export type DraftAnswer = { readonly drafted: DraftedBulletin } | { readonly error: unknown }

const ENTRY = new URL('./draft-worker.ts', import.meta.url)

/**
 * A thread that drafts cases one after another, started when first needed. Whoever writes a mail decides how long its
 * draft takes; everybody else's requests are answered meanwhile, and what takes too long is given up and said so.
 */
export class DraftingThread {
  private worker: Worker | undefined
  private idle: NodeJS.Timeout | undefined
  private last: Promise<unknown> = Promise.resolve()
  private waiting = 0

  /** Another time is for tests that must see a draft given up. */
  async draft(record: CaseRecord, wallMs: number = limits.draftWallMs): Promise<DraftedBulletin> {
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

  private async ask(record: CaseRecord, wallMs: number): Promise<DraftedBulletin> {
    clearTimeout(this.idle)
    const worker = this.running()
    try {
      return await answerOf(worker, record, wallMs)
    } catch (error) {
      this.end()
      throw error
    } finally {
      // A hub at rest gives the thread's memory back; starting another takes a second.
      this.idle = setTimeout(() => this.end(), limits.draftIdleMs).unref()
    }
  }

  private running(): Worker {
    if (this.worker !== undefined) return this.worker
    const worker = new Worker(ENTRY, {
      // Nothing of the process reaches the thread: no settings, no keys, no arguments.
      ...{ env: {}, argv: [], execArgv: [] },
      resourceLimits: { maxOldGenerationSizeMb: limits.draftHeapMb },
    })
    // A failure between two drafts is noticed at the next one; unheard it would end the process.
    worker.on('error', () => {
      if (this.worker === worker) this.worker = undefined
    })
    worker.unref()
    this.worker = worker
    return worker
  }

  private end(): void {
    const { worker } = this
    this.worker = undefined
    void worker?.terminate()
  }
}

function answerOf(worker: Worker, record: CaseRecord, wallMs: number): Promise<DraftedBulletin> {
  return new Promise((resolve, reject) => {
    const settle = (finish: () => void) => {
      clearTimeout(timer)
      worker.off('message', onMessage).off('error', onError).off('exit', onExit)
      finish()
    }
    const onMessage = (answer: DraftAnswer) =>
      settle(() => ('drafted' in answer ? resolve(answer.drafted) : reject(toError(answer.error))))
    const onError = (error: unknown) => settle(() => reject(toError(error)))
    const onExit = () => settle(() => reject(new Error('The drafting thread broke off.')))
    const timer = setTimeout(
      () => settle(() => reject(new Refusal('draft-took-too-long'))),
      Math.max(1, wallMs),
    )
    worker.on('message', onMessage).on('error', onError).on('exit', onExit)
    worker.postMessage(record)
  })
}

const toError = (error: unknown): Error =>
  error instanceof Error ? error : new Error('Drafting failed.', { cause: error })
