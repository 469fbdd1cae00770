import type { PersonId } from 'contract/common'
import { z } from 'zod'
import { type Db, sql } from '../database/db.ts'
import { findRow, runSql } from '../database/query.ts'

const Found = z.object({ secretHash: z.string() })

/** Whether the owner of this mail address signed in with this browser before. */
export async function isKnownBrowser(
  db: Db,
  { email, secretHash }: { email: string; secretHash: string },
): Promise<boolean> {
  const row = await findRow(
    db,
    Found,
    sql`select b.secret_hash from noroshi.known_browser b join noroshi.person p on p.id = b.person_id
         where b.secret_hash = ${secretHash} and p.email = ${email}`,
  )
  return row !== undefined
}

/** Remembers a browser of a person, and forgets the ones not seen for longest beyond a number. */
export async function saveKnownBrowser(
  db: Db,
  browser: { secretHash: string; personId: PersonId; day: string },
  keptMax: number,
): Promise<void> {
  await runSql(
    db,
    sql`insert into noroshi.known_browser (secret_hash, person_id, seen_on)
        values (${browser.secretHash}, ${browser.personId}, ${browser.day}::date)
        on conflict (secret_hash) do update set seen_on = excluded.seen_on
         where noroshi.known_browser.person_id = excluded.person_id`,
  )
  await runSql(
    db,
    sql`delete from noroshi.known_browser where secret_hash in (
          select secret_hash from noroshi.known_browser where person_id = ${browser.personId}
           order by seen_on desc, secret_hash offset ${keptMax})`,
  )
}

export async function forgetBrowser(db: Db, personId: PersonId, secretHash: string): Promise<void> {
  await runSql(
    db,
    sql`delete from noroshi.known_browser where secret_hash = ${secretHash} and person_id = ${personId}`,
  )
}

export async function forgetBrowsersOf(db: Db, personId: PersonId): Promise<void> {
  await runSql(db, sql`delete from noroshi.known_browser where person_id = ${personId}`)
}
