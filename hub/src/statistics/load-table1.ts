import type { Table1 } from 'contract/statistics'
import { CONSOLIDATION_NOTE, daysOfQuarter, hubSourcedNote, rollingQuarters } from 'reports'
import type { Db } from '../database/index.ts'
import { Refusal } from '../refusals.ts'
import { endOfDay } from './as-of.ts'
import {
  type PublishedFigures,
  type StructureTotals,
  listPublishedFigures,
  listQuarterFigures,
  loadPublishedStructureTotals,
  loadStructureTotals,
} from './figures.queries.ts'

/** 表1 as it stood at the end of a day: asked again years later, it says the same (SPEC Q-2). For staff. */
export async function loadTable1(db: Db, quarter: string, asOf: string): Promise<Table1> {
  const figures = await listQuarterFigures(db, rollingQuarters(quarter), endOfDay(asOf))
  const last = figures.at(-1)
  if (last === undefined) throw new Refusal('not-found')
  const table = toTable(figures, { quarter, asOf, structure: await loadStructureTotals(db, asOf) })
  const withItems = (name: 'submissions' | 'bulletins') =>
    table[name].map((cell, index) => ({
      ...cell,
      itemsHref: `/api/statistics/items?quarter=${cell.quarter}&figure=${name}&asOf=${asOf}`,
      ...(name === 'submissions' && { correctionCount: figures[index]?.corrections ?? 0 }),
    }))
  return {
    ...table,
    submissions: withItems('submissions'),
    bulletins: withItems('bulletins'),
    byProviderKind: {
      member: last.fromMember,
      affiliate: last.fromAffiliate,
      outside: last.fromOutside,
      hub: last.fromHub,
    },
  }
}

/**
 * The same totals as published, for members: only of quarters that are over, as of their last day. A running
 * total, or one as of yesterday, would tell a member that somebody has just submitted something.
 */
export async function loadPublishedTable1(db: Db, quarter: string): Promise<Table1> {
  const figures = await listPublishedFigures(db, rollingQuarters(quarter))
  if (figures.length === 0) throw new Refusal('not-found')
  return toTable(figures, {
    quarter,
    asOf: daysOfQuarter(quarter).lastOn,
    structure: await loadPublishedStructureTotals(db, quarter),
  })
}

interface Heading {
  readonly quarter: string
  readonly asOf: string
  readonly structure: StructureTotals
}

function toTable(
  figures: readonly PublishedFigures[],
  { quarter, asOf, structure }: Heading,
): Table1 {
  const last = figures.at(-1)
  const hubSourced = last?.hubSourced ?? 0
  const cells = (name: 'submissions' | 'bulletins') =>
    figures.map((column) => ({
      quarter: column.quarter,
      value: column[name],
      source: column.source,
    }))
  return {
    quarter,
    asOf,
    quarters: figures.map((column) => column.quarter),
    submissions: cells('submissions'),
    bulletins: cells('bulletins'),
    hubSourced,
    targeted: last?.targeted ?? 0,
    notes: {
      consolidation: CONSOLIDATION_NOTE,
      ...(hubSourced > 0 && { hubSourced: hubSourcedNote(hubSourced) }),
    },
    ...structure,
  }
}
