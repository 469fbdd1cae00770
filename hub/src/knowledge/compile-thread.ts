import { parentPort, workerData } from 'node:worker_threads'
import { compileRules } from 'engine'

/** The thread in which rules are tried once; see find-rule-error.ts. */
const { errors } = await compileRules([{ id: 'new', text: String(workerData) }])
parentPort?.postMessage({ error: errors[0]?.message })
