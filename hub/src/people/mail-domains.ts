import type { OrganisationId } from 'contract/common'
import { recordAudit } from '../audit/index.ts'
import type { Db } from '../database/db.ts'
import { Refusal } from '../refusals.ts'
import type { PersonActor } from './actor.ts'
import {
  findForeignDomains,
  findMailDomainHolder,
  lockMailDomains,
  saveMailDomains,
} from './mail-domains.queries.ts'
import { hasOrganisation } from './people.queries.ts'

interface Order {
  readonly organisationId: OrganisationId
  readonly domains: readonly string[]
  readonly now: Date
}

/** The hub confirms at which mail domains an organisation's contacts may invite: at none where others have addresses. */
export async function setMailDomains(db: Db, actor: PersonActor, order: Order): Promise<void> {
  const { organisationId, domains } = order
  if (!(await hasOrganisation(db, organisationId))) throw new Refusal('not-found')
  await lockMailDomains(db)
  const foreign = await findForeignDomains(db, organisationId, domains)
  if (foreign.length > 0) {
    const places = foreign.map((domain) => ({ path: 'domains', say: domain }))
    throw new Refusal('domain-of-others', { places })
  }
  await saveConfirmed(db, actor, order)
}

/**
 * Whoever may confirm domains and enters an organisation with its domains has confirmed them by that. One where others
 * have addresses stays open: two companies may share a domain, and nobody invites at it then.
 */
export async function confirmNewDomains(db: Db, actor: PersonActor, order: Order): Promise<void> {
  await lockMailDomains(db)
  const foreign = await findForeignDomains(db, order.organisationId, order.domains)
  const domains = order.domains.filter((domain) => !foreign.includes(domain))
  await saveConfirmed(db, actor, { ...order, domains })
}

async function saveConfirmed(db: Db, actor: PersonActor, order: Order): Promise<void> {
  if ((await saveMailDomains(db, order)) === 0) return
  await recordAudit(db, {
    actor,
    action: 'mail-domains-confirmed',
    subject: `organisation:${order.organisationId}`,
    detail: { domains: order.domains.length },
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
