import { open } from 'node:fs/promises'

/** Makes new names in a folder survive a power cut; syncing a file does not sync its name (fsync(2), Notes). */
export async function syncFolder(folder: string): Promise<void> {
  // Windows neither needs nor allows it.
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
