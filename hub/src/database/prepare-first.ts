import type { Db } from './transaction.ts'

/**
 * Thrown inside a transaction by what needs something that takes long and no database. The transaction is rolled back,
 * so that it holds no connection and no lock; `prepare` runs, and then the work once more, which reads everything anew
 * and finds what was prepared only if it still asks for the same.
 */
export class PrepareFirst extends Error {
  override readonly name = 'PrepareFirst'
  /** At most so many milliseconds; what it comes to, a failure too, it keeps for the work to find (`listPrepared`). */
  readonly prepare: (wallMs: number) => Promise<void>
  /** Drops what was prepared. */
  readonly forget: () => void
  /** What the work ends with where something else is asked for each time. */
  readonly refusal: Error

  constructor({ prepare, forget, refusal }: Pick<PrepareFirst, 'prepare' | 'forget' | 'refusal'>) {
    super('Something has to be prepared before this transaction.')
    this.prepare = prepare
    this.forget = forget
    this.refusal = refusal
  }
}

const preparedFor = new WeakMap<Db, readonly PrepareFirst[]>()

/** Lets the work in this transaction see what was prepared for it. Called by the transaction itself. */
export function notePrepared(db: Db, prepared: readonly PrepareFirst[]): void {
  preparedFor.set(db, prepared)
}

/** What was prepared for the work that this transaction is an attempt of, the first first. */
export const listPrepared = (db: Db): readonly PrepareFirst[] => preparedFor.get(db) ?? []
