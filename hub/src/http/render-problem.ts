import { HTTPException } from 'hono/http-exception'
import type { ProblemAnswer } from 'contract/common'
import { ZodError } from 'zod'
import { writeLog } from '../log.ts'
import { REFUSALS, Refusal } from '../refusals.ts'
import { nameOf } from '../log-error.ts'
import { UniqueConflict } from '../database/database-errors.ts'
import type { HubContext } from './hub-env.ts'

const BUG = {
  ja: '内部で問題が起きました。この番号を添えて運営者に知らせてください。',
  en: 'Something went wrong inside. Please tell the operator, giving this number.',
}
// More places than this help nobody and let a sender choose how long the answer is.
const PLACES_MAX = 20

/** Puts a refusal, or that there was a bug, into problem+json (RFC 9457). The one place where this is done. */
export function renderProblem(refusal: Refusal | undefined, c: HubContext): Response {
  if (refusal === undefined) return renderBug(c)
  const { status, say } = REFUSALS[refusal.code]
  const places = refusal.cause instanceof ZodError ? toPlaces(refusal.cause) : refusal.places
  const answer: ProblemAnswer = {
    type: 'about:blank',
    title: say.en,
    status,
    code: refusal.code,
    say: { ...say },
    ...(places === undefined ? {} : { places: [...places] }),
  }
  return sendProblem(c, answer, refusal.retryAfterSeconds)
}

/** Everything expected as a refusal; nothing for a bug. */
export function toRefusal(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error
  if (error instanceof UniqueConflict) return new Refusal('conflict', { cause: error })
  if (error instanceof HTTPException) {
    return new Refusal(error.status === 413 ? 'too-large' : 'request-unfit', { cause: error })
  }
  return undefined
}

/** Says where a bug was, under the number its caller is given. */
export function logBug(error: unknown, c: HubContext): void {
  writeLog('error', 'request-failed', {
    traceId: c.get('traceId'),
    method: c.req.method,
    route: c.req.routePath,
    error: nameOf(error),
  })
}

function renderBug(c: HubContext): Response {
  const traceId = c.get('traceId')
  return sendProblem(c, {
    type: 'about:blank',
    title: BUG.en,
    status: 500,
    code: 'bug',
    say: BUG,
    traceId,
  })
}

function sendProblem(c: HubContext, answer: ProblemAnswer, retryAfterSeconds?: number): Response {
  const headers = new Headers({ 'content-type': 'application/problem+json' })
  if (retryAfterSeconds !== undefined) headers.set('retry-after', String(retryAfterSeconds))
  if (answer.code === 'sign-in-required') headers.set('www-authenticate', 'Bearer realm="noroshi"')
  for (const [name, value] of headers) c.header(name, value)
  return c.body(JSON.stringify(answer), answer.status as 400)
}

/** Where a request does not fit its schema. The received value is not repeated. */
function toPlaces(error: ZodError): { path: string; say: string }[] {
  return error.issues
    .slice(0, PLACES_MAX)
    .map((issue) => ({ path: issue.path.join('.').slice(0, 200), say: issue.code }))
}
