import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { bootstrapDatabase, OWNER_ROLE } from '../database/bootstrap-database.ts'
import { startEmbeddedPostgres } from '../database/embedded-postgres.ts'
import { migrate } from '../database/migrate.ts'
import { migrateQueue } from '../jobs/migrate-queue.ts'
import { findFastFolder, MEMORY } from './find-fast-folder.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of the test server's socket. */
    postgresSocket: string
    /** How a database is copied (`CREATE DATABASE ... STRATEGY`): file by file where that takes no disk. */
    cloneStrategy: 'file_copy' | 'wal_log'
  }
}

/** Database every test's own is cloned from; nothing may be connected to it meanwhile. */
export const TEMPLATE = 'noroshi_template'

/** One PostgreSQL for a whole test run, migrated once. Nothing of it is kept, so it need not wait for the disk. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const fast = findFastFolder()
  const folder = await mkdtemp(join(fast, 'noroshi-test-'))
  // Started by root, the server runs as another user, who has to get in.
  await chmod(folder, 0o711)
  const postgres = await startEmbeddedPostgres({
    folder,
    settings: {
      ...{ fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' },
      // No database of a test lives long enough to need it, and there are hundreds to look through.
      autovacuum: 'off',
    },
  })
  const end = async () => {
    await postgres.stop()
    await rm(folder, { recursive: true, force: true })
  }
  const owner = postgres.connection(OWNER_ROLE, TEMPLATE)
  try {
    await bootstrapDatabase(postgres, TEMPLATE)
    await migrate(owner)
    await migrateQueue(owner)
  } catch (error) {
    await end()
    throw error
  }
  project.provide('postgresSocket', owner.host)
  project.provide('cloneStrategy', fast === MEMORY ? 'file_copy' : 'wal_log')
  return end
}
