import type { SubmissionId } from 'contract/common'
import type { Receipt } from 'contract/intake'
import { recordAudit } from '../audit/index.ts'
import { asHub } from '../database/as-hub.ts'
import type { Db } from '../database/index.ts'
import type { StoredEvidence } from '../evidence-store/index.ts'
import type { Hub } from '../hub.ts'
import { newId } from '../ids.ts'
import { HUB } from '../people/index.ts'
import { Refusal } from '../refusals.ts'
import { checkedBytes } from './checked-bytes.ts'
import { countWithinQuota, loadQuotaRoom } from './hold-quota.ts'
import { intakeLimits as limits } from './limits.ts'
import { moveSubmission } from './move-submission.ts'
import { type Submitter, inSightOf } from './provider.ts'
import { toReceipt } from './receipt-text.ts'
import { startAnalysis } from './take-submission.ts'
import {
  type ReceivedFile,
  findSameFile,
  loadReceivedFile,
  loadSubmissionForUpdate,
  saveEvidenceRow,
  saveFile,
  saveWaiting,
} from './submission.queries.ts'

export interface FurtherFile {
  readonly actor: Submitter
  readonly submissionId: SubmissionId
  readonly fileName?: string | undefined
  readonly bytes: AsyncIterable<Uint8Array>
  readonly announcedBytes?: number | undefined
}

/**
 * Adds a file to a submission the actor may see and has it read. A submission that was analysed goes back to
 * received; one that has moved on stays where it is and only its evidence grows. The same file again changes nothing.
 */
export async function addFile(hub: Hub, further: FurtherFile): Promise<Receipt> {
  const { actor, submissionId } = further
  // Looked up first, so that nobody fills the store through a submission that is not theirs.
  const room = await inSightOf(hub.database, actor, async (db) => {
    const { organisationId } = await loadSubmissionForUpdate(db, submissionId)
    return loadQuotaRoom(db, hub.config, { organisationId, now: hub.clock.now() })
  })
  room(further.announcedBytes ?? 0)
  const evidence = await hub.evidence.saveEvidence(
    checkedBytes(further.bytes, further.announcedBytes, room),
    { sizeBytesMax: limits.fileBytesMax },
  )
  const file = await inSightOf(hub.database, actor, (db) => writeFile(db, hub, further, evidence))
  return toReceipt(file)
}

async function writeFile(
  db: Db,
  hub: Hub,
  { actor, submissionId, fileName }: FurtherFile,
  evidence: StoredEvidence,
): Promise<ReceivedFile> {
  const submission = await loadSubmissionForUpdate(db, submissionId)
  const same = await findSameFile(db, submissionId, evidence.sha256)
  if (same !== undefined) return same
  if (submission.fileCount >= limits.filesPerSubmissionMax) throw new Refusal('too-many-files')

  const fileId = newId()
  const receivedAt = hub.clock.now()
  const { organisationId } = submission
  const intake = { organisationId, bytes: evidence.sizeBytes, now: receivedAt }
  await countWithinQuota(db, hub.config, intake)
  await saveEvidenceRow(db, evidence)
  await saveFile(db, submission.organisationId, {
    fileId,
    submissionId,
    ordinal: submission.fileCount,
    evidence,
    fileName,
    receivedAt,
  })
  await recordAudit(db, {
    actor,
    action: 'file-added',
    subject: `submission:${submissionId}`,
    detail: { sha256: evidence.sha256 },
  })
  const file = await loadReceivedFile(db, fileId)
  await asHub(db, () => readAgain(db, submissionId, submission.state))
  return file
}

async function readAgain(
  db: Db,
  submissionId: SubmissionId,
  state: Awaited<ReturnType<typeof loadSubmissionForUpdate>>['state'],
): Promise<void> {
  await saveWaiting(db, submissionId)
  if (state === 'analysed') {
    await moveSubmission(db, { submissionId, from: state, to: 'received', by: 'hub', actor: HUB })
  } else {
    await startAnalysis(db, submissionId)
  }
}
