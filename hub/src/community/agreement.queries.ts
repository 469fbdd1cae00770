import { z } from 'zod'
import { AgreementText, OwnStanding, StandingRow } from 'contract/agreement'
import { Day, OrganisationId } from 'contract/common'
import { type Db, findRows, loadRow, runSql, sql } from '../database/index.ts'
import { STANDINGS_MAX } from './limits.ts'

export async function insertAgreementText(
  db: Db,
  row: AgreementText & { kind: string; at: Date },
): Promise<void> {
  await runSql(
    db,
    sql`insert into noroshi.agreement_text (id, kind, version, ja, en, hash, published_at)
        values (${row.textId}, ${row.kind}, ${row.version}, ${row.ja}, ${row.en}, ${row.hash}, ${row.at})`,
  )
}

const KIND = sql`case g.kind when 'sig' then 'nda' else 'terms' end`
const NEWEST = sql`select x.* from noroshi.agreement_text x where x.kind = ${KIND}
                    order by x.published_at desc, x.id limit 1`

/** Standing of every organisation that is in a group on a day, or of one. */
const standings = (day: string) => sql`
  select m.organisation_id, o.name as organisation, m.group_id, g.name as "group", ${KIND} as kind,
         f.version as in_force, f.ends_on,
         case when s.id is not null then jsonb_build_object('signatureId', s.id, 'version', st.version, 'signer', s.signer,
              'signedOn', (s.signed_at at time zone 'Asia/Tokyo')::date) end as waiting,
         case when t.id is not null then jsonb_build_object('textId', t.id, 'version', t.version, 'ja', t.ja, 'en', t.en,
              'hash', t.hash) end as text
    from noroshi.membership m
    join noroshi.organisation o on o.id = m.organisation_id
    join noroshi.sharing_group g on g.id = m.group_id
    left join lateral (select a.version, a.ends_on from noroshi.agreement a
                        where a.organisation_id = m.organisation_id and a.group_id = m.group_id
                          and a.signed_on <= ${day}::date and (a.ends_on is null or a.ends_on > ${day}::date)
                        order by a.ends_on desc nulls first limit 1) f on true
    left join noroshi.agreement_signature s
           on s.organisation_id = m.organisation_id and s.group_id = m.group_id and s.accepted_at is null
    left join noroshi.agreement_text st on st.id = s.text_id
    left join lateral (${NEWEST}) t on true
   where m.joined_on <= ${day}::date and (m.left_on is null or m.left_on > ${day}::date)`

export function listOwnStandings(
  db: Db,
  organisationId: string,
  day: string,
): Promise<OwnStanding[]> {
  return findRows(
    db,
    OwnStanding,
    sql`${standings(day)} and m.organisation_id = ${organisationId} order by g.position, g.created_at, g.id`,
  )
}

/** Those that lack an agreement or wait for the hub come first. */
export function listStandings(db: Db, day: string): Promise<StandingRow[]> {
  return findRows(
    db,
    StandingRow,
    sql`${standings(day)}
        order by s.id is null, f.version is not null, o.name, g.position, g.id limit ${STANDINGS_MAX}`,
  )
}

export async function insertSignature(
  db: Db,
  row: {
    id: string
    organisationId: string
    groupId: string
    textId: string
    textHash: string
    personId: string
    signer: string
    at: Date
  },
): Promise<void> {
  await runSql(
    db,
    sql`insert into noroshi.agreement_signature (id, organisation_id, group_id, text_id, text_hash, person_id, signer, signed_at)
        values (${row.id}, ${row.organisationId}, ${row.groupId}, ${row.textId}, ${row.textHash}, ${row.personId},
                ${row.signer}, ${row.at})`,
  )
}

const Signature = z.object({
  organisationId: OrganisationId,
  groupId: z.uuid(),
  kind: z.enum(['nda', 'terms']),
  version: z.string(),
  signer: z.string(),
  signedOn: Day,
})

/** A signature that waits, taken by whoever accepts it first. */
export function acceptSignature(
  db: Db,
  { signatureId, personId, at }: { signatureId: string; personId: string; at: Date },
): Promise<z.infer<typeof Signature>> {
  return loadRow(
    db,
    Signature,
    sql`update noroshi.agreement_signature s set accepted_at = ${at}, accepted_by = ${personId}
          from noroshi.agreement_text t
         where s.id = ${signatureId} and s.accepted_at is null and t.id = s.text_id
        returning s.organisation_id, s.group_id, t.kind, t.version, s.signer,
                  (s.signed_at at time zone 'Asia/Tokyo')::date as signed_on`,
  )
}

/** Ends every agreement of an organisation for a group that would last beyond a day; says which. */
export async function endAgreements(
  db: Db,
  { organisationId, groupId, endsOn }: { organisationId: string; groupId: string; endsOn: string },
): Promise<string[]> {
  const rows = await findRows(
    db,
    z.object({ id: z.uuid() }),
    sql`update noroshi.agreement set ends_on = ${endsOn}::date
         where organisation_id = ${organisationId} and group_id = ${groupId}
           and (ends_on is null or ends_on > ${endsOn}::date)
        returning id`,
  )
  return rows.map(({ id }) => id)
}
