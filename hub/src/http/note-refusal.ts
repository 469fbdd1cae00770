import { writeLog } from '../log.ts'
import type { RefusalCode } from '../refusals.ts'
import { type BucketSize, openBuckets } from './bucket.ts'
import type { HubContext } from './hub-env.ts'
import {
  BUSY_ACCOUNTS_MAX,
  REFUSAL_LINES_MAX,
  REFUSAL_LINES_OF_ALL_MAX,
  REFUSAL_LINES_OF_ALL_PER_SECOND,
  REFUSAL_LINES_PER_SECOND,
  REFUSED_IDS_MAX,
} from './limits.ts'

/** Refusals that show somebody at a door that is not theirs (ASVS 5.0, 16.3.2 and 16.3.3). Mistakes in a form are none. */
const BY_RULE: ReadonlySet<RefusalCode> = new Set<RefusalCode>([
  'not-found',
  'role-required',
  'scope-required',
  'second-factor-required',
  'step-up-required',
  'proof-failed',
  'contact-too-new',
  'second-person-needed',
  'not-same-origin',
  'slow-down',
  'too-many-requests',
  'intake-full-today',
  'intake-full',
])
/** These are worth a line also when nobody is known: somebody else's page, or guessing. */
const OF_STRANGERS: ReadonlySet<RefusalCode> = new Set<RefusalCode>([
  'not-same-origin',
  'slow-down',
])
const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const OF_ONE: BucketSize = { most: REFUSAL_LINES_MAX, perSecond: REFUSAL_LINES_PER_SECOND }
const OF_ALL: BucketSize = {
  most: REFUSAL_LINES_OF_ALL_MAX,
  perSecond: REFUSAL_LINES_OF_ALL_PER_SECOND,
}

/** Writes refusals by rule to the hub's log, braked. The caller's answer is the same with a line and without. */
export function openRefusalLog(): (c: HubContext, code: RefusalCode) => void {
  const buckets = openBuckets(BUSY_ACCOUNTS_MAX)
  const leftOut = new Map<string, number>()
  return (c, code) => {
    const actor = c.get('actor')?.audit ?? 'nobody'
    if (!BY_RULE.has(code) || (actor === 'nobody' && !OF_STRANGERS.has(code))) return
    const now = c.get('now')
    const isFull =
      buckets.take(actor, OF_ONE, now) > 0 || buckets.take('all accounts', OF_ALL, now) > 0
    const missing = leftOut.get(actor) ?? 0
    if (isFull) {
      if (leftOut.size < BUSY_ACCOUNTS_MAX || missing > 0) leftOut.set(actor, missing + 1)
      return
    }
    leftOut.delete(actor)
    writeLog('warning', 'refused', { code, actor, ...describe(c), leftOut: missing || undefined })
  }
}

/** The pattern of the address and the ids in it; never its text, its query or its body. */
function describe(c: HubContext) {
  const route = c.get('route')
  const ids = route === undefined ? [] : Object.values(c.req.param()).filter((id) => ID.test(id))
  return {
    method: c.req.method,
    route: route ?? 'none',
    ids: ids.length === 0 ? undefined : ids.slice(0, REFUSED_IDS_MAX).join(' '),
    traceId: c.get('traceId'),
  }
}
