import type { BulletinContent as AnyContent } from 'engine'
import { type BulletinContent, WrittenBulletinContent } from 'contract/bulletin'
import { Refusal } from '../refusals.ts'

/**
 * The content as it may be written and go out today. An earlier build stored words where codes belong, and nobody
 * looks for names there: such a text is read and withdrawn, but goes no further before it is edited.
 */
export function toWritten(content: AnyContent): BulletinContent {
  const written = WrittenBulletinContent.safeParse(content)
  if (written.success) return written.data
  // Permitted values come in beside what people wrote, and a draft has a last line.
  const isLong = written.error.issues.every(({ code }) => code === 'too_big')
  throw new Refusal(isLong ? 'text-too-long' : 'codes-needed')
}

/** Whether it is so already, where nobody can be told what is in the way. */
export const isWritten = (content: AnyContent): boolean =>
  WrittenBulletinContent.safeParse(content).success
