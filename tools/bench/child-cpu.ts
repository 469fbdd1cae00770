import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** CPU seconds, of user and system, that a command and all its children took. Its output is thrown away. */
export function measureCpuSeconds(command: string, commandArguments: readonly string[]): number {
  // The second line of `times` speaks of the children (POSIX, Shell Command Language §2.14).
  const times = execFileSync(
    'bash',
    ['-c', '"$@" >/dev/null 2>&1; times', 'bash', command, ...commandArguments],
    { encoding: 'utf8', maxBuffer: 1 << 20 },
  )
  return (times.split('\n')[1] ?? '').split(' ').reduce((sum, time) => sum + toSeconds(time), 0)
}

/** `0m1.234s` in seconds. */
function toSeconds(time: string): number {
  const [, minutes, seconds] = /^(\d+)m([\d.]+)s$/.exec(time) ?? []
  return Number(minutes ?? 0) * 60 + Number(seconds ?? 0)
}

/** Clock ticks a second of `/proc`; 100 on every Linux. */
const TICKS = 100

/** CPU seconds that a running process has taken so far (proc_pid_stat(5), fields 14 and 15). */
export function readCpuSeconds(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  // The name in brackets may hold spaces.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) / TICKS
}
