import { z } from 'zod'
import { Bilingual, Day, Quarter } from './common.ts'

/** Where a figure comes from, so that it can be followed to what it counts (SPEC Q-2). */
export const FigureCell = z.object({
  quarter: Quarter,
  value: z.number().int(),
  /** `counted` from the hub's records, `imported` from before the software. */
  source: z.enum(['counted', 'imported']),
  /** Address of the items behind it. */
  itemsHref: z.string().optional(),
  /** Submissions whose item count a person corrected; for the hub's own people. */
  correctionCount: z.number().int().optional(),
})
/** 表1 情報提供および情報共有の状況: four rolling quarters. */
export const Table1 = z.object({
  quarter: Quarter,
  asOf: Day,
  quarters: z.array(Quarter).length(4),
  submissions: z.array(FigureCell).length(4),
  bulletins: z.array(FigureCell).length(4),
  /** ※2: bulletins of the last quarter made from information the hub itself obtained. */
  hubSourced: z.number().int(),
  targeted: z.number().int(),
  notes: z.object({ consolidation: Bilingual, hubSourced: Bilingual.optional() }),
  sigCount: z.number().int(),
  sigMembershipCount: z.number().int(),
  frameworkCount: z.number().int(),
  /** Items of the last quarter by who provided: kept apart inside the hub (SPEC I-3), absent for members. */
  byProviderKind: z
    .object({
      member: z.number().int(),
      affiliate: z.number().int(),
      outside: z.number().int(),
      hub: z.number().int(),
    })
    .optional(),
})
/** A quarter with three before it, which its table shows too. */
export const TableQuarter = Quarter.refine((quarter) => quarter >= '1970Q4', {
  error: 'The table begins with the quarter 1970Q4.',
})
export type Table1 = z.infer<typeof Table1>
export const FigureItem = z.object({
  number: z.string(),
  title: z.string(),
  countedOn: Day,
  items: z.number().int(),
  href: z.string(),
  correction: z.string().optional(),
})
export const Figure = z.enum(['submissions', 'bulletins'])
export type Figure = z.infer<typeof Figure>
export const FigureItems = z.object({
  quarter: Quarter,
  asOf: Day,
  figure: Figure,
  source: z.enum(['counted', 'imported']),
  total: z.number().int(),
  rows: z.array(FigureItem),
})
/** One industry of a breakdown: a division of the Japan Standard Industrial Classification. */
export const BreakdownLine = z.object({
  industry: z.string().regex(/^[A-T]$/),
  /** Absent where the reader sees 少数: to print it, or what follows from it, could name a provider (SPEC A-4). */
  items: z.number().int().optional(),
})
export type BreakdownLine = z.infer<typeof BreakdownLine>
/** Information provided in a quarter by industry of the provider. */
export const Breakdown = z.object({
  quarter: Quarter,
  lines: z.array(
    BreakdownLine.extend({
      /** What the hub itself sees; absent for members. */
      exact: z.object({ items: z.number().int(), contributors: z.number().int() }).optional(),
    }),
  ),
  /**
   * `published` once a lead did; `ready` when the quarter is over; `running` until then. `none` for figures from
   * before the software, and for members until it is published.
   */
  state: z.enum(['none', 'running', 'ready', 'published']),
})
export type Breakdown = z.infer<typeof Breakdown>
export const PublishBreakdownRequest = z.strictObject({ quarter: Quarter })
export const ImportFiguresRequest = z.strictObject({
  rows: z
    .array(
      z.strictObject({
        quarter: Quarter,
        submissions: z.number().int().min(0),
        bulletins: z.number().int().min(0),
        hubSourced: z.number().int().min(0),
        source: z.string().min(1).max(200),
      }),
    )
    .min(1)
    .max(400),
})
