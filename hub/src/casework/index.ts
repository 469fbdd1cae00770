import { caseRoutes } from './case.routes.ts'
import { submissionRoutes } from './submission.routes.ts'

export { addToCase } from './add-to-case.ts'
export { loadCase } from './case.queries.ts'
export { caseworkJobs } from './casework.jobs.ts'
export { mergeCases } from './merge-cases.ts'
export { openCase } from './open-case.ts'
export { listCaseSubmissionIds } from './placement.queries.ts'
export { classifyCase, moveCase } from './revise-case.ts'
export { caseworkSentences } from './sentences.ts'
export { setAside } from './settle-submission.ts'

/** Routes of cases, of the queue and of the staff's side of submissions. */
export const caseworkRoutes = [...caseRoutes, ...submissionRoutes]
