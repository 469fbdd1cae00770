import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { TestHub } from './with-hub.ts'

/** Names of everything the store has begun or kept. */
export async function storedFiles(hub: TestHub): Promise<string[]> {
  const names = await readdir(join(hub.folder, 'evidence'), {
    recursive: true,
    withFileTypes: true,
  })
  return names.filter((entry) => entry.isFile()).map(({ name }) => name)
}
