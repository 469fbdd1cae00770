import { Worker } from 'node:worker_threads'
import { z } from 'zod'

const ENTRY = new URL('./compile-thread.ts', import.meta.url)
/** 512 KiB of ordinary rules take two seconds; what takes longer would hold up every mail that is read. */
const COMPILE_MS = 20_000
/** As much as the thread has in which mails are read with the rules. */
const THREAD = { maxOldGenerationSizeMb: 512, stackSizeMb: 4 }
const TOO_MUCH = 'The rules are too large or too deeply nested to be compiled.'

const Answer = z.object({ error: z.string().optional() })

/**
 * What is wrong with YARA rules, in the compiler's words; undefined when they compile. Tried in a thread of
 * its own: conditions nested ten thousand deep break the compiler's machine for as long as its process lives.
 */
export async function findRuleError(text: string): Promise<string | undefined> {
  const worker = new Worker(ENTRY, {
    workerData: text,
    env: {},
    argv: [],
    execArgv: [],
    resourceLimits: THREAD,
  })
  try {
    return await answerOf(worker)
  } finally {
    await worker.terminate()
  }
}

function answerOf(worker: Worker): Promise<string | undefined> {
  return new Promise((resolve) => {
    const giveUp = () => {
      clearTimeout(timer)
      resolve(TOO_MUCH)
    }
    const timer = setTimeout(giveUp, COMPILE_MS)
    worker.once('message', (message: unknown) => {
      clearTimeout(timer)
      resolve(Answer.parse(message).error)
    })
    worker.once('error', giveUp).once('exit', giveUp)
  })
}
