import { PersonId } from 'contract/common'
import { z } from 'zod'
import { type Db, sql } from '../database/db.ts'
import { findRow, runSql } from '../database/query.ts'

export const LinkPurpose = z.enum(['first-administrator', 'invitation', 'recovery', 'demo'])
export type LinkPurpose = z.infer<typeof LinkPurpose>

export async function saveLink(
  db: Db,
  link: { tokenHash: string; personId: PersonId; purpose: LinkPurpose; now: Date; expiresAt: Date },
): Promise<void> {
  await runSql(
    db,
    sql`insert into noroshi.sign_in_link (token_hash, person_id, purpose, created_at, expires_at)
        values (${link.tokenHash}, ${link.personId}, ${link.purpose}, ${link.now}, ${link.expiresAt})`,
  )
}

const SpentLink = z.object({ personId: PersonId, purpose: LinkPurpose })

/** Uses the link up and says whose it was. Of two requests at once only one finds it. */
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
