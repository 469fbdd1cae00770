import { defineJob } from '../jobs/index.ts'
import { analyseSubmission } from './analyse-submission.ts'
import { giveUpAnalysis } from './give-up-analysis.ts'
import { ParsingThread } from './thread/parsing-thread.ts'

/** Threads that wait for work. As many come to be as jobs run at once. */
const idle: ParsingThread[] = []

/** Reads a submission's evidence; started by its arrival and by every file that is added. */
export const analyseSubmissionJob = defineJob(
  'analyse-submission',
  async (hub, { submissionId }) => {
    const thread = idle.pop() ?? new ParsingThread()
    try {
      await analyseSubmission(hub, thread, submissionId)
    } finally {
      idle.push(thread)
    }
  },
  { giveUp: (hub, { submissionId }) => giveUpAnalysis(hub, submissionId) },
)
