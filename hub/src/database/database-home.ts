import { createHash } from 'node:crypto'
import { chmodSync, chownSync, lstatSync, mkdirSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { mayEnter, type OperatingUser } from './operating-user.ts'

/** Where the built-in server keeps its files and its socket. */
export interface DatabaseHome {
  /** Holds the cluster and, when they had to be copied, the binaries. */
  readonly folder: string
  readonly cluster: string
  /** Folder of the Unix socket; only the server's own user and root may enter. */
  readonly socket: string
}

// A socket address is 108 bytes on Linux and 104 on macOS, the file name included.
const SOCKET_PATH_BYTES_MAX = 80

/** Chooses and creates the folders, owned by the user that will run the server. */
export function prepareDatabaseHome(
  dataFolder: string,
  user: OperatingUser | undefined,
): DatabaseHome {
  const inside = resolve(dataFolder)
  mkdirSync(inside, { recursive: true, mode: user === undefined ? 0o700 : 0o711 })
  if (user !== undefined) letThrough(inside, user)
  const name = createHash('sha256').update(inside).digest('hex').slice(0, 12)
  const folder =
    user === undefined || mayEnter(inside, user) ? inside : join('/var/lib/noroshi', name)

  mkdirSync(folder, { recursive: true, mode: 0o711 })
  const cluster = join(folder, 'database')
  const nearby = join(folder, 'socket')
  const socket =
    Buffer.byteLength(nearby) <= SOCKET_PATH_BYTES_MAX ? nearby : join(tmpdir(), `noroshi-${name}`)
  for (const own of [cluster, socket]) prepareOwnFolder(own, user)
  return { folder, cluster, socket }
}

/**
 * The server's user has to walk through the data folder to its own part of it. What else is in there is closed by
 * itself: keys and settings 0600, evidence 0700.
 */
function letThrough(folder: string, user: OperatingUser): void {
  const { uid, mode } = statSync(folder)
  if (uid === process.getuid?.() && mayEnter(dirname(folder), user)) chmodSync(folder, mode | 0o011)
}

/**
 * Anybody may create a folder of a guessable name under the temporary folder beforehand and so sit between
 * us and the database; a folder that is not ours alone is refused.
 */
function prepareOwnFolder(folder: string, user: OperatingUser | undefined): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const uid = user?.uid ?? process.getuid?.()
  const stat = lstatSync(folder)
  if (!stat.isDirectory() || (stat.uid !== uid && stat.uid !== process.getuid?.())) {
    throw new Error(
      `The folder ${folder} belongs to somebody else; remove it or choose another NOROSHI_DATA.`,
    )
  }
  chmodSync(folder, 0o700)
  if (user !== undefined) chownSync(folder, user.uid, user.gid)
}
