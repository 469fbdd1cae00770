import type { RouteConfig } from '@hono/zod-openapi'
import { ProblemAnswer } from 'contract/common'
import { z } from 'zod'
import type { HubRoute } from './define-route.ts'

/** The address as Hono writes it: `{caseId}` becomes `:caseId`. */
export function toOpenApiPath(path: string): string {
  return path.replaceAll(/\{(\w+)\}/g, ':$1')
}

/** The route for the OpenAPI description. */
export function describeRoute(route: HubRoute): RouteConfig {
  const { params, query, body, answer, answerType } = route
  return {
    method: route.method,
    path: route.path,
    summary: route.summary,
    security: securityOf(route),
    request: {
      ...(params instanceof z.ZodObject ? { params } : {}),
      ...(query instanceof z.ZodObject ? { query } : {}),
      ...(body === undefined
        ? {}
        : { body: { content: { 'application/json': { schema: body } } } }),
    },
    responses: {
      200: {
        description: 'Done',
        ...(answer === undefined
          ? { content: { [answerType ?? 'application/octet-stream']: { schema: z.string() } } }
          : { content: { 'application/json': { schema: answer } } }),
      },
      default: {
        description: 'Refused (RFC 9457)',
        content: { 'application/problem+json': { schema: ProblemAnswer } },
      },
    },
  }
}

function securityOf({ access, scope }: HubRoute): Record<string, string[]>[] {
  if (access === 'public') return []
  return scope === undefined ? [{ session: [] }] : [{ session: [] }, { token: [scope] }]
}
