import { z } from 'zod'
import { Sha256 } from 'contract/common'
import { GroupLane } from 'contract/community'
import { BulletinContent, BulletinState, LeakCheck, RedactionQuestion } from 'contract/bulletin'

const Choice = RedactionQuestion.shape.proposed

const BulletinAliases = z.object({
  rows: z.array(z.object({ organisationId: z.string(), letter: z.string() })),
})

/** A bulletin as it is stored, one row for each version. */
export const BulletinRecord = z.object({
  id: z.uuid(),
  number: z.string(),
  caseId: z.uuid().optional(),
  isHubSourced: z.boolean(),
  state: BulletinState,
  version: z.number().int(),
  corrects: z.uuid().optional(),
  content: BulletinContent,
  contentHash: Sha256,
  groupIds: z.array(z.uuid()),
  lane: GroupLane,
  questions: z.array(RedactionQuestion),
  decisions: z.record(z.string(), Choice),
  /** Which organisation has which letter in this text: those that stand in it, without a gap. */
  aliases: BulletinAliases,
  /** Values that could tell who provided them, and that may stand in it all the same. */
  permitted: z.array(z.string()),
  leakCheck: LeakCheck.optional(),
  createdAt: z.date(),
  updatedAt: z.date(),
  editedBy: z.uuid().optional(),
  /** A job is yet to write into the text what its providers answered, or could not. */
  settling: z.enum(['waiting', 'failed']).optional(),
  /** When the last approval came in. */
  approvedAt: z.date().optional(),
})
export type BulletinRecord = z.infer<typeof BulletinRecord>

/** The text and what hangs on it: everything that a save writes. */
export type BulletinText = Pick<
  BulletinRecord,
  'content' | 'contentHash' | 'groupIds' | 'questions' | 'decisions' | 'aliases'
>
