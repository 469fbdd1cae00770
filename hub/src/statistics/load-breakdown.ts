import type { Breakdown, BreakdownLine } from 'contract/statistics'
import { daysOfQuarter, protectBreakdown } from 'reports'
import type { Db } from '../database/index.ts'
import { endOfDay } from './as-of.ts'
import {
  findPublishedLines,
  type IndustryContributions,
  listContributions,
} from './breakdown.queries.ts'
import { findImported } from './figures.queries.ts'

/**
 * The breakdown of a quarter by industry with its exact figures, and what a reader is or will be shown.
 * Figures from before the software have no breakdown. For staff.
 */
export async function loadBreakdown(db: Db, quarter: string, today: string): Promise<Breakdown> {
  if (await isImported(db, quarter)) return { quarter, state: 'none', lines: [] }
  const { contributions, lines } = await countBreakdown(db, quarter)
  const published = await findPublishedLines(db, quarter)
  const exact = new Map(contributions.map((one) => [one.industry, one.items]))
  return {
    quarter,
    state: published !== undefined ? 'published' : isOver(quarter, today) ? 'ready' : 'running',
    lines: (published ?? lines).map((line) => {
      const items = exact.get(line.industry) ?? []
      const sum = items.reduce((total, one) => total + one, 0)
      return { ...line, exact: { items: sum, contributors: items.length } }
    }),
  }
}

/** The same for a member: what was published, and nothing until then. */
export async function loadPublishedBreakdown(db: Db, quarter: string): Promise<Breakdown> {
  const lines = await findPublishedLines(db, quarter)
  return lines === undefined
    ? { quarter, state: 'none', lines: [] }
    : { quarter, state: 'published', lines: [...lines] }
}

/** What each industry provided until the quarter's last day, and the lines that may be printed of it. */
export async function countBreakdown(
  db: Db,
  quarter: string,
): Promise<{ contributions: readonly IndustryContributions[]; lines: readonly BreakdownLine[] }> {
  const before = endOfDay(daysOfQuarter(quarter).lastOn)
  const contributions = await listContributions(db, quarter, before)
  const lines = protectBreakdown(
    contributions.map(({ industry, ...one }) => ({ key: industry, ...one })),
  )
  return { contributions, lines: lines.map(({ key, ...line }) => ({ industry: key, ...line })) }
}

export const isImported = async (db: Db, quarter: string): Promise<boolean> =>
  (await findImported(db, quarter)) !== undefined

export const isOver = (quarter: string, today: string): boolean =>
  daysOfQuarter(quarter).lastOn < today
