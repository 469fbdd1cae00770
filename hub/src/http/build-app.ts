import { randomUUID } from 'node:crypto'
import { OpenAPIHono } from '@hono/zod-openapi'
import type { Hub } from '../hub.ts'
import { authenticate } from '../people/authenticate.ts'
import { findRefusal } from '../people/sight.ts'
import { Refusal } from '../refusals.ts'
import type { HubRoute } from './define-route.ts'
import { describeRoute, toOpenApiPath } from './describe-route.ts'
import type { HubContext, HubEnv } from './hub-env.ts'
import { isTwoHosts } from './is-two-hosts.ts'
import { findAddress } from './find-address.ts'
import { limitRequests } from './limit-requests.ts'
import { openRefusalLog } from './note-refusal.ts'
import { parseRequest } from './parse-request.ts'
import { logBug, renderProblem, toRefusal } from './render-problem.ts'
import { requireSameOrigin } from './same-origin.ts'
import { securityHeaders } from './security-headers.ts'
import { toNetwork } from './to-network.ts'
import { findWebAnswer, type WebFiles } from './web-files.ts'

export type HubApp = OpenAPIHono<HubEnv>

/** The whole HTTP side over a list of routes. Nothing is reachable but these, the description and the web files. */
export function buildApp(
  hub: Hub,
  routes: readonly HubRoute[],
  webFiles: WebFiles = new Map(),
): HubApp {
  const app = new OpenAPIHono<HubEnv>({ strict: true })
  const baseUrl = new URL(hub.config.baseUrl)

  const noteRefusal = openRefusalLog()
  const render = chooseForm(routes)

  app.onError((error, c) => {
    const refusal = toRefusal(error)
    if (refusal === undefined) logBug(error, c)
    else noteRefusal(c, refusal.code)
    return render(refusal, c)
  })
  app.notFound((c) => {
    const page = findWebAnswer(c, webFiles)
    if (page !== undefined) return page
    noteRefusal(c, 'not-found')
    return render(new Refusal('not-found'), c)
  })
  app.use(async (c, next) => {
    c.set('traceId', randomUUID())
    c.set('hub', hub)
    c.set('noteRefusal', (code) => noteRefusal(c, code))
    c.set('now', hub.clock.now())
    const peer = c.env?.incoming?.socket.remoteAddress
    const forwardedFor = c.req.header('x-forwarded-for')
    c.set('address', toNetwork(findAddress(peer, forwardedFor, hub.config.trustedProxies)))
    if (isTwoHosts(c.env?.incoming?.rawHeaders)) throw new Refusal('request-unfit')
    await next()
    c.res.headers.set('x-trace-id', c.get('traceId'))
  })
  app.use(securityHeaders(hub.config.baseUrl))
  app.use(requireSameOrigin(baseUrl))
  app.use(authenticate)
  app.use(limitRequests(hub.config.requestsPerMinute))

  assertRoutes(routes)
  for (const route of routes) mountRoute(app, route)
  serveDescription(app, hub.config.baseUrl)
  return app
}

/** Made once: it takes half a second of the one thread, and anybody may ask for it as often as he likes. */
function serveDescription(app: HubApp, baseUrl: string): void {
  const describe = (): string =>
    JSON.stringify(
      app.getOpenAPI31Document({
        openapi: '3.1.0',
        info: { title: 'Noroshi', version: '1' },
        servers: [{ url: baseUrl }],
      }),
    )
  let description: string | undefined
  app.get('/api/openapi.json', (c) => {
    description ??= describe()
    return c.body(description, 200, { 'content-type': 'application/json' })
  })
}

/** The check and the handler are one function, so no spelling of an address reaches one without the other. */
function mountRoute(app: HubApp, route: HubRoute): void {
  app.openAPIRegistry.registerPath(describeRoute(route))
  app.on(route.method.toUpperCase(), toOpenApiPath(route.path), async (c: HubContext) => {
    c.set('route', route.path)
    const refusal = findRefusal(c.get('actor'), route, c.get('now'))
    if (refusal !== undefined) throw new Refusal(refusal)
    const input = await parseRequest(c, route)
    const answer = await route.answerWith(c, input)
    if (answer instanceof Response || route.answer === undefined) return answer as Response
    return c.json(route.answer.parse(answer) as object)
  })
}

/** Refusals in the form that the clients of an address read, also where none of its routes was reached. */
function chooseForm(
  routes: readonly HubRoute[],
): (refusal: Refusal | undefined, c: HubContext) => Response {
  const forms = new Map(
    routes.flatMap(({ path, renderRefused: form }) =>
      form === undefined ? [] : [[toFirstPart(path), form] as const],
    ),
  )
  return (refusal, c) => forms.get(toFirstPart(c.req.path))?.(refusal) ?? renderProblem(refusal, c)
}

const toFirstPart = (path: string): string => path.split('/', 2).join('/')

/** A route without a rule, or two under one address, is a mistake to find at start, not in use. */
function assertRoutes(routes: readonly HubRoute[]): void {
  const seen = new Set<string>()
  for (const { method, path, access, scope, stepUp } of routes) {
    const address = `${method} ${path}`
    // Types can be got around; a list that came out empty would lock everybody out without a word.
    if (access === undefined || access.length === 0)
      throw new Error(`${address} has no access rule.`)
    // Neither a machine nor anybody unknown has a second factor to give.
    if (stepUp && (access === 'public' || scope !== undefined))
      throw new Error(`${address} asks for a factor that its callers do not have.`)
    if (seen.has(address)) throw new Error(`${address} is declared twice.`)
    seen.add(address)
  }
}
