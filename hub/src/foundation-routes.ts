import { auditRoutes } from './audit/audit.routes.ts'
import { ownAuditRoutes } from './audit/own-audit.routes.ts'
import type { HubRoute } from './http/define-route.ts'
import { breakGlassRoutes } from './people/break-glass.routes.ts'
import { factorRoutes } from './people/factors.routes.ts'
import { meRoutes } from './people/me.routes.ts'
import { peopleRoutes } from './people/people.routes.ts'
import { providerRoutes } from './people/provider.routes.ts'
import { recoveryCodeRoutes } from './people/recovery-codes.routes.ts'
import { signInRoutes } from './people/sign-in.routes.ts'
import { stepUpRoutes } from './people/step-up.routes.ts'
import { tokenRoutes } from './people/tokens.routes.ts'

/** Routes of the foundations: people, sign-in, one's own account, the audit log. */
export const foundationRoutes: readonly HubRoute[] = [
  ...signInRoutes,
  ...providerRoutes,
  ...meRoutes,
  ...factorRoutes,
  ...stepUpRoutes,
  ...recoveryCodeRoutes,
  ...tokenRoutes,
  ...peopleRoutes,
  ...breakGlassRoutes,
  ...auditRoutes,
  ...ownAuditRoutes,
]
