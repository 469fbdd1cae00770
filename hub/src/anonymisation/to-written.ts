import type { BulletinContent as AnyContent } from 'engine'
import { type BulletinContent, WrittenBulletinContent } from 'contract/bulletin'
import { Refusal } from '../refusals.ts'

/**
 * The content as it may be written and go out today. An earlier build stored words where codes belong, and nobody
 * looks for names there: such a text is read and withdrawn, but goes no further before it is edited.
 */
export function toWritten(content: AnyContent): BulletinContent {
  const written = WrittenBulletinContent.safeParse(content)
  if (!written.success) throw new Refusal('codes-needed')
  return written.data
}
