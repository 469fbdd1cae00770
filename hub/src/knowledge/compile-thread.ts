import { parentPort } from 'node:worker_threads'
// Alone: reading the whole engine takes five times as long as compiling an ordinary rule.
import { compileRules } from 'engine/compile-rules'
import type { CompileAnswer } from './find-rule-error.ts'

/** The thread in which rules are tried once; see find-rule-error.ts. */
parentPort?.once('message', async (text: string) => {
  const { errors } = await compileRules([{ id: 'new', text }])
  parentPort?.postMessage({ error: errors[0]?.message } satisfies CompileAnswer)
})
