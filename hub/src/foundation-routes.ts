import { auditRoutes } from './audit/audit.routes.ts'
import type { HubRoute } from './http/define-route.ts'
import { peopleRoutes } from './people/people.routes.ts'

/** Routes of the foundations: people, sign-in, one's own account, the audit log. */
export const foundationRoutes: readonly HubRoute[] = [...peopleRoutes, ...auditRoutes]
