import { z } from 'zod'
import { Bilingual, Day, ReleaseId, Tlp, page } from './common.ts'
import { BulletinContent } from './bulletin.ts'

export const FeedbackAnswer = z.enum(['got-it', 'blocked', 'not-found', 'false-alarm'])
export type FeedbackAnswer = z.infer<typeof FeedbackAnswer>

export const OwnFeedback = z.object({
  answer: FeedbackAnswer,
  count: z.number().int().min(0).max(1_000_000).optional(),
  firstSeenOn: Day.optional(),
  lastSeenOn: Day.optional(),
  note: z.string().max(2000).optional(),
  answeredBy: z.string(),
  answeredOn: Day,
})

/** A released bulletin as a member sees it. Times have the precision of a day. */
export const InboxRow = z.object({
  releaseId: ReleaseId,
  number: z.string(),
  version: z.number().int(),
  state: z.enum(['released', 'corrected', 'withdrawn']),
  title: Bilingual,
  tlp: Tlp,
  releasedOn: Day,
  read: z.boolean(),
  feedback: OwnFeedback.optional(),
  /** At least so many organisations got it too, in steps of five; absent below, and for an audience under ten (SPEC A-4). */
  gotItCount: z.number().int().multipleOf(5).min(5).optional(),
})
export type InboxRow = z.infer<typeof InboxRow>
export const InboxPage = page(InboxRow)

export const ReleaseView = InboxRow.extend({
  content: BulletinContent.optional(),
  /** The one the reader had before, when this corrects it. */
  previousVersions: z.array(
    z.object({ releaseId: ReleaseId, version: z.number().int(), releasedOn: Day }),
  ),
  /** The version that took the place of this one. */
  newerReleaseId: ReleaseId.optional(),
  withdrawnReason: Bilingual.optional(),
})
export type ReleaseView = z.infer<typeof ReleaseView>

export const GiveFeedbackRequest = z
  .strictObject({
    answer: FeedbackAnswer,
    count: z.number().int().min(0).max(1_000_000).optional(),
    firstSeenOn: Day.optional(),
    lastSeenOn: Day.optional(),
    note: z.string().max(2000).optional(),
  })
  .refine(({ firstSeenOn, lastSeenOn }) => (firstSeenOn ?? '') <= (lastSeenOn ?? '9999-12-31'), {
    path: ['lastSeenOn'],
    error: 'It cannot have been seen last before it was seen first.',
  })
