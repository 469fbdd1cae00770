import { readFileSync, rmSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { join } from 'node:path'

const STOP_WAIT_MS = 10_000

/**
 * A hub that was killed leaves its database running, or a note of a process that is long gone. In a container
 * the noted number may by now belong to another program, and PostgreSQL would refuse to start for ever.
 * The caller holds the lock of the data folder, so a server on these files is ours to stop.
 */
export async function clearLeftovers(cluster: string): Promise<void> {
  const note = join(cluster, 'postmaster.pid')
  const pid = readPid(note)
  if (pid === undefined) return
  if (!isServerOf(pid, cluster)) {
    rmSync(note, { force: true })
    return
  }
  process.kill(pid, 'SIGINT')
  for (let waited = 0; waited < STOP_WAIT_MS && isServerOf(pid, cluster); waited += 50) {
    await pause(50)
  }
}

function readPid(note: string): number | undefined {
  try {
    const pid = Number.parseInt(readFileSync(note, 'utf8'), 10)
    return pid > 1 ? pid : undefined
  } catch {
    return undefined
  }
}

function isServerOf(pid: number, cluster: string): boolean {
  try {
    const command =
      process.platform === 'linux'
        ? readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
        : execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
    return command.includes('postgres') && command.includes(` ${cluster} `)
  } catch {
    return false
  }
}
