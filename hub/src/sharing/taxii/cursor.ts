import { z } from 'zod'
import { SHARING_LIMITS } from '../limits.ts'
import { TaxiiFilter, Timestamp } from './filter.ts'
import { TaxiiError } from './taxii-error.ts'

/**
 * Where the next page begins, together with the filter of the first page: clients in the field
 * drop `added_after` on page two or send a new one, and would otherwise skip or repeat objects.
 * Not a secret and not trusted: every page passes row-level security again.
 */
const Cursor = z.strictObject({
  after: Timestamp,
  filter: TaxiiFilter,
})
export type Cursor = z.infer<typeof Cursor>

export function toCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url')
}

/** The cursor in `next`, undefined on the first page. */
export function parseCursor(next: string | null): Cursor | undefined {
  if (next === null || next === '') return undefined
  const parsed = Cursor.safeParse(
    next.length > SHARING_LIMITS.taxiiCursorCharsMax ? undefined : fromBase64(next),
  )
  if (!parsed.success) throw new TaxiiError('bad-filter', 'next is not one this server has given.')
  return parsed.data
}

function fromBase64(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
  } catch {
    return undefined
  }
}
