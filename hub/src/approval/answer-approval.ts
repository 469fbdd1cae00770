import type { z } from 'zod'
import type { AnswerApprovalRequest } from 'contract/bulletin'
import { recordAudit } from '../audit/index.ts'
import { crashPoint } from '../crash-points.ts'
import { asHub, type Db } from '../database/index.ts'
import { startJob } from '../jobs/index.ts'
import { assertStanding, type PersonActor } from '../people/index.ts'
import { Refusal } from '../refusals.ts'
import {
  type ApprovalState,
  findBulletinOfRequest,
  loadOwnRequest,
  lockOwnRequest,
  type OwnRequest,
  saveAnswer,
} from './approval.queries.ts'

type Answer = z.infer<typeof AnswerApprovalRequest>

const STATE_AFTER = {
  approve: 'approved',
  'ask-changes': 'changes-asked',
  refuse: 'refused',
  withdraw: 'withdrawn',
  permit: 'answered',
} as const satisfies Record<Answer['answer'], ApprovalState>

/**
 * A provider's contact answers. The answer is written as the member, so that row-level security decides whose request it
 * is. What follows from it for the bulletin hangs on the others that are asked, and is left to a job: not even the lock of
 * the bulletin is waited for here, or the time of an answer would tell whether there are any (T49, T74).
 */
export async function answerApproval(
  db: Db,
  actor: PersonActor,
  answer: Answer & { approvalId: string; now: Date },
): Promise<ApprovalState> {
  await lockOwnRequest(db, answer.approvalId)
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
  await asHub(db, (hub) => startSettling(hub, request.id))
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
  // A release cannot be undone by an approval; that is what withdrawing the bulletin is for.
  if (request.sharing !== undefined) throw new Refusal('approval-answered')
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

async function startSettling(db: Db, approvalId: string): Promise<void> {
  const bulletinId = await findBulletinOfRequest(db, approvalId)
  if (bulletinId === undefined) throw new Refusal('not-found')
  await startJob(db, 'settle-answers', { bulletinId })
}
