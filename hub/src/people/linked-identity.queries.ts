import { PersonId } from 'contract/common'
import { z } from 'zod'
import { type Db, sql } from '../database/db.ts'
import { findRow, runSql } from '../database/query.ts'

export interface ProviderVisit {
  readonly stateHash: string
  readonly browserHash: string
  readonly nonce: string
  readonly codeVerifier: string
  readonly personId: PersonId | undefined
}

export async function saveProviderVisit(
  db: Db,
  visit: ProviderVisit,
  { now, expiresAt }: { now: Date; expiresAt: Date },
): Promise<void> {
  await runSql(db, sql`delete from noroshi.provider_visit where expires_at < ${now}`)
  await runSql(
    db,
    sql`insert into noroshi.provider_visit (state_hash, browser_hash, nonce, code_verifier, person_id, expires_at)
        values (${visit.stateHash}, ${visit.browserHash}, ${visit.nonce}, ${visit.codeVerifier},
                ${visit.personId ?? null}, ${expiresAt})`,
  )
}

const VisitSecrets = z.object({ nonce: z.string(), codeVerifier: z.string() })

/** Takes a visit out: its state is good for one return, of the browser and the person that began it. */
export function spendProviderVisit(
  db: Db,
  visit: Pick<ProviderVisit, 'stateHash' | 'browserHash' | 'personId'>,
  now: Date,
): Promise<z.infer<typeof VisitSecrets> | undefined> {
  return findRow(
    db,
    VisitSecrets,
    sql`delete from noroshi.provider_visit
         where state_hash = ${visit.stateHash} and browser_hash = ${visit.browserHash}
           and person_id is not distinct from ${visit.personId ?? null}::uuid and expires_at > ${now}
        returning nonce, code_verifier`,
  )
}

const Linked = z.object({ personId: PersonId })

/** Whose identity it is, if they may sign in. */
export async function findLinkedPerson(db: Db, fingerprint: string): Promise<PersonId | undefined> {
  const row = await findRow(
    db,
    Linked,
    sql`select i.person_id from noroshi.linked_identity i join noroshi.person p on p.id = i.person_id
         where i.fingerprint = ${fingerprint} and p.disabled_at is null`,
  )
  return row?.personId
}

/** Links an identity. One that is somebody else's is a conflict; a person's earlier one is replaced. */
export async function saveLinkedIdentity(
  db: Db,
  { fingerprint, personId, now }: { fingerprint: string; personId: PersonId; now: Date },
): Promise<void> {
  await runSql(
    db,
    sql`insert into noroshi.linked_identity (fingerprint, person_id, linked_at)
        values (${fingerprint}, ${personId}, ${now})
        on conflict (person_id) do update set fingerprint = excluded.fingerprint, linked_at = excluded.linked_at`,
  )
}

export async function saveIdentityUsed(db: Db, fingerprint: string, now: Date): Promise<void> {
  await runSql(
    db,
    sql`update noroshi.linked_identity set last_used_at = ${now} where fingerprint = ${fingerprint}`,
  )
}

export function removeLinkedIdentity(db: Db, personId: PersonId): Promise<number> {
  return runSql(db, sql`delete from noroshi.linked_identity where person_id = ${personId}`)
}

const LinkedRow = z.object({ linkedAt: z.date(), lastUsedAt: z.date().optional() })

export function findLinkedIdentity(
  db: Db,
  personId: PersonId,
): Promise<z.infer<typeof LinkedRow> | undefined> {
  return findRow(
    db,
    LinkedRow,
    sql`select linked_at, last_used_at from noroshi.linked_identity where person_id = ${personId}`,
  )
}
