import { expect } from 'vitest'
import { sql } from '../database/index.ts'
import type { TestHub } from './with-hub.ts'

/** Until so many transactions of this hub wait for others. */
export async function waitForLocks(hub: TestHub, count: number): Promise<void> {
  const countWaiting = () =>
    hub.inStaff(async (db) => {
      const { rows } = await sql<{ waiting: number }>`
        select count(distinct l.pid)::int as waiting from pg_locks l join pg_stat_activity a using (pid)
         where not l.granted and a.datname = current_database()`.execute(db)
      return rows[0]?.waiting
    })
  await expect.poll(countWaiting, { timeout: 20_000, interval: 50 }).toBeGreaterThanOrEqual(count)
}
