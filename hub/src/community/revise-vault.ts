import type { z } from 'zod'
import type { OrganisationId } from 'contract/common'
import type { OrganisationView, ReviseVaultRequest, VaultListName } from 'contract/community'
import { recordAudit } from '../audit/index.ts'
import type { Db } from '../database/index.ts'
import { newId } from '../ids.ts'
import { startJob } from '../jobs/index.ts'
import { Refusal } from '../refusals.ts'
import { assertMayTake } from './assert-may-take.ts'
import type { Reviser } from './reviser.ts'
import { loadOrganisation, lockOrganisation } from './organisation.queries.ts'
import {
  listChangedLists,
  listEntryTexts,
  listTakenFrom,
  type RevisedVault,
  toStoredVault,
} from './vault-lists.ts'
import {
  saveAffiliates,
  saveDomains,
  saveLines,
  saveNames,
  savePeople,
  saveWatchList,
} from './vault.queries.ts'
import {
  listListsChangedAfter,
  removeHubEntries,
  saveHubEntries,
  saveRevision,
} from './vault-revision.queries.ts'

/** Attacks prepare their domains shortly before; what is older is read again on request. */
const AGAIN_DAYS = 14
const HOUR_MS = 60 * 60 * 1000

/**
 * Replaces lists of what an organisation keeps with the hub. For its own contact (under row-level security, which
 * hides every other organisation) or staff, whose writing is marked and told. What somebody else changed after `revision` is not overwritten.
 */
export async function reviseVault(
  db: Db,
  actor: Reviser,
  organisationId: OrganisationId,
  { revision, ...request }: z.infer<typeof ReviseVaultRequest>,
  at: Date,
): Promise<void> {
  await lockOrganisation(db, organisationId)
  const before = await loadOrganisation(db, organisationId)
  const vault = toStoredVault(request)
  const changed = listChangedLists(before, vault)
  const taken = listTakenFrom(before, vault)
  if (taken.length > 0) await assertMayTake(db, actor, { taken, revision, now: at })
  if (revision !== undefined) await refuseOverwriting(db, organisationId, changed, revision)
  if (changed.length === 0) return
  await saveChanged(db, organisationId, changed, vault)
  await saveRevision(db, organisationId, changed, at)
  const isHub = actor.organisationId === undefined
  await markHubEntries(db, { before, vault, changed, isHub, at })
  await recordAudit(db, {
    actor,
    action: 'vault-revised',
    subject: `organisation:${organisationId}`,
    detail: {
      ...Object.fromEntries(changed.map((list) => [list, vault[list]?.length ?? 0])),
      ...(taken.length > 0 && { taken }),
    },
  })
  if (isHub) await tellContacts(db, organisationId)
  await startAnalysisAgain(db, at)
}

async function refuseOverwriting(
  db: Db,
  organisationId: OrganisationId,
  changed: readonly VaultListName[],
  revision: number,
): Promise<void> {
  const newer = await listListsChangedAfter(db, organisationId, revision)
  const lost = changed.filter((list) => newer.includes(list))
  if (lost.length === 0) return
  const places = lost.map((path) => ({ path, say: 'changed-meanwhile' }))
  throw new Refusal('vault-changed', { places })
}

async function saveChanged(
  db: Db,
  organisationId: OrganisationId,
  changed: readonly VaultListName[],
  vault: RevisedVault,
): Promise<void> {
  const { names, domains, people, watchList, affiliates, ...lines } = Object.fromEntries(
    changed.map((list) => [list, vault[list]]),
  ) as RevisedVault
  if (names !== undefined) await saveNames(db, organisationId, names)
  if (domains !== undefined) await saveDomains(db, organisationId, domains)
  if (people !== undefined) await savePeople(db, organisationId, people)
  if (watchList !== undefined) await saveWatchList(db, organisationId, watchList)
  if (affiliates !== undefined) await saveAffiliates(db, organisationId, affiliates)
  await saveLines(db, organisationId, lines)
}

/** What the hub adds is marked; a mark ends with its entry. */
async function markHubEntries(
  db: Db,
  {
    before,
    vault,
    changed,
    isHub,
    at,
  }: {
    before: Pick<OrganisationView, VaultListName | 'organisationId'>
    vault: RevisedVault
    changed: readonly VaultListName[]
    isHub: boolean
    at: Date
  },
): Promise<void> {
  for (const list of changed) {
    const texts = listEntryTexts(vault, list)
    await removeHubEntries(db, before.organisationId, list, texts)
    const stood = new Set(listEntryTexts(before, list))
    const added = texts.filter((text) => !stood.has(text)).map((text) => ({ list, text }))
    if (isHub && added.length > 0) await saveHubEntries(db, before.organisationId, added, at)
  }
}

async function tellContacts(db: Db, organisationId: OrganisationId): Promise<void> {
  const told = { kind: 'vault-changed', happeningId: newId() } as const
  await startJob(db, 'tell-contacts', { organisationId, ...told })
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
