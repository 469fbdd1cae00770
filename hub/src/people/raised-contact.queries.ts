import { type OrganisationId, PersonId } from 'contract/common'
import { z } from 'zod'
import { type Db, sql } from '../database/db.ts'
import { findRow, findRows } from '../database/query.ts'

const Known = z.object({ isKnown: z.boolean() })

/** Whether an organisation has a contact, or had one after a moment: shut out since, or given other roles. */
export async function hasOrHadContact(
  db: Db,
  { organisationId, since }: { organisationId: OrganisationId; since: Date },
): Promise<boolean> {
  const row = await findRow(
    db,
    Known,
    sql`select exists (
          select from noroshi.person p
           where p.organisation_id = ${organisationId}
             and (('member-contact' = any (p.roles) and (p.disabled_at is null or p.disabled_at > ${since}))
                  or exists (select from noroshi.audit_entry e
                              where e.subject = 'person:' || p.id and e.action = 'roles-changed' and e.at > ${since}
                                and e.detail -> 'before' ? 'member-contact'))) as is_known`,
  )
  return row?.isKnown ?? false
}

const RaisedContact = z.object({
  personId: PersonId,
  raisedBy: PersonId,
  raisedByName: z.string(),
  raisedAt: z.date(),
})
export type RaisedContact = z.infer<typeof RaisedContact>

/** Contacts by another role whom neither a contact from before nor a second person of the hub has confirmed. */
export function listRaisedContacts(db: Db): Promise<RaisedContact[]> {
  return findRows(
    db,
    RaisedContact,
    sql`select p.id as person_id, b.id as raised_by, b.name as raised_by_name, r.at as raised_at
          from noroshi.person p
          join lateral (
            select e.sequence, e.at, e.actor from noroshi.audit_entry e
             where e.subject = 'person:' || p.id and e.action = 'roles-changed' and e.detail ->> 'waits' = 'true'
             order by e.sequence desc limit 1) r on true
          join noroshi.person b on r.actor = 'person:' || b.id
         where 'member-contact' = any (p.roles) and p.disabled_at is null
           and not exists (select from noroshi.contact_confirmation f
                            where f.person_id = p.id and f.confirmed_at >= r.at)
           and not exists (select from noroshi.audit_entry c
                            where c.subject = 'person:' || p.id and c.action = 'contact-role-confirmed'
                              and c.sequence > r.sequence)
         order by r.at, p.id`,
  )
}
