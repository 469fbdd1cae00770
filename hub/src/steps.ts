import { analyseAgainJob, analyseSubmissionJob, analysisRoutes } from './analysis/index.ts'
import { applyPermissionsJob, bulletinRoutes, settleAnswersJob } from './anonymisation/index.ts'
import {
  approvalRoutes,
  contactRoutes,
  ownPeopleRoutes,
  remindProvider,
  tellContacts,
  tellKeepers,
  tellPerson,
} from './approval/index.ts'
import { caseworkJobs, caseworkRoutes } from './casework/index.ts'
import {
  agreementRoutes,
  communityRoutes,
  remindAgreement,
  mailDomainRoutes,
  suggestionRoutes,
} from './community/index.ts'
import { correlateSubmissionJob } from './correlation/index.ts'
import { feedbackRoutes } from './feedback/index.ts'
import type { HubRoute } from './http/define-route.ts'
import { intakeRoutes, intakeUseRoutes, listenForMail } from './intake/index.ts'
import type { Job } from './jobs/define-job.ts'
import { knowledgeRoutes } from './knowledge/index.ts'
import { carryOutReleaseJob, sendNotice, sendNotices, sharingRoutes } from './sharing/index.ts'
import { restrictionRoutes } from './restriction/index.ts'
import { statisticsRoutes } from './statistics/index.ts'
import type { StartListener } from './running.ts'

/** Routes of every step, in the order in which a mail becomes a warning. A step adds one line. */
export const stepRoutes: readonly HubRoute[] = [
  ...intakeRoutes,
  ...intakeUseRoutes,
  ...analysisRoutes,
  ...caseworkRoutes,
  ...bulletinRoutes,
  ...approvalRoutes,
  ...contactRoutes,
  ...ownPeopleRoutes,
  ...sharingRoutes,
  ...feedbackRoutes,
  ...communityRoutes,
  ...mailDomainRoutes,
  ...suggestionRoutes,
  ...agreementRoutes,
  ...knowledgeRoutes,
  ...restrictionRoutes,
  ...statisticsRoutes,
]

/** Jobs of every step. A step adds one line. */
export const stepJobs: readonly Job[] = [
  analyseSubmissionJob,
  analyseAgainJob,
  correlateSubmissionJob,
  ...caseworkJobs,
  settleAnswersJob,
  applyPermissionsJob,
  remindProvider,
  remindAgreement,
  tellContacts,
  tellKeepers,
  tellPerson,
  carryOutReleaseJob,
  sendNotices,
  sendNotice,
]

/** What listens besides HTTP, started by the front process. */
export const stepListeners: readonly StartListener[] = [listenForMail]
