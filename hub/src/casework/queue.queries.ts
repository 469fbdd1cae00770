import { z } from 'zod'
import { Bilingual, PersonId } from 'contract/common'
import { QueueRow } from 'contract/case'
import { type Db, findRows, sql } from '../database/index.ts'
import { AGREEMENT_ENDING_DAYS, QUEUE_ROWS_MAX } from './limits.ts'

/** Why something waits; the sentences are in queue-sentences.ts. */
export const QueueReason = z.enum([
  'new-submission',
  'analysis-failed',
  'question-open',
  'answer-came',
  'case-without-bulletin',
  'bulletin-draft',
  'bulletin-sent-back',
  'bulletin-checked',
  'bulletin-approved',
  'release-stopped',
  'release-ordered',
  'approval-waiting',
  'approval-overdue',
  'withdrawal-asked',
  'agreement-ending',
  'agreement-signed',
  'nobody-in-charge',
  'admission-asked',
])
export type QueueReason = z.infer<typeof QueueReason>

const WaitingRow = z.object({
  kind: QueueRow.shape.kind,
  reason: QueueReason,
  id: z.uuid(),
  number: z.string(),
  title: Bilingual,
  since: z.date(),
  dueAt: z.date().optional(),
  assigneeId: PersonId.optional(),
  assignee: z.string().optional(),
})
export type WaitingRow = z.infer<typeof WaitingRow>

/** Submissions that nobody has settled: read and in no case, questions, and those that could not be read. */
const SUBMISSIONS = sql`
  select case when s.analysis = 'failed' or f.id is not null then 'failed-analysis'
              when s.kind = 'consultation' then 'consultation' when s.kind = 'feedback' then 'feedback' else 'submission' end as kind,
         case when s.analysis = 'failed' or f.id is not null then 'analysis-failed'
              when s.kind = 'consultation' then 'question-open' when s.kind = 'feedback' then 'answer-came' else 'new-submission' end as reason,
         s.id, s.receipt as number, jsonb_build_object('ja', s.title, 'en', s.title) as title,
         s.received_at as since, null::timestamptz as due_at, s.assignee_id
    from noroshi.submission s
    left join (select distinct payload ->> 'submissionId' as id from noroshi_queue.failed_jobs()) f on f.id = s.id::text
   where s.state = 'analysed' or (s.state = 'received' and (s.analysis = 'failed' or f.id is not null))`

/** Cases that nothing was made from yet. */
const CASES = sql`
  select 'case', 'case-without-bulletin', c.id, c.number, jsonb_build_object('ja', c.title, 'en', c.title),
         c.opened_at, null::timestamptz, c.assignee_id
    from noroshi.attack_case c
   where c.state = 'open' and c.withdrawn_at is null
     and not exists (select 1 from noroshi.bulletin b where b.case_id = c.id and b.state <> 'withdrawn')`

/** Bulletins on their way, by what they wait for. */
const BULLETINS = sql`
  select case when b.state = 'waiting' then 'approval' else 'bulletin' end,
         case when b.state = 'approved' and ordered.outcome = 'stopped' then 'release-stopped'
              when b.state = 'approved' then 'bulletin-approved' when b.state = 'releasing' then 'release-ordered'
              when b.state = 'checked' then 'bulletin-checked'
              when b.state = 'waiting' and asked.due_at < noroshi.moment() then 'approval-overdue'
              when b.state = 'waiting' then 'approval-waiting'
              when answered.id is not null then 'bulletin-sent-back' else 'bulletin-draft' end,
         b.id, b.number, b.content -> 'title', b.updated_at,
         case b.state when 'waiting' then asked.due_at when 'releasing' then ordered.due_at end, coalesce(c.assignee_id, b.edited_by)
    from noroshi.bulletin b
    left join noroshi.attack_case c on c.id = b.case_id
    left join lateral (select min(r.due_at) as due_at from noroshi.approval_request r
                        where r.bulletin_id = b.id and r.state = 'waiting') asked on true
    left join lateral (select r.id from noroshi.approval_request r
                        where r.bulletin_id = b.id and r.answered_at is not null
                          and r.state in ('changes-asked', 'refused', 'withdrawn', 'outdated')
                        order by r.answered_at desc limit 1) answered on true
    left join lateral (select o.due_at, o.outcome from noroshi.release_order o
                        where o.bulletin_id = b.id order by o.ordered_at desc limit 1) ordered on true
   where b.state in ('draft', 'checked', 'waiting', 'approved', 'releasing')`

/** Shared bulletins that a provider asks to take back. */
const WITHDRAWALS = sql`
  select 'bulletin', 'withdrawal-asked', b.id, b.number, b.content -> 'title', min(w.asked_at), min(w.due_at), null::uuid
    from noroshi.withdrawal_request w
    join noroshi.approval_request a on a.id = w.approval_id
    join noroshi.bulletin b on b.id = a.bulletin_id
   where w.outcome is null group by b.id`

/** Agreements that end within the month before which their contacts are told. */
const AGREEMENTS = sql`
  select 'agreement', case when e.follow_up_signed then 'agreement-signed' else 'agreement-ending' end, e.agreement_id, e.version,
         jsonb_build_object('ja', o.name || ' · ' || (g.name ->> 'ja'), 'en', o.name || ' · ' || (g.name ->> 'en')),
         (greatest(e.signed_on, e.ends_on - ${AGREEMENT_ENDING_DAYS}::int))::timestamp at time zone 'Asia/Tokyo',
         e.ends_on::timestamp at time zone 'Asia/Tokyo', null::uuid
    from noroshi.agreements_ending((noroshi.moment() at time zone 'Asia/Tokyo')::date) e
    join noroshi.organisation o on o.id = e.organisation_id
    join noroshi.sharing_group g on g.id = e.group_id
   where e.ends_on - ${AGREEMENT_ENDING_DAYS}::int <= (noroshi.moment() at time zone 'Asia/Tokyo')::date`

/** What is restricted and nobody may read: somebody asks, and an administrator lets them in. */
const UNREAD = sql`
  select 'closed', 'nobody-in-charge', t.id, t.number, jsonb_build_object('ja', t.number, 'en', t.number), t.since, null::timestamptz, null::uuid
    from noroshi.closed_things() t where t.people = 0 and t.state in ('received', 'analysed', 'open')`

/** Texts that leave soon, or that a provider wants back, of which something is closed to the lead who looks. */
const CLOSED_TEXTS = sql`
  select 'closed-text', case when x.state = 'releasing' then 'release-ordered' else 'withdrawal-asked' end, x.id, x.number,
         jsonb_build_object('ja', x.number, 'en', x.number), coalesce(x.withdrawal_asked_at, x.since), x.withdrawal_due_at, null::uuid
    from noroshi.closed_texts() x where x.state = 'releasing' or x.withdrawal_asked_at is not null`

/** Colleagues who ask to be let in, as far as the caller may answer. */
const ADMISSIONS = sql`
  select 'admission', 'admission-asked', a.id, a.number, jsonb_build_object('ja', a.number, 'en', a.number), a.asked_at, null::timestamptz, null::uuid
    from noroshi.admission a where a.outcome is null and a.person_id <> noroshi.current_person()`

/** Everything that waits for somebody in the hub: what has a deadline first, then the oldest. */
export function listWaiting(db: Db): Promise<WaitingRow[]> {
  return findRows(
    db,
    WaitingRow,
    sql`with waiting as (${SUBMISSIONS} union all ${CASES} union all ${BULLETINS} union all ${WITHDRAWALS}
                        union all ${AGREEMENTS} union all ${UNREAD} union all ${CLOSED_TEXTS} union all ${ADMISSIONS})
        select w.kind, w.reason, w.id, w.number, w.title, w.since, w.due_at, w.assignee_id, p.name as assignee
          from waiting w left join noroshi.person p on p.id = w.assignee_id
         order by w.due_at nulls last, w.since, w.id
         limit ${QUEUE_ROWS_MAX}`,
  )
}
