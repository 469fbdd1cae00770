import { mkdirSync, rmSync, writeFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { UnfitSettings } from '../config.ts'

/** Says that one hub uses the data folder. Two would each stop the other's database. */
export function lockDataFolder(folder: string): { release(): void } {
  mkdirSync(folder, { recursive: true })
  const note = join(folder, 'hub.pid')
  for (;;) {
    try {
      writeFileSync(note, `${process.pid} ${startOf(process.pid) ?? ''}`, { flag: 'wx' })
      return { release: () => rmSync(note, { force: true }) }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      const [pid = '', start = ''] = readFileSync(note, 'utf8').split(' ')
      if (isRunning(Number(pid), start)) {
        throw new UnfitSettings(
          `Another hub (process ${pid}) is using ${folder}. Stop it, or set NOROSHI_DATA to another folder.`,
          { cause: error },
        )
      }
      rmSync(note, { force: true })
    }
  }
}

/** A process number is used again after a while, so the start time is compared too where it can be read. */
function isRunning(pid: number, start: string): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
  }
  return start === '' || startOf(pid) === start
}

/** Field 22 of /proc/<pid>/stat: start in clock ticks since boot. Only Linux has it. */
function startOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
  } catch {
    return undefined
  }
}
