import { PersonId } from 'contract/common'
import { Role } from 'contract/people'
import { z } from 'zod'
import { type Db, sql } from '../database/db.ts'
import { findRow, findRows, runSql } from '../database/query.ts'

const Owner = z.object({
  personId: PersonId,
  roles: z.array(Role),
  disabledAt: z.date().optional(),
})

/** Whose mail address this is. */
export function findOwnerOfAddress(
  db: Db,
  email: string,
): Promise<z.infer<typeof Owner> | undefined> {
  return findRow(
    db,
    Owner,
    sql`select id as person_id, roles, disabled_at from noroshi.person where email = ${email}`,
  )
}

export async function saveBreakGlass(
  db: Db,
  opened: { breakGlassId: string; personId: PersonId; now: Date },
): Promise<void> {
  await runSql(
    db,
    sql`insert into noroshi.break_glass (id, person_id, opened_at)
        values (${opened.breakGlassId}, ${opened.personId}, ${opened.now})`,
  )
}

const OpenBreakGlass = z.object({ breakGlassId: z.uuid(), name: z.string(), openedAt: z.date() })

/** What no administrator has given a reason for yet. */
export function listOpenBreakGlass(db: Db): Promise<z.infer<typeof OpenBreakGlass>[]> {
  return findRows(
    db,
    OpenBreakGlass,
    sql`select g.id as break_glass_id, p.name, g.opened_at
          from noroshi.break_glass g join noroshi.person p on p.id = g.person_id
         where g.acknowledged_at is null order by g.opened_at, g.id limit 100`,
  )
}

const Witness = z.object({ personId: PersonId })

/**
 * Administrators with a second factor who were there before every emergency link that was made since this moment or waits
 * for a reason, and for whom none of those was: not whom it let in, and nobody whom that one may have invited. Whoever was
 * shut out or lost the role after a link of since then is still one of them: its bearer may do either.
 */
export async function listWitnesses(db: Db, since: Date): Promise<PersonId[]> {
  const rows = await findRows(
    db,
    Witness,
    sql`select p.id as person_id from noroshi.person p
         where ('hub-admin' = any (p.roles)
                or exists (select from noroshi.audit_entry e join noroshi.break_glass g on e.at >= g.opened_at
                            where g.opened_at > ${since} and e.subject = 'person:' || p.id
                              and e.action = 'roles-changed' and e.detail -> 'before' ? 'hub-admin'))
           and (p.disabled_at is null
                or exists (select from noroshi.break_glass g
                            where g.opened_at > ${since} and p.disabled_at >= g.opened_at))
           and (exists (select from noroshi.passkey k where k.person_id = p.id)
                or exists (select from noroshi.totp_credential t where t.person_id = p.id and t.confirmed_at is not null))
           and not exists (select from noroshi.break_glass g
                            where (g.acknowledged_at is null or g.opened_at > ${since})
                              and (g.person_id = p.id or p.created_at >= g.opened_at))`,
  )
  return rows.map(({ personId }) => personId)
}

/** Zero when there is none such, or a reason was given before. */
export function saveBreakGlassReason(
  db: Db,
  given: { breakGlassId: string; by: PersonId; reason: string; now: Date },
): Promise<number> {
  return runSql(
    db,
    sql`update noroshi.break_glass
           set acknowledged_at = ${given.now}, acknowledged_by = ${given.by}, reason = ${given.reason}
         where id = ${given.breakGlassId} and acknowledged_at is null`,
  )
}
