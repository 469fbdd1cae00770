import { type ResourceLimits, Worker } from 'node:worker_threads'
import { answerOf } from './answer-of.ts'

interface ThreadOptions {
  readonly entry: URL
  readonly resourceLimits: ResourceLimits
  /** A hub at rest gives the thread's memory back; starting another takes a second at the most. */
  readonly idleMs: number
}

/**
 * A thread that answers one request after another, started when first needed and replaced after it was killed.
 * What goes wrong in it costs the request that was asked, never the process or the next request.
 */
export class WorkerThread<Request, Answer> {
  private readonly options: ThreadOptions
  private worker: Worker | undefined
  private idle: NodeJS.Timeout | undefined

  constructor(options: ThreadOptions) {
    this.options = options
  }

  get isRunning(): boolean {
    return this.worker !== undefined
  }

  /** Says something that is not answered. */
  tell(request: Request): void {
    this.running().postMessage(request)
  }

  /** Sends one request and waits at most `wallMs` for its answer. A thread that gave none is gone: see ThreadGone. */
  async ask(request: Request, wallMs: number): Promise<Answer> {
    clearTimeout(this.idle)
    try {
      return await answerOf<Answer>(this.running(), request, wallMs)
    } catch (error) {
      await this.close()
      throw error
    } finally {
      this.idle = setTimeout(() => void this.close(), this.options.idleMs).unref()
    }
  }

  async close(): Promise<void> {
    clearTimeout(this.idle)
    const { worker } = this
    this.worker = undefined
    await worker?.terminate()
  }

  private running(): Worker {
    if (this.worker !== undefined) return this.worker
    const { entry, resourceLimits } = this.options
    // Nothing of the process reaches the thread: no settings, no keys, no arguments.
    const worker = new Worker(entry, { env: {}, argv: [], execArgv: [], resourceLimits })
    const forget = () => {
      if (this.worker === worker) this.worker = undefined
    }
    // A thread that ends between two requests is noticed at the next one; an unheard error would end the process.
    worker.on('error', forget).on('exit', forget)
    worker.unref()
    this.worker = worker
    return worker
  }
}
