import type { z } from 'zod'
import { Refusal } from '../refusals.ts'
import type { HubRoute, RouteInput } from './define-route.ts'
import type { HubContext } from './hub-env.ts'
import { isStorable } from './is-storable.ts'
import { JSON_BYTES_MAX } from './limits.ts'
import { readBody } from './read-body.ts'

type Input = RouteInput<z.ZodType | undefined, z.ZodType | undefined, z.ZodType | undefined>

/** Parses everything a route says it takes; what does not fit is refused before the handler sees it. */
export async function parseRequest(c: HubContext, route: HubRoute): Promise<Input> {
  // Also for a route that reads its own query: no text that the database cannot hold gets past here.
  if (!isStorable(c.req.param())) throw new Refusal('not-found')
  if (!isStorable(toQuery(c))) throw new Refusal('request-unfit')
  return {
    // An address that is no identifier names nothing that exists: the same answer as for an unknown one.
    params: parseWith(route.params, () => c.req.param(), 'not-found'),
    query: parseWith(route.query, () => toQuery(c), 'request-unfit'),
    body:
      route.body === undefined
        ? undefined
        : parseWith(route.body, await readJson(c, route), 'request-unfit'),
  } as Input
}

function parseWith(
  schema: z.ZodType | undefined,
  read: () => unknown,
  code: 'not-found' | 'request-unfit',
): unknown {
  if (schema === undefined) return undefined
  const result = schema.safeParse(read())
  if (!result.success) throw new Refusal(code, { cause: result.error })
  return result.data
}

/** Query parameters; one given several times is a list. */
function toQuery(c: HubContext): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(c.req.queries()).map(([name, values]) => [
      name,
      values.length === 1 ? (values[0] ?? '') : values,
    ]),
  )
}

async function readJson(c: HubContext, route: HubRoute): Promise<() => unknown> {
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase()
  // A form on another site can send text/plain that reads as JSON, but not this type.
  if (type !== 'application/json') throw new Refusal('request-unfit')
  const bytes = await readBody(c.req.raw, route.bodyBytesMax ?? JSON_BYTES_MAX)
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    if (!isStorable(value)) throw new TypeError('A text holds NUL or half a character.')
    return () => value
  } catch (cause) {
    throw new Refusal('request-unfit', { cause })
  }
}
