import type { Pool } from 'pg'
import { openPool, type DatabaseAddress } from '../database/pool.ts'

/** Connections that work as the queue's own role, which owns the queue's tables and nothing else. */
export function openQueuePool(address: DatabaseAddress, connectionsMax: number): Pool {
  return openPool(
    address,
    { connectionsMax },
    {
      options: '-c role=noroshi_jobs',
      application_name: 'noroshi-queue',
      // LISTEN waits for as long as it takes.
      statement_timeout: 0,
      idle_in_transaction_session_timeout: 0,
    },
  )
}
