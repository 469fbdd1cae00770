import { askAboutUnknownNames, hashContent } from 'engine'
import { RedactionQuestion, WrittenBulletinContent } from 'contract/bulletin'
import { recordAudit } from '../audit/index.ts'
import { dayInJapan } from '../clock.ts'
import type { Db } from '../database/index.ts'
import { newId, newShortCode } from '../ids.ts'
import type { Actor } from '../people/index.ts'
import { Refusal } from '../refusals.ts'
import { insertBulletin, isNumberTaken, lockCase } from './bulletin.queries.ts'
import type { BulletinRecord } from './bulletin-record.ts'
import { draftCase } from './draft-case.ts'
import { ANONYMISATION_LIMITS } from './limits.ts'
import { loadCaseRecord } from './load-case-record.ts'
import { loadHandling } from './load-handling.ts'

/** Makes a draft from a case in one step: text, questions, label and groups, nothing typed again. */
export async function draftBulletin(
  db: Db,
  actor: Actor,
  { caseId, now }: { caseId: string; now: Date },
): Promise<BulletinRecord> {
  await lockCase(db, caseId)
  const handling = await loadHandling(db, { caseId }, dayInJapan(now))
  const { record } = await loadCaseRecord(db, {
    caseId,
    handling,
    decisions: {},
    aliases: { rows: [] },
  })
  if (record.mails.length === 0 && record.logs.length === 0) throw new Refusal('case-without-mail')
  const drafted = await draftCase(db, record)

  const content = WrittenBulletinContent.parse(drafted.content)
  const groupIds = [...handling.ceiling.groupIds].sort()
  const bulletin: BulletinRecord = {
    id: newId(),
    number: await findFreeNumber(db, now),
    caseId,
    isHubSourced: handling.isHubSourced,
    state: 'draft',
    version: 1,
    content,
    contentHash: hashContent(content, groupIds),
    groupIds,
    lane: 'approval-required',
    questions: RedactionQuestion.array().parse(
      askAboutUnknownNames({ ...drafted, content, decisions: {}, traces: record.traces }),
    ),
    decisions: {},
    aliases: { rows: [...drafted.aliases.rows] },
    permitted: [],
    createdAt: now,
    updatedAt: now,
    editedBy: actor.personId,
  }
  await insertBulletin(db, bulletin)
  await recordAudit(db, {
    actor,
    action: 'bulletin-drafted',
    subject: `bulletin:${bulletin.id}`,
    detail: { case: caseId, number: bulletin.number, contentHash: bulletin.contentHash },
  })
  return bulletin
}

/** A random number: one in order would tell members how many bulletins others got. */
async function findFreeNumber(db: Db, now: Date): Promise<string> {
  for (let attempt = 0; attempt < ANONYMISATION_LIMITS.numberAttempts; attempt++) {
    const number = `B-${dayInJapan(now).slice(0, 4)}-${newShortCode()}`
    if (!(await isNumberTaken(db, number))) return number
  }
  throw new Refusal('conflict')
}
