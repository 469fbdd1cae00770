import type { AuditActor } from '../audit/index.ts'
import type { Actor } from '../people/index.ts'

/** Who revises a vault: somebody who called, or the demonstration, which writes what an organisation would. */
export type Reviser =
  | Actor
  | (AuditActor & { readonly kind?: undefined; readonly organisationId?: string | undefined })
