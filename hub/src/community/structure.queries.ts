import { type Db, findRows, sql } from '../database/index.ts'
import { GROUPS_MAX } from './limits.ts'
import { GroupRecord, MembershipSpan } from './membership-span.ts'

/** Groups the caller may see: all of them for staff, those acted in for a member. */
export function listGroups(db: Db): Promise<GroupRecord[]> {
  return findRows(
    db,
    GroupRecord,
    sql`select id as group_id, kind, name, lane, (lane_since at time zone 'Asia/Tokyo')::date as lane_set_on,
               (created_at at time zone 'Asia/Tokyo')::date as created_on
          from noroshi.sharing_group
         order by kind desc, position, created_at, id
         limit ${GROUPS_MAX}`,
  )
}

/** Every membership there ever was. For staff. */
export function listSpans(db: Db): Promise<MembershipSpan[]> {
  return findRows(
    db,
    MembershipSpan,
    sql`select m.group_id, m.organisation_id as organisation, m.joined_on, m.left_on, o.constituent_count
          from noroshi.membership m join noroshi.organisation o on o.id = m.organisation_id`,
  )
}

/** Memberships of the groups the calling member acts in, without saying whose they are. */
export function listOwnGroupsSpans(db: Db): Promise<MembershipSpan[]> {
  return findRows(
    db,
    MembershipSpan,
    sql`select group_id, organisation, joined_on, left_on, constituent_count from noroshi.membership_spans()`,
  )
}
