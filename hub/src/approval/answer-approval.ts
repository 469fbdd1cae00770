import type { z } from 'zod'
import type { AnswerApprovalRequest } from 'contract/bulletin'
import {
  type BulletinRecord,
  loadBulletinForUpdate,
  moveBulletin,
  outdateApprovals,
} from '../anonymisation/index.ts'
import { recordAudit } from '../audit/index.ts'
import { crashPoint } from '../crash-points.ts'
import { asHub, type Db } from '../database/index.ts'
import { assertStanding, HUB, type PersonActor } from '../people/index.ts'
import { Refusal } from '../refusals.ts'
import {
  type ApprovalState,
  findBulletinOfRequest,
  listRequests,
  loadOwnRequest,
  type OwnRequest,
  saveAnswer,
} from './approval.queries.ts'
import { bringBack } from './bring-back.ts'

type Answer = z.infer<typeof AnswerApprovalRequest>

const STATE_AFTER = {
  approve: 'approved',
  'ask-changes': 'changes-asked',
  refuse: 'refused',
  withdraw: 'withdrawn',
  permit: 'answered',
} as const satisfies Record<Answer['answer'], ApprovalState>

/**
 * A provider's contact answers. The answer is written as the member, so that row-level security
 * decides whose request it is; what follows for the bulletin is done in the same transaction.
 */
export async function answerApproval(
  db: Db,
  actor: PersonActor,
  answer: Answer & { approvalId: string; now: Date },
): Promise<ApprovalState> {
  const request = await loadOwnRequest(db, answer.approvalId)
  const to = STATE_AFTER[answer.answer]
  if (request.contentHash !== answer.contentHash) throw new Refusal('edited-meanwhile')
  assertMayAnswer(request, answer)
  const permitted = toPermitted(request, answer)
  // Taking an approval back lets nothing out, and may be the last minute in which it can be done.
  if (answer.answer !== 'withdraw') await assertStanding(db, actor, answer.now)
  const saved = await saveAnswer(db, {
    approvalId: request.id,
    from: request.state,
    to,
    contentHash: answer.contentHash,
    at: answer.now,
    by: actor.personId,
    note: answer.note,
    remarks: answer.answer === 'ask-changes' ? (answer.remarks ?? []) : [],
    permitted,
  })
  if (!saved) throw new Refusal('already-changed')
  await recordAudit(db, {
    actor,
    action: `approval-${to}`,
    subject: `approval:${request.id}`,
    detail: { contentHash: answer.contentHash },
  })
  await asHub(db, (hub) =>
    settleBulletin(hub, actor, { approvalId: request.id, to, now: answer.now }),
  )
  crashPoint('approval.before-commit')
  return to
}

/** A waiting request takes an answer until it is due; what was answered can be taken back until the release. */
function assertMayAnswer(
  request: OwnRequest,
  { answer, now }: { answer: Answer['answer']; now: Date },
) {
  const isAboutValues = request.about === 'values'
  if (answer !== 'withdraw' && isAboutValues !== (answer === 'permit')) {
    throw new Refusal('request-unfit')
  }
  const given = isAboutValues ? 'answered' : 'approved'
  if (request.state !== (answer === 'withdraw' ? given : 'waiting')) {
    throw new Refusal('approval-answered')
  }
  // Silence is not consent, and neither is an answer to a question that is no longer open.
  if (answer !== 'withdraw' && now > request.dueAt) throw new Refusal('approval-overdue')
}

/**
 * The values it lets out. Each is ticked by itself: an approval of a text is not taken for one of what stands in it. A
 * wish for changes that leaves them out says nothing of them: what was given before stays given, and whoever was silent
 * about a value that another let in has not permitted it by asking for another word (T33).
 */
function toPermitted(
  { identifying }: OwnRequest,
  { answer, permitted }: Answer,
): string[] | undefined {
  const own = identifying.map(({ value }) => value)
  // Whether a value of somebody else exists is not told either.
  if (permitted?.some((value) => !own.includes(value)) === true) throw new Refusal('not-found')
  const ticked = own.filter((value) => permitted?.includes(value) === true)
  switch (answer) {
    case 'permit':
      return ticked
    case 'approve':
      if (ticked.length < own.length) throw new Refusal('value-unticked')
      return ticked
    case 'ask-changes':
      return permitted === undefined ? undefined : ticked
    default:
      return []
  }
}

/** What an answer means for the bulletin: the last approval lets it go on, anything else brings it back to draft. */
async function settleBulletin(
  db: Db,
  actor: PersonActor,
  { approvalId, to, now }: { approvalId: string; to: ApprovalState; now: Date },
): Promise<void> {
  const bulletinId = await findBulletinOfRequest(db, approvalId)
  if (bulletinId === undefined) throw new Refusal('not-found')
  const bulletin = await loadBulletinForUpdate(db, bulletinId)
  if (to === 'approved') return settleApproved(db, actor, { bulletin, now })
  if (to === 'answered') return settleAnswered(db, actor, { bulletin, now })
  // A release cannot be undone by an approval; that is what withdrawing the bulletin is for.
  if (to === 'withdrawn' && ['released', 'corrected', 'withdrawn'].includes(bulletin.state)) {
    throw new Refusal('approval-answered')
  }
  await recordAnswer(db, actor, bulletin, to)
  // The text will not go out as it is, so the others need not answer for it either.
  await outdateApprovals(db, bulletin.id)
  const why = to === 'withdrawn' ? ({ why: 'approval-taken-back' } as const) : {}
  await bringBack(db, { bulletin, now, why })
}

async function settleApproved(
  db: Db,
  actor: PersonActor,
  { bulletin, now }: { bulletin: BulletinRecord; now: Date },
): Promise<void> {
  if (bulletin.state !== 'waiting') throw new Refusal('approval-answered')
  await recordAnswer(db, actor, bulletin, 'approved')
  const requests = await listRequests(db, bulletin.id)
  if (requests.some(({ state }) => state === 'waiting')) return
  await moveBulletin(db, { bulletin, to: 'approved', by: 'provider', actor: HUB, at: now })
}

/** The last answer about values brings the text back to draft, with what may stand in it. */
async function settleAnswered(
  db: Db,
  actor: PersonActor,
  { bulletin, now }: { bulletin: BulletinRecord; now: Date },
): Promise<void> {
  if (bulletin.state !== 'waiting') throw new Refusal('approval-answered')
  await recordAnswer(db, actor, bulletin, 'answered')
  const requests = await listRequests(db, bulletin.id)
  if (requests.some(({ state }) => state === 'waiting')) return
  const { contentHash } = await bringBack(db, { bulletin, now, why: {} })
  // Approvals of the text before somebody joined stand as long as it reads the same.
  if (contentHash !== bulletin.contentHash) await outdateApprovals(db, bulletin.id)
}

/**
 * The same answer once more under the bulletin, where the hub reads its history. What follows from an answer is the
 * hub's act: were it the provider's, the one who answers last would read in its own log that nobody else is waited
 * for, and all providers of a bulletin the same id.
 */
const recordAnswer = (db: Db, actor: PersonActor, bulletin: BulletinRecord, to: ApprovalState) =>
  recordAudit(db, {
    actor: HUB,
    action: `approval-${to}`,
    subject: `bulletin:${bulletin.id}`,
    detail: { contentHash: bulletin.contentHash, answeredBy: actor.personId },
  })
