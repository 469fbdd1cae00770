import { parentPort } from 'node:worker_threads'

/** A thread that does as it is told and otherwise says again what it was asked, with the settings it can see. */
parentPort?.on('message', (order: string) => {
  if (order === 'hang') for (;;) continue
  if (order === 'exit') process.exit(0)
  if (order === 'throw') throw new Error('as told')
  if (order === 'memory') hoard()
  if (order === 'exit-later') setTimeout(() => process.exit(0), 1)
  parentPort?.postMessage({ order, settings: Object.keys(process.env) })
})

function hoard(): never {
  const kept: unknown[] = []
  for (;;) kept.push(Array.from({ length: 10_000 }, () => ({})))
}
