import type { Pool } from 'pg'

/** How often a worker says that it is alive, and looks for others that are not. */
export const HEARTBEAT_MS = 5_000
/** Silence after which a worker is taken for dead; with the heartbeat, jobs are freed within 25 s. */
export const SILENCE_MS_MAX = 20_000

/** Says that these workers are alive. */
export async function reportAlive(pool: Pool, workerIds: readonly string[]): Promise<void> {
  await pool.query(
    `insert into noroshi_queue.worker (id) select unnest($1::text[])
     on conflict (id) do update set seen_at = clock_timestamp()`,
    [workerIds],
  )
}

/**
 * Frees the jobs of workers that went silent. A killed worker otherwise keeps its jobs for four hours, the time
 * after which the queue itself would give them to another.
 */
export async function freeDeadWorkers(pool: Pool): Promise<void> {
  await pool.query(
    `with dead as (
       select distinct locked_by as id from graphile_worker._private_jobs j
        where locked_at < clock_timestamp() - $1 * interval '1 millisecond'
          and not exists (select from noroshi_queue.worker w
                           where w.id = j.locked_by and w.seen_at > clock_timestamp() - $1 * interval '1 millisecond'))
     select graphile_worker.force_unlock_workers(array(select id from dead)) where exists (select from dead)`,
    [SILENCE_MS_MAX],
  )
  await pool.query(
    `delete from noroshi_queue.worker where seen_at < clock_timestamp() - interval '1 hour'`,
  )
}
