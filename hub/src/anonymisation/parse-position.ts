import { z } from 'zod'
import { Refusal } from '../refusals.ts'

// A moment as PostgreSQL writes it, with its microseconds.
const MOMENT = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:\d\d)?$/

const Position = z.tuple([z.string().regex(MOMENT), z.uuid()])

/** Where a page of the list begins: when the last row before it was changed, and its id. */
export function parsePosition(after: string | undefined): { key: string; id: string } | undefined {
  if (after === undefined) return undefined
  const parsed = Position.safeParse(after.split('_'))
  if (!parsed.success) throw new Refusal('request-unfit', { cause: parsed.error })
  const [key, id] = parsed.data
  return { key, id }
}
