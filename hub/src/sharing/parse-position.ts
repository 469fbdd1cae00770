import { z } from 'zod'
import { Day } from 'contract/common'
import { Refusal } from '../refusals.ts'

const Position = z.tuple([Day, z.uuid()])

/** Where a page of the inbox begins: the day and id of the last row before it. */
export function parsePosition(after: string | undefined): { day: string; id: string } | undefined {
  if (after === undefined) return undefined
  const parsed = Position.safeParse(after.split('_'))
  if (!parsed.success) throw new Refusal('request-unfit', { cause: parsed.error })
  const [day, id] = parsed.data
  return { day, id }
}
