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

/** A job whose worker died at its last attempt: the queue will not run it again, and no code has seen it fail. */
export interface LostJob {
  readonly id: string
  readonly name: string
  readonly payload: unknown
  readonly attempts: number
}

/** Workers that hold a job and have been silent for `$1` milliseconds. */
const DEAD = `
  select distinct locked_by as id from graphile_worker._private_jobs j
   where locked_at < clock_timestamp() - $1 * interval '1 millisecond'
     and not exists (select from noroshi_queue.worker w
                      where w.id = j.locked_by and w.seen_at > clock_timestamp() - $1 * interval '1 millisecond')`

/**
 * Frees the jobs of workers that went silent. A killed worker otherwise keeps its jobs for four hours, the time
 * after which the queue itself would give them to another.
 */
export async function freeDeadWorkers(
  pool: Pool,
  giveUp: (lost: LostJob) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  // Before they are freed: whoever dies in between leaves them to the next.
  const { rows } = await pool.query<LostJob>(
    `select j.id, t.identifier as name, j.payload, j.attempts
       from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
      where j.attempts >= j.max_attempts and j.locked_by in (${DEAD})`,
    [SILENCE_MS_MAX],
  )
  for (const lost of rows) await giveUp(lost)
  await pool.query(
    `with dead as (${DEAD})
     select graphile_worker.force_unlock_workers(array(select id from dead)) where exists (select from dead)`,
    [SILENCE_MS_MAX],
  )
  await pool.query(
    `delete from noroshi_queue.worker where seen_at < clock_timestamp() - interval '1 hour'`,
  )
}
