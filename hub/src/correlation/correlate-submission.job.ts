import { defineJob } from '../jobs/define-job.ts'
import { startJob } from '../jobs/start-job.ts'

/**
 * Runs when a submission's mails are analysed. Ties are questions to the database and are asked when somebody
 * looks; only folding into a case changes anything, and it is the next step's job.
 */
export const correlateSubmissionJob = defineJob(
  'correlate-submission',
  async ({ database }, { submissionId }) => {
    await database.inStaff({}, (db) =>
      startJob(db, 'fold-submission', { submissionId }, { key: `fold-submission:${submissionId}` }),
    )
  },
)
