import type { HubRoute } from './http/define-route.ts'
import type { Job } from './jobs/define-job.ts'

/** Routes of every step, in the order in which a mail becomes a warning. A step adds one line. */
export const stepRoutes: readonly HubRoute[] = []

/** Jobs of every step. A step adds one line. */
export const stepJobs: readonly Job[] = []
