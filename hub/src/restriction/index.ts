export { loadRestriction } from './load-restriction.ts'
export { restrictSubmissions } from './restrict-submissions.ts'
export { listWithheldByProvider } from './restriction.queries.ts'
export { restrictionRoutes } from './restriction.routes.ts'
