import { z } from 'zod'
import { type Db, findRows, sql } from '../hub/src/database/index.ts'

const KeptSubmission = z.object({
  key: z.string(),
  receipt: z.string(),
  sha256: z.string(),
  state: z.string(),
  analysis: z.string(),
  mails: z.number(),
})

/** Every submission with the file it holds: one row for each file. */
export function listKeptSubmissions(db: Db): Promise<z.infer<typeof KeptSubmission>[]> {
  return findRows(
    db,
    KeptSubmission,
    sql`select s.idempotency_key as key, s.receipt, f.sha256, s.state, s.analysis,
               (select count(*)::int from noroshi.mail m where m.submission_id = s.id) as mails
          from noroshi.submission s join noroshi.submission_file f on f.submission_id = s.id
         order by s.idempotency_key`,
  )
}

const KeptNotice = z.object({ id: z.string(), kind: z.string(), to: z.string(), sent: z.boolean() })

export function listKeptNotices(db: Db): Promise<z.infer<typeof KeptNotice>[]> {
  return findRows(
    db,
    KeptNotice,
    sql`select n.id, n.kind, p.email as "to", n.sent_at is not null as sent
          from noroshi.notice n join noroshi.person p on p.id = n.person_id order by n.id`,
  )
}

/** Hashes of all evidence there are rows of. */
export async function listKeptHashes(db: Db): Promise<string[]> {
  const row = z.object({ sha256: z.string() })
  const rows = await findRows(db, row, sql`select sha256 from noroshi.evidence order by sha256`)
  return rows.map(({ sha256 }) => sha256)
}

const KeptRelease = z.object({
  bulletinId: z.string(),
  orders: z.array(z.string()),
  moves: z.number(),
})

/** Every release with how the orders for it ended and how often the log says that it left. */
export function listKeptReleases(db: Db): Promise<z.infer<typeof KeptRelease>[]> {
  return findRows(
    db,
    KeptRelease,
    sql`select o.bulletin_id,
               array(select coalesce(e.outcome, 'open') from noroshi.release_order e
                      where e.bulletin_id = o.bulletin_id) as orders,
               (select count(*)::int from noroshi.audit_entry a
                 where a.subject = 'bulletin:' || o.bulletin_id and a.action = 'bulletin-released') as moves
          from noroshi.release_origin o order by o.bulletin_id`,
  )
}
