export { loadTable1 } from './load-table1.ts'
export { statisticsRoutes } from './statistics.routes.ts'
