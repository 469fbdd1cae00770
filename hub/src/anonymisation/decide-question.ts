import { draftBulletin as draftContent, hashContent } from 'engine'
import type { z } from 'zod'
import { BulletinContent, type DecideQuestionRequest, RedactionQuestion } from 'contract/bulletin'
import { recordAudit } from '../audit/index.ts'
import { dayInJapan } from '../clock.ts'
import type { Db } from '../database/index.ts'
import type { Actor } from '../people/index.ts'
import { Refusal } from '../refusals.ts'
import { loadBulletinForUpdate } from './bulletin.queries.ts'
import type { BulletinRecord } from './bulletin-record.ts'
import { replaceText } from './edit-bulletin.ts'
import { loadCaseRecord } from './load-case-record.ts'
import { loadHandling } from './load-handling.ts'

/**
 * Answers one question. Indicators and look-alikes follow from the answers and are made anew;
 * what a person has written (title, summary, advice) stays as it is.
 */
export async function decideQuestion(
  db: Db,
  actor: Actor,
  decision: z.infer<typeof DecideQuestionRequest> & { bulletinId: string; now: Date },
): Promise<BulletinRecord> {
  const { questionId, choice, now } = decision
  const bulletin = await loadBulletinForUpdate(db, decision.bulletinId)
  const question = bulletin.questions.find((one) => one.questionId === questionId)
  if (question === undefined) throw new Refusal('not-found')
  if (!question.choices.some((one) => one.choice === choice)) throw new Refusal('request-unfit')
  const decisions = { ...bulletin.decisions, [questionId]: choice }
  const text = await redraft(db, bulletin, decisions, now)
  await recordAudit(db, {
    actor,
    action: 'bulletin-question-decided',
    subject: `bulletin:${bulletin.id}`,
    detail: { question: questionId, choice },
  })
  return replaceText(db, actor, { bulletin, text, now })
}

async function redraft(
  db: Db,
  bulletin: BulletinRecord,
  decisions: BulletinRecord['decisions'],
  now: Date,
) {
  const { caseId, groupIds } = bulletin
  if (caseId === undefined) throw new Refusal('not-found')
  const handling = await loadHandling(db, bulletin, dayInJapan(now))
  const { record } = await loadCaseRecord(db, { caseId, handling, decisions })
  const drafted = draftContent(record)
  const { indicators, lookalikes, omitted } = BulletinContent.parse(drafted.content)
  const content = { ...bulletin.content, indicators, lookalikes, omitted }
  const questions = RedactionQuestion.array().parse(drafted.questions)
  return { content, contentHash: hashContent(content, groupIds), groupIds, questions, decisions }
}
