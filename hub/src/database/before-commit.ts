import type { Db } from './transaction.ts'

const waiting = new WeakMap<Db, Map<string, (db: Db) => Promise<void>>>()

/** Runs once at the very end of the transaction, whatever else it does. The same key again changes nothing. */
export function beforeCommit(db: Db, key: string, finish: (db: Db) => Promise<void>): void {
  const tasks = waiting.get(db) ?? new Map<string, (db: Db) => Promise<void>>()
  waiting.set(db, tasks)
  if (!tasks.has(key)) tasks.set(key, finish)
}

/** Runs what was put off to the end. Called by the transaction itself. */
export async function finishTransaction(db: Db): Promise<void> {
  for (const finish of waiting.get(db)?.values() ?? []) await finish(db)
  waiting.delete(db)
}
