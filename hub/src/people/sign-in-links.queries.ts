import { PersonId } from 'contract/common'
import { z } from 'zod'
import { type Db, sql } from '../database/db.ts'
import { findRow, runSql } from '../database/query.ts'

export const LinkPurpose = z.enum([
  'first-administrator',
  'invitation',
  'recovery',
  'demo',
  'break-glass',
])
export type LinkPurpose = z.infer<typeof LinkPurpose>

export async function saveLink(
  db: Db,
  link: {
    tokenHash: string
    personId: PersonId
    purpose: LinkPurpose
    now: Date
    expiresAt: Date
    begunBy?: PersonId | undefined
  },
): Promise<void> {
  await runSql(
    db,
    sql`insert into noroshi.sign_in_link (token_hash, person_id, purpose, created_at, expires_at, begun_by)
        values (${link.tokenHash}, ${link.personId}, ${link.purpose}, ${link.now}, ${link.expiresAt}, ${link.begunBy ?? null})`,
  )
}

const Owner = z.object({ personId: PersonId })

/** Whose link it is, whatever state it is in. */
export async function findLinkOwner(db: Db, tokenHash: string): Promise<PersonId | undefined> {
  const row = await findRow(
    db,
    Owner,
    sql`select person_id from noroshi.sign_in_link where token_hash = ${tokenHash}`,
  )
  return row?.personId
}

const SpentLink = z.object({ personId: PersonId, purpose: LinkPurpose })

/** Uses the link up and says whose it was. One that waits for its second person is not found. Of two requests at once only one finds it. */
export function spendLinkRow(
  db: Db,
  { tokenHash, now }: { tokenHash: string; now: Date },
): Promise<z.infer<typeof SpentLink> | undefined> {
  return findRow(
    db,
    SpentLink,
    sql`update noroshi.sign_in_link l set used_at = ${now}
          from noroshi.person p
         where l.token_hash = ${tokenHash} and l.used_at is null and l.expires_at > ${now}
           and (l.begun_by is null or l.confirmed_at is not null)
           and p.id = l.person_id and p.disabled_at is null
        returning l.person_id, l.purpose`,
  )
}

/** Makes every unused link of a person useless. */
export async function cancelLinks(db: Db, personId: PersonId, now: Date): Promise<void> {
  await runSql(
    db,
    sql`update noroshi.sign_in_link set used_at = ${now} where person_id = ${personId} and used_at is null`,
  )
}
