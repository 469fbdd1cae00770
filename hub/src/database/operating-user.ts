import { readFileSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

/** Unix user the database server runs as. */
export interface OperatingUser {
  readonly uid: number
  readonly gid: number
}

/**
 * PostgreSQL refuses to run as root. Started by root, the hub runs it as `nobody`, the one unprivileged
 * user every Unix has; initdb refuses a uid without a name. Absent when we are not root ourselves.
 */
export function findOperatingUser(): OperatingUser | undefined {
  if (process.getuid?.() !== 0) return undefined
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith('nobody:'))
  const [, , uid, gid] = line?.split(':') ?? []
  if (uid === undefined || gid === undefined) {
    throw new Error(
      'PostgreSQL cannot run as root and there is no user "nobody"; start the hub as another user.',
    )
  }
  return { uid: Number(uid), gid: Number(gid) }
}

/** Whether the user can walk to this folder; a checkout under a closed home folder cannot be entered. */
export function mayEnter(folder: string, { uid, gid }: OperatingUser): boolean {
  for (let at = resolve(folder); ; at = dirname(at)) {
    const stat = statSync(at, { throwIfNoEntry: false })
    const bit = stat?.uid === uid ? 0o100 : stat?.gid === gid ? 0o010 : 0o001
    if (stat !== undefined && (stat.mode & bit) === 0) return false
    if (dirname(at) === at) return true
  }
}
