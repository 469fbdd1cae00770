import type { z } from 'zod'
import type { ReviseVaultRequest } from 'contract/community'
import { type AuditActor, recordAudit } from '../audit/index.ts'
import type { Db } from '../database/index.ts'
import { startJob } from '../jobs/index.ts'
import { loadOrganisation } from './organisation.queries.ts'
import { parseDomain } from './parse-domain.ts'
import {
  saveDomains,
  saveNames,
  savePeople,
  saveUrlServices,
  saveWatchList,
} from './vault.queries.ts'

/** Attacks prepare their domains shortly before; what is older is read again on request. */
const AGAIN_DAYS = 14

/**
 * Replaces what an organisation keeps with the hub: names, domains, people, partners, URL services.
 * For its own contact (under row-level security, which hides every other organisation) or staff.
 */
export async function reviseVault(
  db: Db,
  actor: AuditActor,
  organisationId: string,
  vault: z.infer<typeof ReviseVaultRequest>,
): Promise<void> {
  await loadOrganisation(db, organisationId)
  await saveNames(db, organisationId, vault.names)
  await saveDomains(db, organisationId, vault.domains.map(parseDomain))
  await savePeople(db, organisationId, vault.people)
  await saveWatchList(db, organisationId, vault.watchList.map(withParsedDomains))
  await saveUrlServices(db, organisationId, vault.urlServices)
  await recordAudit(db, {
    actor,
    action: 'vault-revised',
    subject: `organisation:${organisationId}`,
    detail: { people: vault.people.length, partners: vault.watchList.length },
  })
  // Who is protected from now on may have been imitated in the last days.
  await startJob(db, 'analyse-again', { days: AGAIN_DAYS }, { key: 'analyse-again' })
}

function withParsedDomains<T extends { domains: string[] }>(entry: T): T {
  return { ...entry, domains: entry.domains.map(parseDomain) }
}
