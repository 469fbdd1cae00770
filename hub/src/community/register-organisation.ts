import type { z } from 'zod'
import type { OrganisationId } from 'contract/common'
import type { RegisterOrganisationRequest } from 'contract/community'
import { type AuditActor, recordAudit } from '../audit/index.ts'
import type { Db } from '../database/index.ts'
import { newId } from '../ids.ts'
import { insertOrganisation } from './organisation.queries.ts'
import { parseDomain } from './parse-domain.ts'
import { saveDomains, saveNames } from './vault.queries.ts'

/** Enters an organisation into the register. It belongs to no group yet and sees nothing. */
export async function registerOrganisation(
  db: Db,
  actor: AuditActor,
  request: z.infer<typeof RegisterOrganisationRequest>,
  now: Date,
): Promise<OrganisationId> {
  const id = newId<OrganisationId>()
  const { name, kind, industry, constituentCount, names, domains } = request
  await insertOrganisation(db, { id, name, kind, industry, constituentCount, at: now })
  await saveNames(db, id, names)
  await saveDomains(db, id, domains.map(parseDomain))
  await recordAudit(db, {
    actor,
    action: 'organisation-registered',
    subject: `organisation:${id}`,
    detail: { names: names.length, domains: domains.length },
  })
  return id
}
