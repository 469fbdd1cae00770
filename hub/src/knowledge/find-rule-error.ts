import { ThreadGone } from '../threads/thread-gone.ts'
import { WorkerThread } from '../threads/worker-thread.ts'

const ENTRY = new URL('./compile-thread.ts', import.meta.url)
/** 512 KiB of ordinary rules take two seconds; what takes longer would hold up every mail that is read. */
const COMPILE_MS = 20_000
/** As much as the thread has in which mails are read with the rules. */
const THREAD = { maxOldGenerationSizeMb: 512, stackSizeMb: 4 }
const TOO_MUCH = 'The rules are too large or too deeply nested to be compiled.'

export interface CompileAnswer {
  readonly error: string | undefined
}

/**
 * What is wrong with YARA rules, in the compiler's words; undefined when they compile. Tried in a thread of
 * its own: conditions nested ten thousand deep break the compiler's machine for as long as its process lives.
 */
export async function findRuleError(text: string): Promise<string | undefined> {
  const thread = new WorkerThread<string, CompileAnswer>({
    ...{ entry: ENTRY, resourceLimits: THREAD, idleMs: COMPILE_MS },
  })
  try {
    const { error } = await thread.ask(text, COMPILE_MS)
    return error
  } catch (error) {
    if (!(error instanceof ThreadGone)) throw error
    return TOO_MUCH
  } finally {
    await thread.close()
  }
}
