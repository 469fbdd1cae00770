import { z } from 'zod'
import { FeedbackAnswer } from 'contract/inbox'
import { Bilingual, Day, Tlp } from 'contract/common'
import { type Db, findRows, loadRow, runSql, sql } from '../database/index.ts'
import { ReleaseState } from './release.queries.ts'

// Everything here runs as a member: row-level security leaves the releases addressed to its
// organisation and its own answers, and no statement names an organisation to say so again.

const MemberRelease = z.object({
  id: z.uuid(),
  number: z.string(),
  version: z.number().int(),
  state: ReleaseState,
  title: Bilingual,
  tlp: Tlp,
  releasedOn: Day,
  contentText: z.string(),
  withdrawnReason: Bilingual.optional(),
  read: z.boolean(),
})
export type MemberRelease = z.infer<typeof MemberRelease>

const COLUMNS = sql`r.id, r.number, r.version, r.state, r.title, r.tlp, r.released_on, r.content_text,
  r.withdrawn_reason,
  exists (select 1 from noroshi.release_read rr
           where rr.release_id = r.id
             and rr.person_id::text = current_setting('noroshi.person', true)) as read`

/** The newest version of each bulletin, the last released day first; the order within a day says nothing. */
export function listReleases(
  db: Db,
  listing: { after?: { day: string; id: string } | undefined; rows: number },
): Promise<MemberRelease[]> {
  const { day, id } = listing.after ?? {}
  return findRows(
    db,
    MemberRelease,
    sql`select ${COLUMNS} from noroshi.release r
         where not exists (select 1 from noroshi.release newer
                            where newer.number = r.number and newer.version > r.version)
           and (${day ?? null}::date is null
                or (r.released_on, r.id) < (${day ?? null}::date, ${id ?? null}::uuid))
         order by r.released_on desc, r.id desc
         limit ${listing.rows}`,
  )
}

export function loadRelease(db: Db, releaseId: string): Promise<MemberRelease> {
  return loadRow(
    db,
    MemberRelease,
    sql`select ${COLUMNS} from noroshi.release r where r.id = ${releaseId}`,
  )
}

const OtherVersion = z.object({ id: z.uuid(), version: z.number().int(), releasedOn: Day })
export type OtherVersion = z.infer<typeof OtherVersion>

/** The other versions of the same bulletin that this member may see, oldest first. */
export function listOtherVersions(
  db: Db,
  { number, version }: { number: string; version: number },
): Promise<OtherVersion[]> {
  return findRows(
    db,
    OtherVersion,
    sql`select id, version, released_on from noroshi.release
         where number = ${number} and version <> ${version} order by version`,
  )
}

export async function saveRead(
  db: Db,
  read: { releaseId: string; organisationId: string; personId: string; at: Date },
): Promise<void> {
  await runSql(
    db,
    sql`insert into noroshi.release_read (release_id, organisation_id, person_id, read_at)
        values (${read.releaseId}, ${read.organisationId}, ${read.personId}, ${read.at})
        on conflict (release_id, person_id) do nothing`,
  )
}

const ReleaseFiles = z.object({
  text: Bilingual,
  csv: z.string(),
  stix: z.string(),
  blockLists: z.object({
    domains: z.string(),
    addresses: z.string(),
    urls: z.string(),
    senders: z.string(),
  }),
})
export type ReleaseFiles = z.infer<typeof ReleaseFiles>

const WithFiles = z.object({
  number: z.string(),
  state: z.enum(['released', 'corrected', 'withdrawn']),
  files: ReleaseFiles.optional(),
})

export function loadReleaseFiles(db: Db, releaseId: string): Promise<z.infer<typeof WithFiles>> {
  return loadRow(
    db,
    WithFiles,
    sql`select number, state, files from noroshi.release where id = ${releaseId}`,
  )
}

/** One block list of each release in force, the newest first. */
export function listReleaseFiles(
  db: Db,
  kind: keyof ReleaseFiles['blockLists'],
): Promise<{ list: string }[]> {
  return findRows(
    db,
    z.object({ list: z.string() }),
    sql`select files -> 'blockLists' ->> ${kind} as list from noroshi.release
         where state = 'released' and files is not null order by released_on desc, id desc`,
  )
}

const OwnAnswer = z.object({
  releaseId: z.uuid(),
  answer: FeedbackAnswer,
  count: z.number().int().optional(),
  firstSeenOn: Day.optional(),
  lastSeenOn: Day.optional(),
  note: z.string().optional(),
  answeredBy: z.uuid(),
  answeredAt: z.date(),
})
export type OwnAnswer = z.infer<typeof OwnAnswer>

/** What the organisation itself answered. */
export function listOwnAnswers(db: Db, releaseIds: readonly string[]): Promise<OwnAnswer[]> {
  return findRows(
    db,
    OwnAnswer,
    sql`select release_id, answer, count, first_seen_on, last_seen_on, note, answered_by, answered_at
          from noroshi.feedback where release_id = any (${[...releaseIds]}::uuid[])`,
  )
}

const GotIt = z.object({ releaseId: z.uuid(), organisations: z.number().int() })

/** Counts of five other organisations and more, as their answers stood when the day began (SPEC A-4). */
export async function loadGotItCounts(
  db: Db,
  releaseIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await findRows(
    db,
    GotIt,
    sql`select release_id, organisations from noroshi.got_it_counts(${[...releaseIds]}::uuid[])`,
  )
  return new Map(rows.map(({ releaseId, organisations }) => [releaseId, organisations]))
}

const Colleague = z.object({ id: z.uuid(), name: z.string() })

/** Names of people of the member's own organisation. */
export async function loadColleagueNames(
  db: Db,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await findRows(
    db,
    Colleague,
    sql`select id, name from noroshi.colleague_names(${[...new Set(personIds)]}::uuid[])`,
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}
