import { z } from 'zod'
import {
  ApprovalId,
  Bilingual,
  Day,
  GroupId,
  Moment,
  OrganisationId,
  SubmissionId,
  Tlp,
  known,
  page,
} from './common.ts'
import { OwnRestriction } from './restriction.ts'

/** What was sent (SPEC I-2). */
export const SubmissionKind = z.enum([
  'suspicious-mail',
  'malicious-traffic',
  'incident',
  'sample',
  'fake-site',
  'consultation',
  'feedback',
])
export type SubmissionKind = z.infer<typeof SubmissionKind>

/** Who it came from (SPEC I-3); kept apart in the statistics. */
export const ProviderKind = z.enum(['member', 'affiliate', 'outside', 'hub'])
export type ProviderKind = z.infer<typeof ProviderKind>

export const Channel = z.enum(['web', 'api', 'smtp', 'on-behalf', 'cli'])
export type Channel = z.infer<typeof Channel>

export const SubmissionState = z.enum([
  'received',
  'analysed',
  'consultation',
  'set-aside',
  'in-case',
])
export type SubmissionState = z.infer<typeof SubmissionState>

/** The provider's handling wishes (SPEC I-6). */
export const Wishes = z.strictObject({
  /** Groups it may go to; empty means every group the provider belongs to. */
  groupIds: z.array(GroupId).max(50),
  /** Highest sharing the provider allows. */
  tlp: Tlp,
  /** What must not be disclosed, in the provider's words. */
  keepBack: z.string().max(2000),
  /** May appear, anonymised, in the public quarterly report (開示許可). */
  mayAppearInReport: z.boolean(),
  /**
   * Wants to approve every text first. Switched off, technical information alone may go at once to groups that agreed
   * on that; possible only where a group of the provider did, and its organisation does not want to be asked always.
   */
  approvesFirst: z.boolean(),
})
export type Wishes = z.infer<typeof Wishes>

/** Query of `POST /api/submissions`; the body is one file, `Idempotency-Key` a header (16–100 characters). */
export const SubmitQuery = z.object({
  kind: SubmissionKind.default('suspicious-mail'),
  fileName: z.string().max(255).optional(),
  /** Staff only: entry on behalf of an organisation (phone call, visit). */
  onBehalfOf: OrganisationId.optional(),
  /** Staff only: the hub's own collection, or someone outside the community. */
  providerKind: ProviderKind.optional(),
  /** The provider's words, shown to the hub only. */
  note: z.string().max(4000).optional(),
  occurredOn: Day.optional(),
  /** Only the people in charge at the hub may read it. */
  restricted: z.enum(['true', 'false']).default('false'),
})
export type SubmitQuery = z.infer<typeof SubmitQuery>

/** Given only when bytes, row, job and audit line are durable (SPEC I-5). */
export const Receipt = z.object({
  submissionId: SubmissionId,
  /** Receipt number for people, such as `S-2026-K7Q4MD`. Random, says nothing about other submissions. */
  receipt: z.string(),
  receivedAt: Moment,
  sha256: z.string(),
  sizeBytes: z.number().int(),
  /** True when this provider had sent the very same bytes before; only the provision was added. */
  repeated: z.boolean(),
  say: Bilingual,
})
export type Receipt = z.infer<typeof Receipt>

/** One of the provider's own submissions, as the provider sees it. */
export const MySubmission = z.object({
  submissionId: SubmissionId,
  receipt: z.string(),
  kind: SubmissionKind,
  channel: Channel,
  title: z.string(),
  receivedAt: Moment,
  files: z.array(
    z.object({ fileName: z.string().optional(), sizeBytes: z.number().int(), sha256: z.string() }),
  ),
  mailCount: z.number().int().optional(),
  /** Where it stands: received, analysed, approval (own turn), shared, set aside. */
  step: z.enum(['received', 'analysed', 'approval', 'shared', 'set-aside', 'answered']),
  setAsideReason: z.string().optional(),
  wishes: Wishes,
  /** Why the wish to approve first cannot be switched off; absent where it can. */
  approvalStaysOn: z.enum(['no-group', 'organisation']).optional(),
  /** What went out of it as technical information without a question. */
  sharedUnasked: z.array(z.object({ approvalId: ApprovalId, bulletinNumber: z.string() })),
  unreadableCount: z.number().int(),
  /** Absent where everybody of the hub may read it. */
  restriction: OwnRestriction.optional(),
})
export type MySubmission = z.infer<typeof MySubmission>
export const MySubmissionPage = page(MySubmission)

/** Query of `POST /api/submissions/{submissionId}/files`; the body is one file. */
export const AddFileQuery = z.object({ fileName: z.string().max(255).optional() })

/** The three numbers of SPEC I-4; `items` can be corrected with a reason. */
export const SubmissionCounts = z.object({
  items: z.number().int(),
  itemsProposed: z.number().int(),
  correction: z.object({ by: z.string(), at: Moment, reason: z.string() }).optional(),
  mails: z.number().int(),
})

export const CorrectCountRequest = z.strictObject({
  items: z.number().int().min(0).max(100_000),
  reason: z.string().trim().min(1).max(500),
})

/** Dates of SPEC I-7; each known, unknown or withheld. */
export const SubmissionDates = z.object({
  occurredOn: known(Day),
  detectedOn: known(Day),
  arrivedOn: known(Day),
  submittedOn: Day,
  confirmedOn: known(Day),
})
export type SubmissionDates = z.infer<typeof SubmissionDates>

export const ReviseDatesRequest = SubmissionDates.omit({ submittedOn: true }).partial()

/** What an organisation has handed in on the web and by API, and how much it may. Mail is not counted: no sender is proved. */
export const IntakeUse = z.object({
  dayBytes: z.number(),
  dayBytesMax: z.number(),
  allBytes: z.number(),
  allBytesMax: z.number(),
  /** How often today a mail in its name was asked to come again later, because the hub takes in no more mail. */
  mailTurnedAway: z.number(),
})
export type IntakeUse = z.infer<typeof IntakeUse>

/** What came in by mail today from everybody, for the hub's people. */
export const MailedUse = z.object({
  dayBytes: z.number(),
  dayBytesMax: z.number(),
  dayMails: z.number(),
  dayMailsMax: z.number(),
  /** Whether so much came that somebody should look. */
  isNear: z.boolean(),
  turnedAway: z.number(),
})
export type MailedUse = z.infer<typeof MailedUse>
