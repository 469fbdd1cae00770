export { correlateSubmissionJob } from './correlate-submission.job.ts'
export { findReasonsAmong, listTies } from './list-ties.ts'
export { type Relative, findOperationRelatives } from './operation.queries.ts'
export { OPERATION_REASONS, type TieReason } from './say-tie.ts'
