import { PlannedDay, Done, Language, Quarter } from 'contract/common'
import { MEMBER_ROLES, STAFF_ROLES } from 'contract/people'
import {
  Breakdown,
  Figure,
  FigureItems,
  ImportFiguresRequest,
  PublishBreakdownRequest,
  Table1,
  TableQuarter,
} from 'contract/statistics'
import { quarterBefore, quarterOf, renderTable1Csv } from 'reports'
import { z } from 'zod'
import { dayInJapan } from '../clock.ts'
import { asHub } from '../database/index.ts'
import { type HubContext, type HubRoute, defineRoute } from '../http/index.ts'
import { actInStaff, done, isStaff } from '../people/index.ts'
import { Refusal } from '../refusals.ts'
import { cutOffOf } from './as-of.ts'
import { importFigures } from './import-figures.ts'
import { listItems } from './list-items.ts'
import { loadBreakdown, loadPublishedBreakdown } from './load-breakdown.ts'
import { loadPublishedTable1, loadTable1 } from './load-table1.ts'
import { publishBreakdown } from './publish-breakdown.ts'

const EVERYBODY = [...STAFF_ROLES, ...MEMBER_ROLES] as const
const TableQuery = z.object({ quarter: TableQuarter.optional(), asOf: PlannedDay.optional() })

const getTable1 = defineRoute(
  {
    method: 'get',
    path: '/api/statistics/table1',
    summary: 'Information provided and shared in four rolling quarters, as of a day.',
    access: EVERYBODY,
    query: TableQuery,
    answer: Table1,
  },
  (c, { query }) => loadTableFor(c, query),
)

const getTable1Csv = defineRoute(
  {
    method: 'get',
    path: '/api/statistics/table1.csv',
    summary: 'The same as CSV.',
    access: EVERYBODY,
    query: TableQuery.extend({ lang: Language.default('ja') }),
    answerType: 'text/csv',
  },
  async (c, { query }) => {
    const table = await loadTableFor(c, query)
    const columns = table.submissions.map(({ quarter, value, source }, index) => ({
      quarter,
      submissions: value,
      bulletins: table.bulletins[index]?.value ?? 0,
      imported: source === 'imported',
    }))
    const csv = renderTable1Csv({ columns, hubSourced: table.hubSourced }, query.lang)
    return c.body(csv, 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="table1-${table.quarter}.csv"`,
    })
  },
)

const getItems = defineRoute(
  {
    method: 'get',
    path: '/api/statistics/items',
    summary: 'What one figure counts, item by item.',
    access: STAFF_ROLES,
    query: z.object({ quarter: Quarter, figure: Figure, asOf: PlannedDay.optional() }),
    answer: FigureItems,
  },
  (c, { query }) => {
    const asOf = query.asOf ?? cutOffOf(query.quarter, dayInJapan(c.get('now')))
    return c.get('inTransaction')((db) => listItems(db, { ...query, asOf }))
  },
)

const postImport = defineRoute(
  {
    method: 'post',
    path: '/api/statistics/import',
    summary: 'Take over figures from before the software.',
    access: ['hub-admin'],
    stepUp: true,
    body: ImportFiguresRequest,
    answer: Done,
  },
  (c, { body }) => done(actInStaff(c, (db, actor) => importFigures(db, actor, body, c.get('now')))),
)

const getBreakdown = defineRoute(
  {
    method: 'get',
    path: '/api/statistics/breakdown',
    summary: 'Information provided in a quarter by industry, small numbers hidden.',
    access: EVERYBODY,
    query: z.object({ quarter: Quarter }),
    answer: Breakdown,
  },
  (c, { query: { quarter } }) =>
    // Not as the hub: one item more of an industry, seen as a restricted submission comes in, would tell whose it is.
    c.get('inTransaction')((db) =>
      isStaff(c.get('actor'))
        ? loadBreakdown(db, quarter, dayInJapan(c.get('now')))
        : loadPublishedBreakdown(db, quarter),
    ),
)

const postBreakdown = defineRoute(
  {
    method: 'post',
    path: '/api/statistics/breakdown',
    summary: "Publish a quarter's breakdown to every member, once.",
    access: ['hub-lead'],
    stepUp: true,
    body: PublishBreakdownRequest,
    answer: Done,
  },
  (c, { body }) =>
    done(
      actInStaff(c, (db, actor) =>
        asHub(db, (hub) => publishBreakdown(hub, actor, body.quarter, c.get('now'))),
      ),
    ),
)

export const statisticsRoutes: readonly HubRoute[] = [
  getTable1,
  getTable1Csv,
  getItems,
  postImport,
  getBreakdown,
  postBreakdown,
]

function loadTableFor(c: HubContext, query: z.infer<typeof TableQuery>): Promise<Table1> {
  const today = dayInJapan(c.get('now'))
  if (isStaff(c.get('actor'))) {
    const quarter = query.quarter ?? quarterOf(today)
    const asOf = query.asOf ?? cutOffOf(quarter, today)
    // Figures count what is restricted too; their items are shown as far as one may read them.
    return c.get('inTransaction')((db) => asHub(db, (hub) => loadTable1(hub, quarter, asOf)))
  }
  // A member has no other cut-off than the published one.
  if (query.asOf !== undefined) throw new Refusal('not-found')
  const quarter = query.quarter ?? quarterBefore(quarterOf(today))
  return c.get('inTransaction')((db) => loadPublishedTable1(db, quarter))
}
