import type { Transaction } from 'kysely'

/** An open transaction that has taken a role. All SQL goes through one; see query.ts. */
export type Db = Transaction<unknown>
