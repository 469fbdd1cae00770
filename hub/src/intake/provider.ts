import type { OrganisationId } from 'contract/common'
import type { ProviderKind } from 'contract/intake'
import type { AuditActor } from '../audit/index.ts'
import type { Database, Db } from '../database/index.ts'
import type { Actor } from '../people/index.ts'

/** Who gives the information (SPEC I-3). Only a member and its affiliates have an organisation here. */
export type Provider =
  | {
      readonly kind: Extract<ProviderKind, 'member' | 'affiliate'>
      readonly organisationId: OrganisationId
    }
  | {
      readonly kind: Extract<ProviderKind, 'outside' | 'hub'>
      readonly organisationId?: undefined
    }

/** Who hands something in, as far as this step needs to know: a person, a machine, or the writer of a forwarded mail. */
export type Submitter = AuditActor & Pick<Actor, 'organisationId' | 'personId'>

/** Works with what the actor may see: a member under row-level security, the hub's own people and the hub itself as staff. */
export function inSightOf<T>(
  database: Database,
  actor: Submitter,
  work: (db: Db) => Promise<T>,
): Promise<T> {
  const { organisationId, personId } = actor
  return organisationId === undefined
    ? database.inStaff({ personId }, work)
    : database.inMember({ organisationId, personId }, work)
}
