import type { SubmissionId } from 'contract/common'
import { recordAudit } from '../audit/index.ts'
import type { Hub } from '../hub.ts'
import { moveSubmission } from '../intake/index.ts'
import { HUB } from '../people/index.ts'
import {
  listFilesToRead,
  listReadMails,
  loadReadingSubject,
  saveAnalysisGivenUp,
  saveProblemOfFiles,
  saveReadingResult,
} from './keep/reading.queries.ts'
import { toTitle } from './keep/to-title.ts'
import { saveReadAgain } from './rereading.queries.ts'
import { countItems } from './thread/count-items.ts'
import { hubProblem } from './thread/problem-view.ts'

/**
 * Says of a submission whose analysis has used up its attempts that it failed. Without this it would stand as being read
 * for ever, and its provider would wait for an answer nobody prepares. Mails that were kept before stay.
 */
export async function giveUpAnalysis(hub: Hub, submissionId: SubmissionId): Promise<void> {
  const at = hub.clock.now()
  await hub.database.inStaff({}, async (db) => {
    const { state: from } = await loadReadingSubject(db, submissionId)
    await saveReadAgain(db, submissionId, { startedAt: at, endedAt: at, hasFailed: true })
    if (!(await saveAnalysisGivenUp(db, submissionId))) return
    await saveProblemOfFiles(db, submissionId, hubProblem('reading-given-up', ''))
    const title = toTitle(
      await listReadMails(db, submissionId),
      await listFilesToRead(db, submissionId),
    )
    await saveReadingResult(db, submissionId, { title, itemsProposed: countItems([]) })
    const action = 'analysis-given-up'
    if (from === 'received') {
      await moveSubmission(db, {
        ...{ submissionId, from, action },
        ...{ to: 'analysed', by: 'hub', actor: HUB },
      })
    } else {
      await recordAudit(db, { actor: HUB, action, subject: `submission:${submissionId}` })
    }
  })
}
