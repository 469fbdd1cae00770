import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { UnfitSettings } from './config.ts'
import { writeLog } from './log.ts'

const ENTRY = fileURLToPath(new URL('main.ts', import.meta.url))

const Message = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready'), port: z.number().optional() }),
  z.object({ kind: z.literal('unfit'), say: z.string() }),
])

/** Small young generation: the processes mostly wait, and the whole hub is to fit in 300 MB. */
const NODE_FLAGS = ['--max-semi-space-size=8']

/** A child that is started again whenever it ends by itself. */
export interface SupervisedChild {
  readonly port: number | undefined
  pid(): number | undefined
  stop(): Promise<void>
}

const FIRST_PAUSE_MS = 200
const PAUSE_MS_MAX = 30_000
/** A child that lived this long was healthy; the next end starts with the short pause again. */
const HEALTHY_MS = 60_000
/** Running requests and jobs may take this long to end. */
const STOP_WAIT_MS = 20_000

/** Starts a child process in a role and resolves when it is ready. */
export async function superviseChild(
  role: 'front' | 'worker',
  env: Readonly<Record<string, string | undefined>>,
): Promise<SupervisedChild> {
  let isStopping = false
  let pauseMs = FIRST_PAUSE_MS
  let timer: NodeJS.Timeout | undefined

  const launch = (): ChildProcess => {
    const startedAt = Date.now()
    const started = fork(ENTRY, [role], {
      env,
      execArgv: NODE_FLAGS,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    started.once('exit', (code, signal) => {
      if (isStopping) return
      pauseMs =
        Date.now() - startedAt > HEALTHY_MS ? FIRST_PAUSE_MS : Math.min(pauseMs * 2, PAUSE_MS_MAX)
      writeLog('error', 'child-ended', {
        role,
        code: code ?? undefined,
        signal: signal ?? undefined,
        pauseMs,
      })
      timer = setTimeout(() => {
        child = launch()
      }, pauseMs)
    })
    return started
  }

  let child = launch()
  const { port } = await readUntilReady(child).catch((error: unknown) => {
    isStopping = true
    throw error
  })

  return {
    port,
    pid: () => child.pid,
    async stop() {
      isStopping = true
      clearTimeout(timer)
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      const killer = setTimeout(() => child.kill('SIGKILL'), STOP_WAIT_MS)
      await ended
      clearTimeout(killer)
    },
  }
}

function readUntilReady(child: ChildProcess): Promise<{ port: number | undefined }> {
  return new Promise((resolve, reject) => {
    child.on('message', (raw) => {
      const message = Message.parse(raw)
      if (message.kind === 'ready') resolve({ port: message.port })
      else reject(new UnfitSettings(message.say))
    })
    child.once('exit', () =>
      reject(new Error('A process of the hub did not start; see the lines above.')),
    )
  })
}
