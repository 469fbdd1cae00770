import type { Db } from './transaction.ts'

/** Reads something of a case once in a transaction, whoever asks for it there. It must not change meanwhile. */
export function onceInTransaction<T>(
  load: (db: Db, id: string) => Promise<T>,
): (db: Db, id: string) => Promise<T> {
  const loaded = new WeakMap<Db, Map<string, Promise<T>>>()
  return (db, id) => {
    const ofDb = loaded.get(db) ?? new Map<string, Promise<T>>()
    loaded.set(db, ofDb)
    const known = ofDb.get(id) ?? load(db, id)
    ofDb.set(id, known)
    return known
  }
}
