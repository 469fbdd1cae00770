import { parentPort, workerData } from 'node:worker_threads'
// Alone: reading the whole engine takes five times as long as compiling an ordinary rule.
import { compileRules } from 'engine/compile-rules'

/** The thread in which rules are tried once; see find-rule-error.ts. */
const { errors } = await compileRules([{ id: 'new', text: String(workerData) }])
parentPort?.postMessage({ error: errors[0]?.message })
