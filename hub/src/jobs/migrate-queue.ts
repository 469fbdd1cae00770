import { runMigrations } from 'graphile-worker'
import type { DatabaseAddress } from '../database/pool.ts'
import { openQueuePool } from './queue-pool.ts'
import { queueLogger } from './queue-logger.ts'

/** Brings the queue's own tables up to date. The address is the owner's. */
export async function migrateQueue(owner: DatabaseAddress): Promise<void> {
  const pool = openQueuePool(owner, 2)
  try {
    await runMigrations({ pgPool: pool, logger: queueLogger })
  } finally {
    await pool.end()
  }
}
