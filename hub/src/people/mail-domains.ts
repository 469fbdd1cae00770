import type { OrganisationId } from 'contract/common'
import { recordAudit } from '../audit/index.ts'
import type { Db } from '../database/db.ts'
import { Refusal } from '../refusals.ts'
import type { PersonActor } from './actor.ts'
import {
  countForeignDomains,
  findMailDomainHolder,
  lockMailDomains,
  saveMailDomains,
} from './mail-domains.queries.ts'
import { hasOrganisation } from './people.queries.ts'

/** The hub confirms at which mail domains an organisation's contacts may invite: at none where others have addresses. */
export async function setMailDomains(
  db: Db,
  actor: PersonActor,
  order: { organisationId: OrganisationId; domains: readonly string[]; now: Date },
): Promise<void> {
  const { organisationId, domains } = order
  if (!(await hasOrganisation(db, organisationId))) throw new Refusal('not-found')
  await lockMailDomains(db)
  if ((await countForeignDomains(db, organisationId, domains)) > 0) {
    throw new Refusal('domain-of-others')
  }
  if ((await saveMailDomains(db, order)) === 0) return
  await recordAudit(db, {
    actor,
    action: 'mail-domains-confirmed',
    subject: `organisation:${organisationId}`,
    detail: { domains: domains.length },
  })
}

/**
 * Keeps a confirmed domain of one organisation alone. Otherwise that organisation's contact could find out by inviting
 * that an address at its domain belongs to another member.
 */
export async function assertDomainFree(
  db: Db,
  email: string,
  organisationId: OrganisationId | undefined,
): Promise<void> {
  await lockMailDomains(db)
  const holder = await findMailDomainHolder(db, toMailDomain(email))
  if (holder !== undefined && holder !== organisationId) throw new Refusal('domain-of-others')
}

export function toMailDomain(email: string): string {
  return email.slice(email.lastIndexOf('@') + 1).toLowerCase()
}
