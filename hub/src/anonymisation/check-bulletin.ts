import type { LeakCheck } from 'contract/bulletin'
import { loadTraces } from '../community/index.ts'
import { dayInJapan } from '../clock.ts'
import type { Db } from '../database/index.ts'
import { recordAudit } from '../audit/index.ts'
import type { Hub } from '../hub.ts'
import type { Actor } from '../people/index.ts'
import { Refusal } from '../refusals.ts'
import { applyPermissions } from './apply-permissions.ts'
import { saveLeakCheck } from './bulletin.queries.ts'
import type { BulletinRecord } from './bulletin-record.ts'
import { checkOutgoing } from './check-outgoing.ts'
import { findKeptBack } from './find-kept-back.ts'
import { loadHandling } from './load-handling.ts'
import { lockBulletin } from './lock-bulletin.ts'
import { moveBulletin } from './move-bulletin.ts'
import { toMover } from './mover.ts'
import { loadPreviewFacts } from './outgoing-facts.ts'
import { toWritten } from './to-written.ts'
import { addConfirmations } from './weak-traces.ts'

/** Searches what would go out. Nothing found: the bulletin is checked. Otherwise it is a draft, with the places. */
export async function checkBulletin(
  db: Db,
  actor: Actor,
  { bulletinId, hub, now }: { bulletinId: string; hub: Hub; now: Date },
): Promise<{ bulletin: BulletinRecord; check: LeakCheck }> {
  const found = await lockBulletin(db, bulletinId, now)
  if (found.state !== 'draft' && found.state !== 'checked') throw new Refusal('not-in-this-state')
  const handling = await loadHandling(db, found, dayInJapan(now))
  // A provider whose evidence holds a value may have come into the case since.
  const bulletin = await applyPermissions(db, found, { handling, now, ifUnfit: 'refuse' })
  if (bulletin.questions.some(({ decided }) => decided === undefined))
    throw new Refusal('questions-open')
  toWritten(bulletin.content)
  assertKeepsBack(bulletin)

  const traces = await loadTraces(db, handling.providerIds)
  const facts = await loadPreviewFacts(db, hub, bulletin)
  const { check } = await checkOutgoing(bulletin, { traces, facts, now })
  await saveLeakCheck(db, bulletin.id, check)
  await recordAudit(db, {
    actor,
    action: 'bulletin-leak-check',
    subject: `bulletin:${bulletin.id}`,
    detail: {
      contentHash: bulletin.contentHash,
      clean: check.clean,
      leaks: check.leaks.length,
      weakTraces: check.weakTraces.length,
      skipped: check.skippedCount,
    },
  })
  const state = check.clean ? 'checked' : 'draft'
  if (state !== bulletin.state) {
    await moveBulletin(db, { bulletin, to: state, by: toMover(actor), actor, at: now })
  }
  const shown = await addConfirmations(db, bulletin.id, check)
  return { bulletin: { ...bulletin, leakCheck: check, state }, check: shown }
}

function assertKeepsBack(bulletin: BulletinRecord): void {
  const held = findKeptBack(bulletin)
  if (held.length === 0) return
  // Whoever checks reads the questions with these values as well.
  const say = held.map(({ value }) => value).join(', ')
  throw new Refusal('value-unpermitted', { places: [{ path: 'content', say }] })
}
