export type { Bilingual, Language } from './bilingual.ts'
export { type ProtectedLine, protectBreakdown } from './breakdown/protect-breakdown.ts'
export { renderStructure } from './operating-structure/render-structure.ts'
export type { StructureFigure } from './operating-structure/structure-figure.ts'
export { monthsLabel, quarterLabel } from './quarters/quarter-label.ts'
export {
  daysOfQuarter,
  fiscalYearOf,
  quarterBefore,
  quarterOf,
  rollingQuarters,
} from './quarters/quarter.ts'
export { renderTable1 } from './table1/render-table1.ts'
export { renderTable1Csv } from './table1/table1-csv.ts'
export { CONSOLIDATION_NOTE, hubSourcedNote } from './table1/table1-notes.ts'
export type { RenderedTable, Table1Figures } from './table1/table1-figures.ts'
