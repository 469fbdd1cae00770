import { type Job, defineJob } from '../jobs/index.ts'
import { foldSubmission } from './fold-submission.ts'
import { reclassifyCase } from './revise-case.ts'

const foldSubmissionJob = defineJob('fold-submission', async (hub, { submissionId }) => {
  await hub.database.inStaff({}, (db) => foldSubmission(db, submissionId, hub.clock.now()))
})

const reclassifyCaseJob = defineJob('reclassify-case', async (hub, { caseId }) => {
  await hub.database.inStaff({}, (db) => reclassifyCase(db, caseId))
})

export const caseworkJobs: readonly Job[] = [foldSubmissionJob, reclassifyCaseJob]
