import { Pool, type PoolConfig, TypeOverrides, types } from 'pg'

/** Where the database is: a socket folder or a URL, and the role to work as. */
export type DatabaseAddress =
  | { readonly host: string; readonly user: string; readonly database: string }
  | { readonly connectionString: string }

export interface PoolLimits {
  /** Connections this process may hold. */
  readonly connectionsMax: number
}

// A request that waits longer than this for a connection is better told to come back.
const CONNECT_TIMEOUT_MS = 10_000
// No statement of ours needs longer; a hostile search must not hold a connection for ever.
const STATEMENT_TIMEOUT_MS = 60_000
const IDLE_IN_TRANSACTION_TIMEOUT_MS = 120_000

/** A pool of connections that reads columns as this code base wants them. */
export function openPool(
  address: DatabaseAddress,
  { connectionsMax }: PoolLimits,
  options: PoolConfig = {},
): Pool {
  const pool = new Pool({
    ...address,
    max: connectionsMax,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_TIMEOUT_MS,
    application_name: 'noroshi',
    types: columnTypes(),
    ...options,
  })
  // An idle connection breaks when the server restarts; the pool opens another one on the next use.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

/** Whole numbers and decimals as numbers, days as `YYYY-MM-DD` text, moments as `Date`. */
function columnTypes(): TypeOverrides {
  const overrides = new TypeOverrides()
  overrides.setTypeParser(types.builtins.INT8, toSafeInteger)
  overrides.setTypeParser(types.builtins.NUMERIC, Number)
  overrides.setTypeParser(types.builtins.DATE, (day: string) => day)
  return overrides
}

function toSafeInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError('A database number does not fit.')
  return value
}
