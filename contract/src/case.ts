import { z } from 'zod'
import {
  Bilingual,
  BulletinId,
  CaseChangeId,
  CaseId,
  Classification,
  Moment,
  PersonId,
  SubmissionId,
  Weight,
  page,
} from './common.ts'
import {
  FindingView,
  HistoryEntry,
  IndicatorView,
  MailSummary,
  Proposal,
  SubmissionRow,
} from './analysis.ts'
import { Restriction } from './restriction.ts'

export const CaseState = z.enum(['open', 'worked', 'closed'])
export type CaseState = z.infer<typeof CaseState>

export const CaseRow = z.object({
  caseId: CaseId,
  /** Number for the hub's own people, such as `C-2026-0147`. Never leaves the hub. */
  number: z.string(),
  title: z.string(),
  state: CaseState,
  classification: Classification,
  openedAt: Moment,
  submissionCount: z.number().int(),
  providerCount: z.number().int(),
  mailCount: z.number().int(),
  assignee: z.object({ personId: PersonId, name: z.string() }).optional(),
  bulletins: z.array(z.object({ bulletinId: BulletinId, number: z.string(), state: z.string() })),
})
export type CaseRow = z.infer<typeof CaseRow>
export const CasePage = page(CaseRow)

/** A change of what belongs to the case that can be undone. */
export const CaseChange = z.object({
  changeId: CaseChangeId,
  kind: z.enum(['opened', 'added', 'folded', 'split', 'merged', 'classified', 'moved', 'renamed']),
  at: Moment,
  by: z.string(),
  say: Bilingual,
  mayUndo: z.boolean(),
  undoneAt: Moment.optional(),
})
export type CaseChange = z.infer<typeof CaseChange>

export const CaseView = CaseRow.extend({
  proposal: Proposal,
  classificationReason: z.string().optional(),
  submissions: z.array(SubmissionRow),
  mails: z.array(MailSummary),
  /** Strongest finding of each technique over all mails. */
  findings: z.array(FindingView.extend({ mailCount: z.number().int() })),
  indicators: z.array(IndicatorView.extend({ mailCount: z.number().int() })),
  /** Why these belong together: one reason for each tie. */
  reasons: z.array(z.object({ weight: Weight, say: Bilingual })),
  changes: z.array(CaseChange),
  history: z.array(HistoryEntry),
  /** Absent where everybody of the hub may read it. */
  restriction: Restriction.optional(),
})
export type CaseView = z.infer<typeof CaseView>

export const OpenCaseRequest = z.strictObject({
  submissionIds: z.array(SubmissionId).min(1).max(1000),
  title: z.string().trim().min(1).max(300).optional(),
})
export const AddToCaseRequest = z.strictObject({
  submissionIds: z.array(SubmissionId).min(1).max(1000),
})
export const SplitCaseRequest = z.strictObject({
  submissionIds: z.array(SubmissionId).min(1).max(1000),
  title: z.string().trim().min(1).max(300).optional(),
})
/** The other case is emptied into this one and closed. */
export const MergeCasesRequest = z.strictObject({ otherCaseId: CaseId })
export const ClassifyRequest = z.strictObject({
  classification: Classification,
  reason: z.string().trim().max(1000).optional(),
})
export const RenameCaseRequest = z.strictObject({ title: z.string().trim().min(1).max(300) })
export const MoveCaseRequest = z.strictObject({ to: CaseState })
/** Answer of every change of a case: the change can be undone with its id. */
export const CaseChanged = z.object({ caseId: CaseId, number: z.string(), changeId: CaseChangeId })
export type CaseChanged = z.infer<typeof CaseChanged>

/** A row of the analyst's home (SPEC K-6): what waits for whom, since when, and why in one sentence. */
export const QueueRow = z.object({
  kind: z.enum([
    'submission',
    'case',
    'bulletin',
    'approval',
    'feedback',
    'consultation',
    'failed-analysis',
    'agreement',
    'closed',
    'closed-text',
    'admission',
  ]),
  id: z.string(),
  /** Address inside the web interface. */
  href: z.string(),
  title: z.string(),
  why: Bilingual,
  waitingSince: Moment,
  /** Day by which it should be done, when there is one. */
  dueAt: Moment.optional(),
  waitsFor: z.enum(['me', 'others', 'unassigned']),
  assignee: z.object({ personId: PersonId, name: z.string() }).optional(),
  chip: Bilingual.optional(),
})
export type QueueRow = z.infer<typeof QueueRow>
export const Queue = z.object({
  rows: z.array(QueueRow),
  counts: z.object({ me: z.number(), others: z.number(), unassigned: z.number(), all: z.number() }),
})
