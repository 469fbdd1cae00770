import type { z } from 'zod'
import type { RereadingList } from 'contract/knowledge'
import type { Db } from '../database/index.ts'
import { listRereadingRows, type RereadingRow } from './rereading.queries.ts'

/** The last readings of earlier evidence again: who asked, when it began, how far it is, how it ended. */
export async function listRereadings(db: Db): Promise<z.input<typeof RereadingList>> {
  return { rereadings: (await listRereadingRows(db)).map(toView) }
}

function toView(row: RereadingRow): z.input<typeof RereadingList>['rereadings'][number] {
  const { id, days, askedBy, askedAt, begunAt, total, read, failed, lastAt } = row
  const isOver = begunAt !== undefined && read === total
  // A span in which nothing was received is over as soon as that is known.
  const endedAt = isOver ? (lastAt ?? begunAt) : undefined
  return {
    rereadingId: id,
    days,
    ...(askedBy === undefined ? {} : { askedBy }),
    askedAt: askedAt.toISOString(),
    ...(begunAt === undefined ? {} : { begunAt: begunAt.toISOString() }),
    ...(lastAt === undefined ? {} : { lastAt: lastAt.toISOString() }),
    ...(endedAt === undefined ? {} : { endedAt: endedAt.toISOString() }),
    state: begunAt === undefined ? 'waiting' : isOver ? 'done' : 'running',
    total,
    read,
    failed,
  }
}
