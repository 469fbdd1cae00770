import type { z } from 'zod'
import type { BulletinPage, BulletinRow, BulletinState } from 'contract/bulletin'
import { BulletinId, CaseId } from 'contract/common'
import { dayInJapan } from '../clock.ts'
import type { Db } from '../database/index.ts'
import { type ListedBulletin, listBulletinRows } from './bulletin.queries.ts'
import { listReleaseFigures, type ReleaseFigures } from './bulletin-view.queries.ts'
import { ANONYMISATION_LIMITS } from './limits.ts'

/** A page of bulletins for the hub, the last changed first. */
export async function listBulletins(
  db: Db,
  {
    state,
    caseId,
    after,
    now,
  }: {
    state?: z.infer<typeof BulletinState> | undefined
    caseId?: string | undefined
    after?: { key: string; id: string } | undefined
    now: Date
  },
): Promise<z.input<typeof BulletinPage>> {
  const rows = ANONYMISATION_LIMITS.pageRows
  const found = await listBulletinRows(db, { state, caseId, after, rows: rows + 1 })
  const page = await withFigures(db, found.slice(0, rows), now)
  const last = found.at(rows - 1)
  return {
    rows: page,
    ...(found.length > rows && last !== undefined ? { next: `${last.updatedKey}_${last.id}` } : {}),
  }
}

/** One bulletin as a row; nothing when there is none. */
export async function findBulletinRow(
  db: Db,
  bulletinId: string,
  now: Date,
): Promise<z.infer<typeof BulletinRow> | undefined> {
  const found = await listBulletinRows(db, { id: bulletinId, rows: 1 })
  const [row] = await withFigures(db, found, now)
  return row
}

async function withFigures(db: Db, listed: readonly ListedBulletin[], now: Date) {
  const releaseIds = listed.flatMap(({ releaseId }) => releaseId ?? [])
  const figures = await listReleaseFigures(db, releaseIds, dayInJapan(now))
  const byRelease = new Map(figures.map((one) => [one.releaseId, one]))
  return listed.map((one) => toBulletinRow(one, byRelease.get(one.releaseId ?? '')))
}

function toBulletinRow(
  one: ListedBulletin,
  figures: ReleaseFigures | undefined,
): z.infer<typeof BulletinRow> {
  return {
    bulletinId: BulletinId.parse(one.id),
    number: one.number,
    version: one.version,
    state: one.state,
    title: one.title,
    tlp: one.tlp,
    ...(one.caseId === undefined ? {} : { caseId: CaseId.parse(one.caseId) }),
    ...(one.caseNumber === undefined ? {} : { caseNumber: one.caseNumber }),
    isHubSourced: one.isHubSourced,
    groups: one.groups,
    updatedAt: one.updatedAt.toISOString(),
    ...(one.releasedAt === undefined ? {} : { releasedAt: one.releasedAt.toISOString() }),
    ...(figures === undefined ? {} : { feedback: toFeedbackCounts(figures) }),
  }
}

function toFeedbackCounts({ answers, reached, read }: ReleaseFigures) {
  const count = (answer: string) => answers.find((one) => one.answer === answer)?.organisations ?? 0
  const answered = answers.reduce((total, { organisations }) => total + organisations, 0)
  return {
    'got-it': count('got-it'),
    blocked: count('blocked'),
    'not-found': count('not-found'),
    'false-alarm': count('false-alarm'),
    unanswered: Math.max(0, reached - answered),
    read,
  }
}
