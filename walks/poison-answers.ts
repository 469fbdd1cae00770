import { foundationRoutes } from '../hub/src/foundation-routes.ts'
import type { HubRoute } from '../hub/src/http/index.ts'
import { stepRoutes } from '../hub/src/steps.ts'
import { poisonText } from './poison-text.ts'
import type { Visitor } from './visitor.ts'

const answering = [...foundationRoutes, ...stepRoutes].filter(
  ({ method, answer }) => method === 'get' && answer !== undefined,
)

/**
 * Puts the canary into every text field of every answer a visitor's pages get, by the schema of the answer: what any
 * stored field could hold arrives in every page that shows it, whichever way it got into the database.
 */
export async function poisonAnswers({ context }: Visitor): Promise<void> {
  await context.route('**/api/**', async (route, request) => {
    const schema = findRoute(request.method(), new URL(request.url()).pathname)?.answer
    if (schema === undefined) return route.continue()
    const response = await route.fetch()
    if (!response.ok()) return route.fulfill({ response })
    return route.fulfill({ response, json: poisonText(schema, await response.json()) })
  })
}

function findRoute(method: string, pathname: string): HubRoute | undefined {
  if (method !== 'GET') return undefined
  const fits = ({ path }: HubRoute) =>
    new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(pathname)
  const found = answering.filter(fits)
  // `/api/cases/summary` rather than `/api/cases/{caseId}`.
  return found.find(({ path }) => path === pathname) ?? found[0]
}
