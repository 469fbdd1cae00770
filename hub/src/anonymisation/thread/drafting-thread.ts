import { Worker } from 'node:worker_threads'
import type { CaseRecord, DraftedBulletin } from 'engine'
import { Refusal } from '../../refusals.ts'
import { ANONYMISATION_LIMITS as limits } from '../limits.ts'

export interface DraftRequest {
  readonly id: number
  readonly record: CaseRecord
}

export interface DraftAnswer {
  readonly id: number
  readonly drafted: DraftedBulletin
}

const ENTRY = new URL('./draft-worker.ts', import.meta.url)

interface Waiting {
  readonly resolve: (drafted: DraftedBulletin) => void
  readonly reject: (reason: Refusal) => void
  readonly timer: NodeJS.Timeout
}

/**
 * A thread that drafts cases one after another, started when first needed. Whoever writes a mail decides how long its
 * draft takes; everybody else's requests are answered meanwhile, and what takes too long is given up and said so.
 */
export class DraftingThread {
  private readonly waiting = new Map<number, Waiting>()
  private worker: Worker | undefined
  private idle: NodeJS.Timeout | undefined
  private last = 0

  /** Another time is for tests that must see the thread given up. */
  draft(record: CaseRecord, wallMs: number = limits.draftWallMs): Promise<DraftedBulletin> {
    clearTimeout(this.idle)
    this.last += 1
    const id = this.last
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.giveUp(), wallMs)
      this.waiting.set(id, { resolve, reject, timer })
      this.running().postMessage({ id, record } satisfies DraftRequest)
    })
  }

  private running(): Worker {
    if (this.worker !== undefined) return this.worker
    const worker = new Worker(ENTRY, {
      // Nothing of the process reaches the thread: no settings, no keys, no arguments.
      ...{ env: {}, argv: [], execArgv: [] },
      resourceLimits: { maxOldGenerationSizeMb: limits.draftHeapMb },
    })
    worker.on('message', (answer: DraftAnswer) => this.settle(answer))
    worker.on('error', () => this.giveUp()).on('exit', () => this.forget(worker))
    worker.unref()
    this.worker = worker
    return worker
  }

  private settle({ id, drafted }: DraftAnswer): void {
    const one = this.waiting.get(id)
    if (one === undefined) return
    clearTimeout(one.timer)
    this.waiting.delete(id)
    one.resolve(drafted)
    // A hub at rest gives the thread's memory back; starting another takes a second.
    if (this.waiting.size === 0)
      this.idle = setTimeout(() => this.giveUp(), limits.draftIdleMs).unref()
  }

  private forget(worker: Worker): void {
    if (this.worker === worker) this.giveUp()
  }

  /** Ends the thread; whoever waits behind the slow one is told the same, and the next asks a new thread. */
  private giveUp(): void {
    const { worker } = this
    this.worker = undefined
    const given = [...this.waiting.values()]
    this.waiting.clear()
    for (const { timer, reject } of given) {
      clearTimeout(timer)
      reject(new Refusal('draft-took-too-long'))
    }
    void worker?.terminate()
  }
}
