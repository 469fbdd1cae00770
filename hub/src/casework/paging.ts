import { z } from 'zod'

/** Where the page before ended: the last row's moment in microseconds, as the database writes it, and its id. */
export const PageMark = z
  .string()
  .max(120)
  .transform((text) => {
    const [at = '', id = ''] = Buffer.from(text, 'base64url').toString('utf8').split(' ')
    return { at, id }
  })
  .pipe(z.object({ at: z.iso.datetime({ precision: 6 }), id: z.uuid() }))
export type PageMark = z.infer<typeof PageMark>

/** One page of rows that were asked for with one more than fits, and the mark of the next page if there is one. */
export function toPage<Row, Shown>(
  rows: readonly Row[],
  size: number,
  { mark, show }: { mark: (row: Row) => PageMark; show: (row: Row) => Shown },
): { rows: Shown[]; next?: string } {
  const page = rows.slice(0, size)
  const last = page.at(-1)
  if (rows.length <= size || last === undefined) return { rows: page.map(show) }
  const { at, id } = mark(last)
  return { rows: page.map(show), next: Buffer.from(`${at} ${id}`).toString('base64url') }
}
