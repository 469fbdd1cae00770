import { type Bilingual, ProblemAnswer } from 'contract/common'
import type { z } from 'zod'
import { ApiFailure, FAILURE_SAYS } from './api-failure.ts'
import { askStepUp } from './step-up-asker.ts'

export interface ApiRequest<T extends z.ZodType> {
  readonly path: string
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>
  readonly body?: unknown
  readonly answer: T
  readonly signal?: AbortSignal
}

/**
 * One call to the hub. The answer is parsed by its contract schema; anything else is an `ApiFailure`.
 * What wants a fresh second factor is sent again once the person has given one.
 */
export async function callApi<T extends z.ZodType>(request: ApiRequest<T>): Promise<z.output<T>> {
  try {
    return await callOnce(request)
  } catch (error) {
    const wantsFactor = error instanceof ApiFailure && error.code === 'step-up-required'
    if (!wantsFactor || !(await askStepUp())) throw error
    return callOnce(request)
  }
}

async function callOnce<T extends z.ZodType>(request: ApiRequest<T>): Promise<z.output<T>> {
  const response = await send(request)
  const body: unknown = await response.json().catch(() => undefined)
  if (!response.ok) throw toFailure(response.status, body)
  const parsed = request.answer.safeParse(body)
  if (!parsed.success) {
    throw new ApiFailure('unreadable', response.status, FAILURE_SAYS.unreadable)
  }
  return parsed.data
}

/** `path` with its query; undefined values are left out. */
export function toAddress(path: string, query: ApiRequest<z.ZodType>['query'] = {}): string {
  const params = new URLSearchParams()
  for (const [key, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') params.set(key, String(value))
  }
  const text = params.toString()
  return text === '' ? path : `${path}?${text}`
}

/** The failure a refused answer stands for: the hub's own sentence when it sent one. */
export function toFailure(status: number, body: unknown): ApiFailure {
  const problem = ProblemAnswer.safeParse(body)
  if (!problem.success) return new ApiFailure(codeOf(status), status, sayOf(status))
  const { code, say, detail, title, traceId, places } = problem.data
  const sentence: Bilingual = say ?? { ja: detail ?? title, en: detail ?? title }
  return new ApiFailure(code, status, sentence, { traceId, places })
}

async function send<T extends z.ZodType>(request: ApiRequest<T>): Promise<Response> {
  const { path, method = 'GET', query, body, signal } = request
  try {
    return await fetch(toAddress(path, query), {
      method,
      credentials: 'same-origin',
      headers: {
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
    })
  } catch (error) {
    if (signal?.aborted === true) throw error
    throw new ApiFailure('offline', 0, FAILURE_SAYS.offline)
  }
}

function codeOf(status: number): string {
  if (status === 401) return 'not-signed-in'
  return status === 404 || status === 403 ? 'not-found' : 'failed'
}

function sayOf(status: number): Bilingual {
  return status === 404 || status === 403 ? FAILURE_SAYS['not-found'] : FAILURE_SAYS.failed
}
