import type { z } from 'zod'
import { allowContent, askAboutUnknownNames, hashContent } from 'engine'
import { EditBulletinRequest, RedactionQuestion, WrittenBulletinContent } from 'contract/bulletin'
import { recordAudit } from '../audit/index.ts'
import { dayInJapan } from '../clock.ts'
import { loadTraces } from '../community/index.ts'
import type { Db } from '../database/index.ts'
import type { Actor } from '../people/actor.ts'
import { Refusal } from '../refusals.ts'
import { listGroups } from './audience.queries.ts'
import { outdateApprovals, saveText } from './bulletin.queries.ts'
import type { BulletinRecord, BulletinText } from './bulletin-record.ts'
import { loadHandling } from './load-handling.ts'
import { loadMetPeople } from './load-met-people.ts'
import { lockBulletin } from './lock-bulletin.ts'
import { moveBulletin } from './move-bulletin.ts'
import { toMover } from './mover.ts'

/** Takes over an edited text. Whatever was checked or approved before holds for the old text only. */
export async function editBulletin(
  db: Db,
  actor: Actor,
  edit: z.infer<typeof EditBulletinRequest> & { bulletinId: string; now: Date },
): Promise<BulletinRecord> {
  const bulletin = await lockBulletin(db, edit.bulletinId, edit.now)
  if (bulletin.contentHash !== edit.baseHash) throw new Refusal('edited-meanwhile')
  const groupIds = await toKnownGroups(db, edit.groupIds)
  // What is approved to the letter holds nothing that its readers cannot see.
  const content = WrittenBulletinContent.parse(allowContent(edit.content))
  const text = {
    content,
    groupIds,
    contentHash: hashContent(content, groupIds),
    questions: await askAgain(db, { ...bulletin, content }, edit.now),
    decisions: bulletin.decisions,
    aliases: bulletin.aliases,
  }
  if (text.contentHash === bulletin.contentHash) return bulletin
  return replaceText(db, actor, { bulletin, text, now: edit.now })
}

/** The questions with those about names in the text that nobody has registered: another text, other names. */
export async function askAgain(
  db: Db,
  bulletin: BulletinRecord,
  now: Date,
): Promise<BulletinRecord['questions']> {
  const handling = await loadHandling(db, bulletin, dayInJapan(now))
  const traces = await loadTraces(db, handling.providerIds)
  const { caseId } = bulletin
  const met = caseId === undefined ? { organisations: [] } : await loadMetPeople(db, caseId, traces)
  return RedactionQuestion.array().parse(askAboutUnknownNames({ ...bulletin, traces, met }))
}

/** Stores another text for a bulletin that has not been released, and brings it back to draft. */
export async function replaceText(
  db: Db,
  actor: Actor,
  { bulletin, text, now }: { bulletin: BulletinRecord; text: BulletinText; now: Date },
): Promise<BulletinRecord> {
  if (['released', 'corrected', 'withdrawn'].includes(bulletin.state)) {
    throw new Refusal('not-in-this-state')
  }
  await saveText(db, bulletin.id, text, { at: now, by: actor.personId })
  const outdated = await outdateApprovals(db, bulletin.id)
  await recordAudit(db, {
    actor,
    action: 'bulletin-edited',
    subject: `bulletin:${bulletin.id}`,
    detail: { before: bulletin.contentHash, contentHash: text.contentHash, outdated },
  })
  if (bulletin.state !== 'draft') {
    const moved = { id: bulletin.id, contentHash: text.contentHash, state: bulletin.state }
    const draft = { bulletin: moved, to: 'draft', by: toMover(actor), actor, at: now } as const
    await moveBulletin(db, { ...draft, why: 'text-edited' })
  }
  const lane = 'approval-required'
  return { ...bulletin, ...text, state: 'draft', lane, leakCheck: undefined, updatedAt: now }
}

/** Sorted, so that the same audience has the same hash whatever order it was clicked in. */
async function toKnownGroups(db: Db, groupIds: readonly string[]): Promise<string[]> {
  const known = new Set((await listGroups(db)).map(({ groupId }) => groupId))
  if (groupIds.some((groupId) => !known.has(groupId))) throw new Refusal('request-unfit')
  return [...new Set(groupIds)].sort()
}
