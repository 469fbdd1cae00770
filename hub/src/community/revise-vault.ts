import type { z } from 'zod'
import type { ReviseVaultRequest } from 'contract/community'
import { type AuditActor, recordAudit } from '../audit/index.ts'
import type { Db } from '../database/index.ts'
import { startJob } from '../jobs/index.ts'
import { loadOrganisation } from './organisation.queries.ts'
import { parseDomain } from './parse-domain.ts'
import { saveDomains, saveLists, saveNames, savePeople, saveWatchList } from './vault.queries.ts'

/** Attacks prepare their domains shortly before; what is older is read again on request. */
const AGAIN_DAYS = 14
const HOUR_MS = 60 * 60 * 1000

/**
 * Replaces what an organisation keeps with the hub: names, domains, people, partners, URL services, machines and numbers.
 * For its own contact (under row-level security, which hides every other organisation) or staff.
 */
export async function reviseVault(
  db: Db,
  actor: AuditActor,
  organisationId: string,
  vault: z.infer<typeof ReviseVaultRequest>,
  at: Date,
): Promise<void> {
  await loadOrganisation(db, organisationId)
  await saveNames(db, organisationId, vault.names)
  await saveDomains(db, organisationId, vault.domains.map(parseDomain))
  await savePeople(db, organisationId, vault.people)
  await saveWatchList(db, organisationId, vault.watchList.map(withParsedDomains))
  await saveLists(db, organisationId, vault)
  await recordAudit(db, {
    actor,
    action: 'vault-revised',
    subject: `organisation:${organisationId}`,
    detail: { people: vault.people.length, partners: vault.watchList.length },
  })
  await startAnalysisAgain(db, at)
}

/**
 * Who is protected from now on may have been imitated in the last days. Once at the end of every hour in which
 * somebody revised: a machine of a member's that does so every second must not keep the hub busy, or put it off for ever.
 */
async function startAnalysisAgain(db: Db, at: Date): Promise<void> {
  const runAfter = new Date((Math.floor(at.getTime() / HOUR_MS) + 1) * HOUR_MS)
  const key = `analyse-again:${runAfter.toISOString()}`
  await startJob(db, 'analyse-again', { days: AGAIN_DAYS }, { key, runAfter })
}

function withParsedDomains<T extends { domains: string[] }>(entry: T): T {
  return { ...entry, domains: entry.domains.map(parseDomain) }
}
