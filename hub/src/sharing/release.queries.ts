import { z } from 'zod'
import { FeedbackAnswer } from 'contract/inbox'
import { Bilingual, Day, type Tlp } from 'contract/common'
import type { ReleaseCertificate } from 'contract/release-certificate'
import type { ReleaseFiles } from '../anonymisation/index.ts'
import { type Db, findRow, findRows, json, runSql, sql } from '../database/index.ts'

export const ReleaseState = z.enum(['released', 'corrected', 'withdrawn'])

export interface NewRelease {
  readonly id: string
  readonly number: string
  readonly version: number
  readonly title: Bilingual
  readonly tlp: Tlp
  readonly contentText: string
  readonly releasedOn: string
  readonly audience: readonly number[]
  readonly bulletinId: string
  readonly contentHash: string
  readonly groupIds: readonly string[]
  readonly releasedAt: Date
  readonly releasedBy: string
  readonly stixIds: Readonly<Record<string, string>>
  readonly certificate: ReleaseCertificate
  /** Absent for a text that is read on screen only. */
  readonly files: ReleaseFiles | undefined
}

export async function insertRelease(db: Db, release: NewRelease): Promise<void> {
  await runSql(
    db,
    sql`insert into noroshi.release (id, number, version, state, title, tlp, content_text, files, released_on, audience)
        values (${release.id}, ${release.number}, ${release.version}, 'released', ${json(release.title)},
          ${release.tlp}, ${release.contentText}, ${release.files === undefined ? null : json(release.files)}, ${release.releasedOn}, ${[...release.audience]}::int[])`,
  )
  await runSql(
    db,
    sql`insert into noroshi.release_origin (release_id, bulletin_id, content_hash, group_ids, released_at, released_by, stix_ids, certificate)
        values (${release.id}, ${release.bulletinId}, ${release.contentHash}, ${[...release.groupIds]}::uuid[],
          ${release.releasedAt}, ${release.releasedBy}, ${json(release.stixIds)}, ${json(release.certificate)})`,
  )
}

const Origin = z.object({
  releaseId: z.uuid(),
  bulletinId: z.uuid(),
  number: z.string(),
  version: z.number().int(),
  state: ReleaseState,
  groupIds: z.array(z.uuid()),
  releasedAt: z.date(),
  stixIds: z.record(z.string(), z.string()),
  firstReleaseId: z.uuid(),
  firstReleasedOn: Day,
})
export type ReleaseOrigin = z.infer<typeof Origin>

/** The release made from this version of a bulletin, locked; nothing when it has not been released. */
export function findReleaseForUpdate(
  db: Db,
  bulletinId: string,
): Promise<ReleaseOrigin | undefined> {
  return findRow(
    db,
    Origin,
    sql`select o.release_id, o.bulletin_id, r.number, r.version, r.state, o.group_ids,
               o.released_at, o.stix_ids, first.id as first_release_id, first.released_on as first_released_on
          from noroshi.release_origin o
          join noroshi.release r on r.id = o.release_id
          join noroshi.release first on first.number = r.number and first.version = 1
         where o.bulletin_id = ${bulletinId}
           for update of r`,
  )
}

/**
 * Takes the words out of a version that another one takes the place of: it may be corrected because they named
 * somebody (T42). The hub keeps its own copy.
 */
export async function saveReleaseCorrected(
  db: Db,
  releaseId: string,
  title: Bilingual,
): Promise<void> {
  await runSql(
    db,
    sql`update noroshi.release
           set state = 'corrected', title = ${json(title)}, content_text = '', files = null
         where id = ${releaseId}`,
  )
}

/** Gives every earlier version the stricter label and audience of the newest. */
export async function saveEarlierRaised(
  db: Db,
  { number, version }: { number: string; version: number },
  { tlp, audience }: { tlp: Tlp; audience: readonly number[] },
): Promise<void> {
  await runSql(
    db,
    sql`update noroshi.release set tlp = ${tlp}, audience = ${[...audience]}::int[]
         where number = ${number} and version < ${version}`,
  )
}

/** Takes the words out of the row that members read; the hub keeps its own copy. */
export async function saveReleaseWithdrawn(
  db: Db,
  releaseId: string,
  { title, reason }: { title: Bilingual; reason: Bilingual },
): Promise<void> {
  await runSql(
    db,
    sql`update noroshi.release
           set state = 'withdrawn', title = ${json(title)}, content_text = '', files = null, withdrawn_reason = ${json(reason)}
         where id = ${releaseId}`,
  )
}

const Reader = z.object({
  organisation: z.string(),
  organisationId: z.uuid(),
  name: z.string(),
  readAt: z.date(),
})
export type Reader = z.infer<typeof Reader>

/** Who has opened a release; for the hub alone. */
export function listReaders(db: Db, bulletinId: string): Promise<Reader[]> {
  return findRows(
    db,
    Reader,
    sql`select o.name as organisation, o.id as organisation_id, p.name, rr.read_at
          from noroshi.release_origin ro
          join noroshi.release_read rr on rr.release_id = ro.release_id
          join noroshi.organisation o on o.id = rr.organisation_id
          join noroshi.person p on p.id = rr.person_id
         where ro.bulletin_id = ${bulletinId}
         order by rr.read_at, p.id`,
  )
}

const GivenAnswer = z.object({
  organisation: z.string(),
  organisationId: z.uuid(),
  answer: FeedbackAnswer,
  count: z.number().int().optional(),
  firstSeenOn: Day.optional(),
  lastSeenOn: Day.optional(),
  note: z.string().optional(),
  answeredAt: z.date(),
})
export type GivenAnswer = z.infer<typeof GivenAnswer>

/** What organisations answered to a release; for the hub alone. */
export function listAnswers(db: Db, bulletinId: string): Promise<GivenAnswer[]> {
  return findRows(
    db,
    GivenAnswer,
    sql`select o.name as organisation, o.id as organisation_id, f.answer, f.count, f.first_seen_on,
               f.last_seen_on, f.note, f.answered_at
          from noroshi.release_origin ro
          join noroshi.feedback f on f.release_id = ro.release_id
          join noroshi.organisation o on o.id = f.organisation_id
         where ro.bulletin_id = ${bulletinId}
         order by f.answered_at, o.id`,
  )
}
