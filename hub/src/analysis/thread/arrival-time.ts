import type { Message } from 'engine'
import { analysisLimits as limits } from '../limits.ts'

/** Internet mail with an earlier date has a broken clock behind it. */
const EARLIEST = Date.UTC(1990, 0, 1)

/**
 * When the mail reached the organisation: the newest Received field, which the receiver's own server
 * wrote, else the Date field, which the sender wrote. A moment after the submission is nobody's truth and is passed over.
 */
export function arrivalTime(
  message: Pick<Message, 'received' | 'sentAt'>,
  submittedAt: Date,
): Date | undefined {
  const latest = submittedAt.getTime() + limits.clockSkewMs
  const candidates = [message.received[0]?.at, message.sentAt]
  return candidates.find(
    (at) => at !== undefined && at.getTime() >= EARLIEST && at.getTime() <= latest,
  )
}
