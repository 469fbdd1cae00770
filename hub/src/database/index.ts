export { asHub } from './as-hub.ts'
export {
  type Database,
  type Db,
  type MemberViewer,
  openDatabase,
  sql,
  type StaffViewer,
} from './db.ts'
export { onceInTransaction } from './once-in-transaction.ts'
export { listPrepared, PrepareFirst } from './prepare-first.ts'
export { findRow, findRows, json, loadRow, runSql } from './query.ts'
export { UniqueConflict, isUnfitValue } from './database-errors.ts'
