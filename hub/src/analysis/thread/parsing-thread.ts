import { Worker } from 'node:worker_threads'
import { analysisLimits as limits } from '../limits.ts'
import type { ReadingKnowledge, ThreadAnswer, ThreadRequest } from './parse-protocol.ts'
import type { HubProblem } from './problem-view.ts'

/** How long the thread may work, in milliseconds; see limits.ts. */
export interface ThreadTimes {
  readonly fileWallMs: number
  readonly furtherMailMs: number
  readonly mailWallMs: number
}

const ENTRY = new URL('./parse-worker.ts', import.meta.url)

/** The thread did not answer, and why. It is gone; the next request starts another one. */
export class ThreadGone extends Error {
  override readonly name = 'ThreadGone'
  readonly problem: HubProblem

  constructor(problem: HubProblem, cause?: unknown) {
    super(`The parsing thread is gone: ${problem}.`, cause === undefined ? {} : { cause })
    this.problem = problem
  }
}

/**
 * A thread for hostile bytes, started when first needed and replaced after it was killed.
 * A poison file costs its own thread, never the worker process or another file.
 */
export class ParsingThread {
  readonly times: ThreadTimes
  private readonly entry: URL
  private readonly heapMb: number
  private worker: Worker | undefined
  private registerStamp: string | undefined
  private idle: NodeJS.Timeout | undefined

  /** Other entries, sizes and times are for tests that must see a thread fail. */
  constructor(options: { entry?: URL; heapMb?: number; times?: ThreadTimes } = {}) {
    this.entry = options.entry ?? ENTRY
    this.heapMb = options.heapMb ?? limits.threadHeapMb
    this.times = options.times ?? limits
  }

  /** Gives the thread the names and rules to compare with, unless it holds this version already. */
  useRegister(stamp: string, known: ReadingKnowledge): void {
    if (this.worker !== undefined && this.registerStamp === stamp) return
    this.running().postMessage({ ask: 'register', ...toSent(known) } satisfies ThreadRequest)
    this.registerStamp = stamp
  }

  /** Sends one request and waits at most `wallMs` for its answer; beyond that the thread is killed. */
  async ask(request: ThreadRequest, wallMs: number): Promise<ThreadAnswer> {
    clearTimeout(this.idle)
    const worker = this.running()
    try {
      return await answerOf(worker, request, wallMs)
    } catch (error) {
      await this.close()
      throw error
    } finally {
      // A hub at rest gives the thread's memory back; starting another takes a fraction of a second.
      this.idle = setTimeout(() => void this.close(), limits.threadIdleMs).unref()
    }
  }

  async close(): Promise<void> {
    clearTimeout(this.idle)
    const worker = this.worker
    this.worker = undefined
    this.registerStamp = undefined
    await worker?.terminate()
  }

  private running(): Worker {
    if (this.worker !== undefined) return this.worker
    const worker = new Worker(this.entry, {
      // Nothing of the process reaches the thread: no settings, no keys, no arguments.
      env: {},
      argv: [],
      execArgv: [],
      resourceLimits: {
        maxOldGenerationSizeMb: this.heapMb,
        stackSizeMb: limits.threadStackMb,
      },
    })
    // A failure between two requests is noticed at the next one; unheard it would end the process.
    worker.on('error', () => {
      if (this.worker === worker) this.worker = undefined
    })
    worker.unref()
    this.worker = worker
    return worker
  }
}

/** Nothing but what the thread needs. */
function toSent({ register, knowledge, rules }: ReadingKnowledge): ReadingKnowledge {
  return { register, knowledge, rules }
}

function answerOf(worker: Worker, request: ThreadRequest, wallMs: number): Promise<ThreadAnswer> {
  return new Promise((resolve, reject) => {
    const settle = (finish: () => void) => {
      clearTimeout(timer)
      worker.off('message', onMessage).off('error', onError).off('exit', onExit)
      finish()
    }
    const onMessage = (answer: ThreadAnswer) => settle(() => resolve(answer))
    const onError = (error: unknown) => settle(() => reject(new ThreadGone(reasonOf(error), error)))
    const onExit = () => settle(() => reject(new ThreadGone('reading-broke-off')))
    const timer = setTimeout(
      () => settle(() => reject(new ThreadGone('reading-took-too-long'))),
      Math.max(1, wallMs),
    )
    worker.on('message', onMessage).on('error', onError).on('exit', onExit)
    worker.postMessage(request)
  })
}

function reasonOf(error: unknown): HubProblem {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : ''
  return code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'reading-took-too-much-memory' : 'reading-broke-off'
}
