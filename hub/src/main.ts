import { parseConfig, UnfitSettings } from './config.ts'
import { armCrashPoint } from './crash-points.ts'
import { startFront } from './front.ts'
import { runWorker } from './jobs/index.ts'
import { writeLog } from './log.ts'
import { nameOf } from './log-error.ts'
import { openHub } from './open-hub.ts'
import type { Running } from './running.ts'
import { stepJobs } from './steps.ts'

/*
 * Entry of one child process: `node main.ts front` or `node main.ts worker`. The supervisor hands the settings over
 * in the environment and listens on the channel between parent and child.
 */

async function start(role: string | undefined): Promise<Running> {
  const hub = await openHub(parseConfig(process.env), { isForgetful: role === 'worker' })
  if (role === 'front') {
    const front = await startFront(hub)
    process.send?.({ kind: 'ready', port: front.port })
    return front
  }
  const worker = await runWorker(hub, stepJobs, {
    address: { connectionString: hub.config.databaseUrl ?? '' },
    concurrency: hub.config.workers,
  })
  process.send?.({ kind: 'ready' })
  return {
    async stop() {
      await worker.stop()
      await hub.database.close()
    },
  }
}

let running: Running | undefined
let isStopping = false
async function stop(): Promise<void> {
  if (isStopping) return
  isStopping = true
  await running?.stop()
  process.exit(0)
}
process.on('SIGTERM', () => void stop())
// Ctrl-C reaches every process of the terminal; the supervisor decides the order.
process.on('SIGINT', () => {})
// Without its supervisor a child would keep the port and the database busy for ever.
process.on('disconnect', () => void stop())
// After an unknown error the state of the process is unknown too; the supervisor starts a fresh one.
process.on('unhandledRejection', (error) => {
  writeLog('error', 'unhandled', { error: nameOf(error) })
  process.exit(1)
})

try {
  armCrashPoint(process.env['CRASH_AT'])
  running = await start(process.argv[2])
} catch (error) {
  const isUnfit = error instanceof UnfitSettings || isPortTaken(error)
  if (isUnfit) process.send?.({ kind: 'unfit', say: sentenceOf(error) })
  else writeLog('error', 'start-failed', { error: nameOf(error) })
  process.exit(isUnfit ? 78 : 1)
}

function isPortTaken(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    (error.code === 'EADDRINUSE' || error.code === 'EACCES')
  )
}

function sentenceOf(error: unknown): string {
  if (!isPortTaken(error)) return String(error instanceof Error ? error.message : error)
  return `Port ${(error as { port?: number }).port ?? ''} cannot be used. Choose another with NOROSHI_PORT.`
}
