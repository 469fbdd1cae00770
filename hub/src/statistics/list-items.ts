import type { z } from 'zod'
import type { Figure, FigureItems } from 'contract/statistics'
import type { Db } from '../database/index.ts'
import { endOfDay } from './as-of.ts'
import { findImported, listCountedItems } from './figures.queries.ts'

const PAGE_OF = { submissions: 'submissions', bulletins: 'bulletins' } as const

/** What one figure counts, item by item (SPEC Q-2). An imported figure has no items: it stands as published. */
export async function listItems(
  db: Db,
  { quarter, figure, asOf }: { quarter: string; figure: Figure; asOf: string },
): Promise<z.infer<typeof FigureItems>> {
  const imported = await findImported(db, quarter)
  if (imported !== undefined) {
    return { quarter, asOf, figure, source: 'imported', total: imported[figure], rows: [] }
  }
  const rows = await listCountedItems(db, figure, { quarter, before: endOfDay(asOf) })
  return {
    ...{ quarter, asOf, figure, source: 'counted' },
    total: rows.reduce((sum, { items }) => sum + items, 0),
    rows: rows.map(({ id, ...row }) => ({ ...row, href: `/${PAGE_OF[figure]}/${id}` })),
  }
}
