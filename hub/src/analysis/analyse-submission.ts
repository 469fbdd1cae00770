import type { SubmissionId } from 'contract/common'
import { recordAudit } from '../audit/index.ts'
import { loadRegister, loadRegisterVersion } from '../community/index.ts'
import { crashPoint } from '../crash-points.ts'
import type { Db } from '../database/index.ts'
import type { Hub } from '../hub.ts'
import { moveSubmission } from '../intake/index.ts'
import { startJob } from '../jobs/index.ts'
import { loadKnowledge } from '../knowledge/index.ts'
import { HUB } from '../people/index.ts'
import { countItems } from './thread/count-items.ts'
import type { ParsingThread } from './thread/parsing-thread.ts'
import type { StoredFile } from './keep/file-reading.ts'
import { saveReadAgain } from './rereading.queries.ts'
import { storeFile } from './keep/store-file.ts'
import { toTitle } from './keep/to-title.ts'
import {
  type FileToRead,
  listFilesToRead,
  listReadMails,
  loadReadingSubject,
  saveAnalysisBegun,
  saveAnalysisEnded,
  saveReadingResult,
  settleFile,
} from './keep/reading.queries.ts'

/**
 * Reads the evidence of a submission and writes what was found. Runs again after a crash and then leaves the
 * same rows with the same ids. A file that cannot be read is marked; the others are read, and the submission goes on.
 */
export async function analyseSubmission(
  hub: Hub,
  thread: ParsingThread,
  submissionId: SubmissionId,
): Promise<void> {
  const startedAt = hub.clock.now()
  const begun = await hub.database.inStaff({}, async (db) => {
    const { organisationId, receivedAt, channel } = await loadReadingSubject(db, submissionId)
    await saveAnalysisBegun(db, submissionId)
    const stamp = `${await loadRegisterVersion(db)}:${organisationId ?? ''}`
    return {
      files: await listFilesToRead(db, submissionId),
      known: {
        stamp,
        register: await loadRegister(db, organisationId),
        ...(await loadKnowledge(db)),
      },
      submittedAt: receivedAt,
      isForward: channel === 'smtp',
    }
  })
  crashPoint('analysis.started')

  const stored: StoredFile[] = []
  for (const file of begun.files) {
    stored.push(await storeFile(hub, thread, { ...begun, submissionId, file }))
  }
  await hub.database.inStaff({}, async (db) => {
    await finish(db, submissionId, begun.files, stored)
    await saveReadAgain(db, submissionId, {
      ...{ startedAt, endedAt: hub.clock.now(), hasFailed: isLost(stored) },
    })
    crashPoint('analysis.before-commit')
  })
  crashPoint('analysis.after-commit')
}

async function finish(
  db: Db,
  submissionId: SubmissionId,
  files: readonly FileToRead[],
  stored: readonly StoredFile[],
): Promise<void> {
  const { state } = await loadReadingSubject(db, submissionId)
  for (const file of stored) await settleFile(db, file.fileId, file)
  const mails = await listReadMails(db, submissionId)
  const title = toTitle(mails, files)
  const itemsProposed = countItems(
    stored.map(({ fileId, kind }) => ({
      kind,
      operations: mails
        .filter((mail) => mail.fileId === fileId)
        .map(({ operationKey, sha256 }) => operationKey ?? sha256),
    })),
  )
  await saveReadingResult(db, submissionId, { title, itemsProposed })
  await saveAnalysisEnded(db, submissionId, isLost(stored) ? 'failed' : 'done')
  await recordAudit(db, {
    actor: HUB,
    action: 'evidence-read',
    subject: `submission:${submissionId}`,
    detail: { files: stored.length, mails: mails.length },
  })
  if (state === 'received') {
    await moveSubmission(db, { submissionId, from: state, to: 'analysed', by: 'hub', actor: HUB })
  } else {
    // It stands elsewhere already; only what ties it to others may have grown.
    await startJob(
      db,
      'correlate-submission',
      { submissionId },
      { key: `correlate:${submissionId}` },
    )
  }
}

/** Nothing at all could be read because reading broke off: somebody has to look. */
function isLost(stored: readonly StoredFile[]): boolean {
  return stored.some(({ brokeOff }) => brokeOff) && stored.every(({ readCount }) => readCount === 0)
}
