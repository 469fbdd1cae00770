import { type BulletinContent, type DraftedBulletin, hashContent } from 'engine'
import { RedactionQuestion } from 'contract/bulletin'
import { recordAudit } from '../audit/index.ts'
import type { Db } from '../database/index.ts'
import { HUB } from '../people/index.ts'
import { listAskedValues, toDraftedDecisions } from './asked-values.ts'
import { outdateApprovals, saveSettling, saveText } from './bulletin.queries.ts'
import type { BulletinRecord } from './bulletin-record.ts'
import { askAgain } from './edit-bulletin.ts'
import { draftCases } from './draft-case.ts'
import { loadCaseRecord } from './load-case-record.ts'
import type { Handling } from './load-handling.ts'
import { isPermitted, loadPermissions, type ValuePermission } from './load-permissions.ts'
import { savePermitted } from './permission.queries.ts'
import { replaceLines } from './replace-lines.ts'
import { saveFailed } from './save-failed.ts'
import { toDraftedContent } from './to-drafted-content.ts'
import { isWritten, toWritten } from './to-written.ts'

/** Whether all that is permitted stands in the text, and nothing else that needs to be. */
export const isWrittenAsPermitted = (
  { permitted }: BulletinRecord,
  permissions: readonly ValuePermission[],
): boolean => isSamePermitted(listPermitted(permissions), permitted)

/** What may stand in the text as of now, in one order. */
const listPermitted = (permissions: readonly ValuePermission[]): string[] =>
  permissions
    .filter(isPermitted)
    .map(({ value }) => value)
    .sort()

const isSamePermitted = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length && some.every((one) => others.includes(one))

/**
 * Writes into the text what has been permitted since, and takes out what no longer is. Only the lines that follow from
 * it change: what a person wrote, added or took out stays. The hub does it, so that nobody becomes a writer by it. A text
 * that would not fit is refused, or left as it is where the check that must follow says why: nothing of it is saved then but
 * that it failed, so that the check still finds what there is to write.
 */
export async function applyPermissions(
  db: Db,
  bulletin: BulletinRecord,
  applying: Applying,
): Promise<BulletinRecord> {
  const applied = await applyChanged(db, bulletin, applying)
  if (applied === 'unfit') {
    await saveFailed(db, bulletin)
    return { ...bulletin, settling: 'failed' }
  }
  if (bulletin.settling !== undefined) await saveSettling(db, bulletin.id, undefined)
  return { ...applied, settling: undefined }
}

/**
 * The same work with nothing kept of it. Whoever answers about values makes the hub draft, whether or not others are
 * waited for: a worker that has to draft is slower with everything else, so that from the time of its next mail a provider
 * could read whether its answer was the last (T49).
 */
export async function rehearsePermissions(
  db: Db,
  bulletin: BulletinRecord,
  { handling, now }: Omit<Applying, 'ifUnfit'>,
): Promise<void> {
  const permitted = listPermitted(await loadPermissions(db, bulletin, handling))
  await rehearse(db, bulletin, { permitted, handling, now })
}

/** Where a no changes nothing, what another yes would change is drafted: a no that takes a yes back costs as much (T49). */
async function rehearse(
  db: Db,
  bulletin: BulletinRecord,
  { permitted, handling, now }: Omit<Applying, 'ifUnfit'> & Pick<BulletinRecord, 'permitted'>,
): Promise<void> {
  const isSame = isSamePermitted(permitted, bulletin.permitted)
  const changed = { ...bulletin, permitted: isSame ? toOthers(bulletin) : permitted }
  const [, { questions }] = await draftBoth(db, [bulletin, changed], handling)
  await askAgain(db, { ...changed, questions }, now)
}

const toOthers = (bulletin: BulletinRecord): string[] =>
  listAskedValues(bulletin)
    .map(({ value }) => value)
    .filter((value) => !bulletin.permitted.includes(value))

interface Applying {
  readonly handling: Handling
  readonly now: Date
  readonly ifUnfit: 'refuse' | 'leave'
}

async function applyChanged(
  db: Db,
  bulletin: BulletinRecord,
  { handling, now, ifUnfit }: Applying,
): Promise<BulletinRecord | 'unfit'> {
  const permitted = listPermitted(await loadPermissions(db, bulletin, handling))
  if (isSamePermitted(permitted, bulletin.permitted)) {
    // Only whoever checks is spared the work: its time tells no provider anything.
    if (ifUnfit === 'leave') await rehearse(db, bulletin, { permitted, handling, now })
    return bulletin
  }
  const changed = { ...bulletin, permitted }
  const [before, after] = await draftBoth(db, [bulletin, changed], handling)
  const applied = {
    ...bulletin.content,
    indicators: replaceLines(bulletin.content.indicators, before.indicators, after.indicators),
    omitted: replaceLines(bulletin.content.omitted, before.omitted, after.omitted),
  }
  if (ifUnfit === 'leave' && !isWritten(applied)) return 'unfit'
  const content = toWritten(applied)
  const { groupIds, decisions, aliases } = bulletin
  const contentHash = hashContent(content, groupIds)
  const questions = await askAgain(db, { ...changed, content, questions: after.questions }, now)
  const text = { content, contentHash, groupIds, questions, decisions, aliases }
  await saveText(db, bulletin.id, text, { at: now, by: bulletin.editedBy })
  await savePermitted(db, bulletin.id, permitted)
  // Approvals of the text before somebody joined stand as long as it reads the same.
  if (contentHash !== bulletin.contentHash) await outdateApprovals(db, bulletin.id)
  await recordAudit(db, {
    actor: HUB,
    action: 'bulletin-permissions-applied',
    subject: `bulletin:${bulletin.id}`,
    detail: { before: bulletin.contentHash, contentHash, permitted: permitted.length },
  })
  return { ...changed, ...text, lane: 'approval-required', leakCheck: undefined, updatedAt: now }
}

interface Drafted extends Pick<BulletinContent, 'indicators' | 'omitted'> {
  readonly questions: BulletinRecord['questions']
}

/** The text with what was permitted until now and with what is permitted now, made ready together. */
async function draftBoth(
  db: Db,
  both: readonly [BulletinRecord, BulletinRecord],
  handling: Handling,
): Promise<readonly [Drafted, Drafted]> {
  const [{ caseId, aliases, decisions: answers }] = both
  const toDrafted = (drafted: DraftedBulletin | undefined, bulletin: BulletinRecord): Drafted => {
    if (drafted === undefined) return { indicators: [], omitted: [], questions: bulletin.questions }
    const { indicators, omitted } = toDraftedContent(drafted.content, bulletin)
    const questions = RedactionQuestion.array().parse(drafted.questions)
    return { indicators, omitted, questions }
  }
  if (caseId === undefined) return [toDrafted(undefined, both[0]), toDrafted(undefined, both[1])]
  const decisions = toDraftedDecisions(both[0])
  const { record } = await loadCaseRecord(db, { caseId, handling, decisions, aliases, answers })
  const changed = { ...record, decisions: toDraftedDecisions(both[1]) }
  const [before, after] = await draftCases(db, [record, changed])
  return [toDrafted(before, both[0]), toDrafted(after, both[1])]
}
