export {
  saveLeakCheck,
  saveTechnicalLane,
  insertBulletin,
  listVersions,
  loadBulletinForUpdate,
  outdateApprovals,
} from './bulletin.queries.ts'
export type { BulletinRecord } from './bulletin-record.ts'
export { bulletinRoutes } from './bulletin.routes.ts'
export type { CaseLogRow } from './case-log.queries.ts'
export type { CaseMail } from './case-material.queries.ts'
export { isWrittenAsPermitted } from './apply-permissions.ts'
export { listIdentifyingValues, permittedValues, toDraftedDecisions } from './asked-values.ts'
export { checkOutgoing } from './check-outgoing.ts'
export { holdsValue } from './holds-value.ts'
export { isUnsettled, loadPermissions, type ValuePermission } from './load-permissions.ts'
export { lockConsents, lockWishes } from './audience.queries.ts'
export { type Feed, loadAudience, type LoadedAudience } from './load-audience.ts'
export { draftCases } from './draft-case.ts'
export { draftAgain, loadLaneConditions } from './load-lane.ts'
export { isLaneOpen } from './technical-lane.ts'
export { type LoadedCase, loadCaseRecord } from './load-case-record.ts'
export {
  findExcessOfAll,
  findExcessOfOne,
  findExcessOfUnasked,
  type Handling,
  loadHandling,
  ofSubmissions,
} from './load-handling.ts'
export { lockBulletin, lockForRelease } from './lock-bulletin.ts'
export { loadMetPeople } from './load-met-people.ts'
export { moveBulletin } from './move-bulletin.ts'
export { toMover } from './mover.ts'
export { NOTICE_KINDS, type NoticeKind, renderNotice, toNoticeSubject } from './notice-text.ts'
export { loadHubFacts, loadPreviewFacts } from './outgoing-facts.ts'
export type { OutgoingFacts, OutgoingForms, OutgoingStix, ReleaseFiles } from './outgoing-forms.ts'
export {
  findOpenReleaseOrder,
  insertReleaseOrder,
  loadQueueTime,
  type ReleaseOrder,
} from './release-order.queries.ts'
export { returnToDraft } from './return-to-draft.ts'
export { applyPermissionsJob, settleAnswersJob } from './settle-answers.job.ts'
export { isWider, TLP_RULES } from './tlp-rules.ts'
export { bulletinSentences } from './sentences.ts'
export { addConfirmations, findUnconfirmed } from './weak-traces.ts'
export { toWritten } from './to-written.ts'
export { findHeader } from './to-case-text.ts'
