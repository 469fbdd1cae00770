export { approvalRoutes } from './approval.routes.ts'
export { listRequests, type RequestState } from './approval.queries.ts'
export { listRecipients, queueNotices } from './notice.queries.ts'
export { remindProvider } from './remind-provider.job.ts'
