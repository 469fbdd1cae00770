import { WorkerThread } from '../../threads/worker-thread.ts'
import { analysisLimits as limits } from '../limits.ts'
import type { ReadingKnowledge, ThreadAnswer, ThreadRequest } from './parse-protocol.ts'

/** How long the thread may work, in milliseconds; see limits.ts. */
export interface ThreadTimes {
  readonly fileWallMs: number
  readonly furtherMailMs: number
  readonly mailWallMs: number
}

const ENTRY = new URL('./parse-worker.ts', import.meta.url)

/** A thread for hostile bytes. A poison file costs its own thread, never the worker process or another file. */
export class ParsingThread {
  readonly times: ThreadTimes
  private readonly thread: WorkerThread<ThreadRequest, ThreadAnswer>
  private registerStamp: string | undefined

  /** Other entries, sizes and times are for tests that must see a thread fail. */
  constructor(options: { entry?: URL; heapMb?: number; times?: ThreadTimes } = {}) {
    this.thread = new WorkerThread({
      entry: options.entry ?? ENTRY,
      resourceLimits: {
        maxOldGenerationSizeMb: options.heapMb ?? limits.threadHeapMb,
        stackSizeMb: limits.threadStackMb,
      },
      idleMs: limits.threadIdleMs,
    })
    this.times = options.times ?? limits
  }

  /** Gives the thread the names and rules to compare with, unless it holds this version already. */
  useRegister(stamp: string, known: ReadingKnowledge): void {
    if (this.thread.isRunning && this.registerStamp === stamp) return
    this.thread.tell({ ask: 'register', ...toSent(known) })
    this.registerStamp = stamp
  }

  /** Sends one request and waits at most `wallMs` for its answer; beyond that the thread is killed. */
  ask(request: ThreadRequest, wallMs: number): Promise<ThreadAnswer> {
    return this.thread.ask(request, wallMs)
  }

  close(): Promise<void> {
    return this.thread.close()
  }
}

/** Nothing but what the thread needs. */
function toSent({ register, knowledge, rules }: ReadingKnowledge): ReadingKnowledge {
  return { register, knowledge, rules }
}
