import { Refusal } from '../refusals.ts'

/** A row with the same unique value exists. `constraint` is the name of the violated constraint or index. */
export class UniqueConflict extends Error {
  override readonly name = 'UniqueConflict'
  readonly constraint: string

  constructor(constraint: string, cause: unknown) {
    super(`A row with this value exists (${constraint}).`, { cause })
    this.constraint = constraint
  }
}

const UNIQUE_VIOLATION = '23505'
/** Serialization failure and deadlock: the same work succeeds when it is done again. */
const TRY_AGAIN = new Set(['40001', '40P01'])
/** Our own (enter_member): the person was shut out, or left the organisation, after the request came in. */
const PERSON_ENDED = 'NR001'
/** What was to be changed is being changed by somebody else, for longer than we wait. */
const LOCKED = '55P03'
/** A row that the caller's sight does not reach (any more). A right that a role lacks has the same code, and is a mistake of ours. */
const OUT_OF_SIGHT = { code: '42501', routine: 'ExecWithCheckOptions' } as const
/** No room on disk (53100), out of memory (53200). */
const FULL = new Set(['53100', '53200'])
/** Classes 08 and 57 and the system's own words: the server is away, starting or stopping. */
const AWAY = /^(08|57P0|53300|ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|ETIMEDOUT)/

function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return ''
  return typeof error.code === 'string' ? error.code : ''
}

/** Whether a transaction failed only because another one came in between. */
export function isWorthRetrying(error: unknown): boolean {
  return TRY_AGAIN.has(codeOf(error))
}

/**
 * Whether the value itself was refused, however often it is tried: a moment or number out of range, text in no encoding
 * (class 22), a rule of the table (23), more than PostgreSQL can hold (54).
 */
export function isUnfitValue(error: unknown): boolean {
  return error instanceof UniqueConflict || /^(22|23|54)/.test(codeOf(error))
}

/** Recognises a failure by its code (PostgreSQL Appendix A), the only place that does. */
export function translateDatabaseError(error: unknown): unknown {
  const code = codeOf(error)
  if (code === UNIQUE_VIOLATION) {
    const { constraint } = error as { constraint?: string }
    return new UniqueConflict(constraint ?? 'unknown', error)
  }
  // The same answer as a moment later, when the session is looked up and is none any more.
  if (code === PERSON_ENDED) return new Refusal('sign-in-required', { cause: error })
  if (code === LOCKED) return new Refusal('already-changed', { cause: error })
  if (isOutOfSight(error, code)) return new Refusal('already-changed', { cause: error })
  if (FULL.has(code)) return new Refusal('storage-full', { cause: error })
  if (isConnectionLost(error, code)) return new Refusal('outage', { cause: error })
  return error
}

/** What was restricted since it was read, between the lock and the writing. */
const isOutOfSight = (error: unknown, code: string): boolean =>
  code === OUT_OF_SIGHT.code &&
  (error as { readonly routine?: unknown }).routine === OUT_OF_SIGHT.routine

/** node-postgres reports a connection that broke in the middle without any code. */
function isConnectionLost(error: unknown, code: string): boolean {
  if (AWAY.test(code)) return true
  return code === '' && error instanceof Error && error.message.startsWith('Connection terminated')
}
