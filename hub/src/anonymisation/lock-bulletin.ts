import { recordAudit } from '../audit/index.ts'
import type { Db } from '../database/index.ts'
import { HUB } from '../people/index.ts'
import {
  type Answer,
  isWaitedFor,
  listUnsettled,
  lockAnswers,
  saveSettled,
} from './answer.queries.ts'
import { loadBulletinForUpdate, outdateApprovals, saveSettling } from './bulletin.queries.ts'
import type { BulletinRecord } from './bulletin-record.ts'
import { isOut } from './is-out.ts'
import { moveBulletin } from './move-bulletin.ts'
import { returnToDraft, startApplying } from './return-to-draft.ts'

/**
 * A bulletin that nobody else changes until this transaction ends, with what its providers have answered so far carried
 * over to it. An answer is written without touching the bulletin (T49), so whoever changes one goes through here: a
 * release, a check or an edit never comes before an answer that was there first.
 */
export async function lockBulletin(db: Db, bulletinId: string, now: Date): Promise<BulletinRecord> {
  return settleAnswers(db, await loadBulletinForUpdate(db, bulletinId), now)
}

/** The same, and nobody answers meanwhile: an approval taken back stops the release, or comes after it. */
export async function lockForRelease(
  db: Db,
  bulletinId: string,
  now: Date,
): Promise<BulletinRecord> {
  const bulletin = await loadBulletinForUpdate(db, bulletinId)
  await lockAnswers(db, bulletin.id)
  return settleAnswers(db, bulletin, now)
}

async function settleAnswers(db: Db, bulletin: BulletinRecord, now: Date): Promise<BulletinRecord> {
  const answers = await listUnsettled(db, bulletin.id)
  if (answers.length === 0) return bulletin
  for (const answer of answers) await recordAnswer(db, bulletin, answer)
  await saveSettled(db, answers)
  // What has left is taken back by withdrawing it.
  if (isOut(bulletin)) return bulletin
  if (answers.some(isAgainst)) return settleAgainst(db, { bulletin, answers, now })
  return settleGiven(db, { bulletin, answers, now })
}

interface Settling {
  readonly bulletin: BulletinRecord
  readonly answers: readonly Answer[]
  readonly now: Date
}

const isAgainst = ({ state }: Answer): boolean => state !== 'approved' && state !== 'answered'

/** The text will not go out as it is, so the others need not answer for it either. */
async function settleAgainst(
  db: Db,
  { bulletin, answers, now }: Settling,
): Promise<BulletinRecord> {
  await outdateApprovals(db, bulletin.id)
  const isTakenBack = answers.some(({ state }) => state === 'withdrawn')
  const why = isTakenBack ? ({ why: 'approval-taken-back' } as const) : {}
  return returnToDraft(db, { bulletin, now, ...why })
}

/** The last approval lets it go on; the last answer about values brings it back, to be written with what may stand in it. */
async function settleGiven(db: Db, { bulletin, answers, now }: Settling): Promise<BulletinRecord> {
  if (bulletin.state !== 'waiting') return bulletin
  // It was given up before, and is carried over now.
  if (bulletin.settling !== undefined) await saveSettling(db, bulletin.id, undefined)
  const isWaited = await isWaitedFor(db, bulletin.id)
  if (answers.some(({ state }) => state === 'answered')) {
    if (!isWaited) return returnToDraft(db, { bulletin, now })
    await startApplying(db, bulletin.id)
  }
  const settled = { ...bulletin, settling: undefined }
  if (isWaited) return settled
  await moveBulletin(db, { bulletin, to: 'approved', by: 'provider', actor: HUB, at: now })
  return { ...settled, state: 'approved', approvedAt: now, updatedAt: now }
}

/**
 * The same answer once more under the bulletin, where the hub reads its history. What follows from an answer is the
 * hub's act: were it the provider's, the one who answers last would read in its own log that nobody else is waited
 * for, and all providers of a bulletin the same id.
 */
const recordAnswer = (db: Db, bulletin: BulletinRecord, { state, answeredBy }: Answer) =>
  recordAudit(db, {
    actor: HUB,
    action: `approval-${state}`,
    subject: `bulletin:${bulletin.id}`,
    detail: {
      contentHash: bulletin.contentHash,
      ...(answeredBy === undefined ? {} : { answeredBy }),
    },
  })
