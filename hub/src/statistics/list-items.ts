import type { z } from 'zod'
import type { Figure, FigureItems } from 'contract/statistics'
import { asHub, type Db } from '../database/index.ts'
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
  const span = { quarter, before: endOfDay(asOf) }
  const open = new Set((await listCountedItems(db, figure, span)).map(({ id }) => id))
  // What is restricted counts all the same; of it whoever may not read it learns no more than that.
  const rows = await asHub(db, (hub) => listCountedItems(hub, figure, span))
  return {
    ...{ quarter, asOf, figure, source: 'counted' },
    total: rows.reduce((sum, { items }) => sum + items, 0),
    rows: rows.map(({ id, correction, ...row }) => ({
      ...row,
      href: `/${PAGE_OF[figure]}/${id}`,
      ...(open.has(id) ? correction !== undefined && { correction } : { title: '' }),
    })),
  }
}
