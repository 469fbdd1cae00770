import { z } from 'zod'
import { Day, GroupId, OrganisationId } from 'contract/common'
import { GroupKind, type GroupLane } from 'contract/community'
import { type Db, findRow, findRows, json, loadRow, runSql, sql } from '../database/index.ts'

export async function insertGroup(
  db: Db,
  row: { id: string; kind: string; name: { ja: string; en: string }; at: Date },
): Promise<void> {
  await runSql(
    db,
    sql`insert into noroshi.sharing_group (id, kind, name, created_at)
        values (${row.id}, ${row.kind}, ${json(row.name)}, ${row.at})`,
  )
}

export function loadGroupKind(db: Db, groupId: string): Promise<{ kind: 'sig' | 'framework' }> {
  return loadRow(
    db,
    z.object({ kind: GroupKind }),
    sql`select kind from noroshi.sharing_group where id = ${groupId}`,
  )
}

/** Whether the organisation is in the group on that day or will be later. */
export async function isMemberFrom(
  db: Db,
  organisationId: string,
  groupId: string,
  day: string,
): Promise<boolean> {
  const found = await findRow(
    db,
    z.object({ id: z.uuid() }),
    sql`select id from noroshi.membership
         where organisation_id = ${organisationId} and group_id = ${groupId}
           and (left_on is null or left_on > ${day}::date) limit 1`,
  )
  return found !== undefined
}

export async function insertMembership(
  db: Db,
  row: { id: string; organisationId: string; groupId: string; joinedOn: string },
): Promise<void> {
  await runSql(
    db,
    sql`insert into noroshi.membership (id, organisation_id, group_id, joined_on)
        values (${row.id}, ${row.organisationId}, ${row.groupId}, ${row.joinedOn}::date)`,
  )
}

export async function insertAgreement(
  db: Db,
  row: {
    id: string
    organisationId: string
    groupId: string
    kind: 'nda' | 'terms'
    version: string
    signer: string
    signedOn: string
    endsOn?: string | undefined
    /** Absent when it was signed on paper. */
    signatureId?: string
  },
): Promise<void> {
  await runSql(
    db,
    sql`insert into noroshi.agreement (id, organisation_id, group_id, kind, version, signer, signed_on, ends_on, signature_id)
        values (${row.id}, ${row.organisationId}, ${row.groupId}, ${row.kind}, ${row.version}, ${row.signer}, ${row.signedOn}::date,
                ${row.endsOn ?? null}::date, ${row.signatureId ?? null})`,
  )
}

/** One membership; nobody else may end it until the transaction is over. */
export function loadMembershipForUpdate(db: Db, membershipId: string) {
  return loadRow(
    db,
    z.object({
      organisationId: OrganisationId,
      groupId: GroupId,
      joinedOn: Day,
      leftOn: Day.optional(),
    }),
    sql`select organisation_id, group_id, joined_on, left_on
          from noroshi.membership where id = ${membershipId} for update`,
  )
}

export async function closeMembership(db: Db, membershipId: string, leftOn: string): Promise<void> {
  await runSql(
    db,
    sql`update noroshi.membership set left_on = ${leftOn}::date where id = ${membershipId}`,
  )
}

/** Sets the lane of a group; false when it was set so already, which must not date it anew. */
export async function saveGroupLane(
  db: Db,
  { groupId, lane, at }: { groupId: string; lane: GroupLane; at: Date },
): Promise<boolean> {
  await loadRow(
    db,
    z.object({ id: z.uuid() }),
    sql`select id from noroshi.sharing_group where id = ${groupId} for update`,
  )
  const changed = await runSql(
    db,
    sql`update noroshi.sharing_group set lane = ${lane}, lane_since = ${at}
         where id = ${groupId} and lane <> ${lane}`,
  )
  return changed === 1
}

/** Organisations in a group on a day, with an agreement in force or not. */
export async function listMemberIds(db: Db, groupId: string, day: string): Promise<string[]> {
  const rows = await findRows(
    db,
    z.object({ organisationId: OrganisationId }),
    sql`select distinct organisation_id from noroshi.membership
         where group_id = ${groupId} and joined_on <= ${day}::date
           and (left_on is null or left_on > ${day}::date)`,
  )
  return rows.map(({ organisationId }) => organisationId)
}
