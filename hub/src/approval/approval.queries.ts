import { z } from 'zod'
import {
  ApprovalRow,
  ApprovalView,
  BulletinContent,
  FieldRemark,
  IdentifyingValue,
  OutgoingFormat,
  OutgoingPreview,
  WithdrawalRequest,
} from 'contract/bulletin'
import { Bilingual, Sha256 } from 'contract/common'
import { type Db, findRow, findRows, json, loadRow, runSql, sql } from '../database/index.ts'

const State = ApprovalRow.shape.state
export type ApprovalState = z.infer<typeof State>

export interface ApprovalRequest {
  readonly id: string
  readonly bulletinId: string
  readonly version: number
  readonly organisationId: string
  readonly about: ApprovalView['about']
  readonly contentHash: string
  readonly state: 'waiting' | 'not-asked'
  readonly askedAt: Date
  readonly dueAt: Date
  readonly message: string | undefined
  readonly bulletinNumber: string
  readonly content: BulletinContent
  readonly sent: ApprovalView['sent']
  readonly replaced: ApprovalView['replaced']
  readonly audience: ApprovalView['audience']
  readonly alias: Bilingual
  readonly traceCount: number
  readonly skippedCount: number
  readonly weakCount: number
  readonly identifying: readonly IdentifyingValue[]
  readonly asks: readonly Bilingual[]
  /** Every form as it would leave now. */
  readonly forms: readonly OutgoingPreview[]
}

export async function insertRequest(db: Db, request: ApprovalRequest): Promise<void> {
  await runSql(
    db,
    sql`insert into noroshi.approval_request (id, bulletin_id, version, organisation_id, about, content_hash, state,
          asked_at, due_at, message, bulletin_number, content, sent, replaced, audience, alias, trace_count,
          skipped_count, weak_count, identifying, asks, forms)
        values (${request.id}, ${request.bulletinId}, ${request.version}, ${request.organisationId}, ${request.about},
          ${request.contentHash}, ${request.state}, ${request.askedAt}, ${request.dueAt}, ${request.message ?? null},
          ${request.bulletinNumber}, ${json(request.content)}, ${json(request.sent)}, ${json(request.replaced)},
          ${json(request.audience)}, ${json(request.alias)}, ${request.traceCount},
          ${request.skippedCount}, ${request.weakCount},
          ${json(request.identifying)}, ${json(request.asks)}, ${json(request.forms)})`,
  )
}

const OwnRequest = z.object({
  id: z.uuid(),
  about: ApprovalView.shape.about,
  state: State,
  bulletinNumber: z.string(),
  askedAt: z.date(),
  dueAt: z.date(),
  message: z.string().optional(),
  sent: ApprovalView.shape.sent,
  replaced: ApprovalView.shape.replaced,
  content: BulletinContent,
  contentHash: Sha256,
  audience: ApprovalView.shape.audience,
  traceCount: z.number().int(),
  skippedCount: z.number().int(),
  weakCount: z.number().int(),
  identifying: z.array(IdentifyingValue),
  permitted: z.array(z.string()),
  asks: z.array(Bilingual),
  answeredAt: z.date().optional(),
  answeredBy: z.uuid().optional(),
  note: z.string().optional(),
  remarks: z.array(FieldRemark),
  formats: z.array(OutgoingFormat),
  sharing: ApprovalView.shape.sharing,
})
export type OwnRequest = z.infer<typeof OwnRequest>

const OWN_COLUMNS = sql`id, about, state, bulletin_number, asked_at, due_at, message, sent, replaced, content,
  content_hash, audience, trace_count, skipped_count, weak_count, identifying, coalesce(permitted, '[]') as permitted, asks, answered_at, answered_by, note,
  remarks, jsonb_path_query_array(forms, '$[*].format') as formats, noroshi.own_approval_sharing(id) as sharing`

// The following run as a member: row-level security leaves only its own organisation's requests.

export function listOwnRequests(db: Db, rows: number): Promise<OwnRequest[]> {
  return findRows(
    db,
    OwnRequest,
    sql`select ${OWN_COLUMNS} from noroshi.approval_request
         order by (state = 'waiting') desc, asked_at desc, id limit ${rows}`,
  )
}

export function loadOwnRequest(db: Db, approvalId: string): Promise<OwnRequest> {
  return loadRow(
    db,
    OwnRequest,
    sql`select ${OWN_COLUMNS} from noroshi.approval_request where id = ${approvalId}`,
  )
}

// A second press waits for the first, and for a release that is being carried out; longer than that nobody holds a
// connection with it.
const LOCK_WAIT_MS = 1000

/** Nobody else answers it, and nothing that it approves is released, until this transaction ends. */
export async function lockOwnRequest(db: Db, approvalId: string): Promise<void> {
  const wait = (ms: number) => runSql(db, sql`select set_config('lock_timeout', ${`${ms}`}, true)`)
  await wait(LOCK_WAIT_MS)
  await runSql(db, sql`select id from noroshi.approval_request where id = ${approvalId} for update`)
  await wait(0)
}

/**
 * The text of the same bulletin that this provider was asked about before. A question about values shows none: what came
 * in between that and the text would tell which other lines waited for somebody's permission too.
 */
export async function findTextBefore(
  db: Db,
  { id, bulletinNumber, askedAt }: OwnRequest,
): Promise<BulletinContent | undefined> {
  const row = await findRow(
    db,
    z.object({ content: BulletinContent }),
    sql`select content from noroshi.approval_request
         where bulletin_number = ${bulletinNumber} and about = 'text' and asked_at < ${askedAt} and id <> ${id}
         order by asked_at desc limit 1`,
  )
  return row?.content
}

/** One form with the bytes it had when this was asked. */
export async function findOwnForm(
  db: Db,
  approvalId: string,
  format: OutgoingPreview['format'],
): Promise<OutgoingPreview | undefined> {
  const { forms } = await loadRow(
    db,
    z.object({ forms: z.array(OutgoingPreview) }),
    sql`select forms from noroshi.approval_request where id = ${approvalId}`,
  )
  return forms.find((one) => one.format === format)
}

const OwnWithdrawal = WithdrawalRequest.extend({
  withdrawalId: z.uuid(),
  askedAt: z.date(),
  dueAt: z.date(),
  answeredAt: z.date().optional(),
})

/** The newest request of the member's own to take this back. */
export function findOwnWithdrawal(
  db: Db,
  approvalId: string,
): Promise<z.infer<typeof OwnWithdrawal> | undefined> {
  return findRow(
    db,
    OwnWithdrawal,
    sql`select id as withdrawal_id, reason, asked_at, due_at, outcome, answer, answered_at
          from noroshi.withdrawal_request where approval_id = ${approvalId}
         order by asked_at desc, id limit 1`,
  )
}

/** Writes the answer if the request still stands as it was read; false when it changed meanwhile. */
export async function saveAnswer(
  db: Db,
  answer: {
    approvalId: string
    from: ApprovalState
    to: ApprovalState
    contentHash: string
    at: Date
    by: string | undefined
    note: string | undefined
    remarks: readonly FieldRemark[]
    /** Absent where the answer says nothing of the values. */
    permitted: readonly string[] | undefined
  },
): Promise<boolean> {
  const count = await runSql(
    db,
    sql`update noroshi.approval_request
           set state = ${answer.to}, answered_at = ${answer.at}, answered_by = ${answer.by ?? null},
               note = ${answer.note ?? null}, remarks = ${json(answer.remarks)}, permitted = ${answer.permitted === undefined ? null : json(answer.permitted)}
         where id = ${answer.approvalId} and state = ${answer.from} and content_hash = ${answer.contentHash}`,
  )
  return count === 1
}

const RequestState = z.object({
  id: z.uuid(),
  about: ApprovalView.shape.about,
  bulletinId: z.uuid(),
  organisationId: z.uuid(),
  organisation: z.string(),
  alias: Bilingual,
  state: State,
  contentHash: Sha256,
  /** What it was asked to allow beyond its wishes. */
  asks: z.array(Bilingual),
  /** Values from its own evidence that it was asked about. */
  identifying: z.array(IdentifyingValue),
  message: z.string().optional(),
  askedAt: z.date(),
  dueAt: z.date(),
  answeredAt: z.date().optional(),
  answeredBy: z.string().optional(),
  note: z.string().optional(),
})
export type RequestState = z.infer<typeof RequestState>

/** All requests made for a bulletin, the newest first; for the hub. */
export function listRequests(db: Db, bulletinId: string): Promise<RequestState[]> {
  return findRows(
    db,
    RequestState,
    sql`select r.id, r.about, r.bulletin_id, r.organisation_id, o.name as organisation, r.alias, r.state, r.content_hash, r.asks,
               r.identifying, r.message, r.asked_at, r.due_at, r.answered_at, p.name as answered_by, r.note
          from noroshi.approval_request r
          join noroshi.organisation o on o.id = r.organisation_id
          left join noroshi.person p on p.id = r.answered_by
         where r.bulletin_id = ${bulletinId}
         order by r.asked_at desc, r.alias ->> 'en', r.id`,
  )
}

/** Which bulletin a request belongs to. Not visible to the provider that answers it. */
export async function findBulletinOfRequest(
  db: Db,
  approvalId: string,
): Promise<string | undefined> {
  const row = await findRow(
    db,
    z.object({ bulletinId: z.uuid() }),
    sql`select bulletin_id from noroshi.approval_request where id = ${approvalId}`,
  )
  return row?.bulletinId
}

const RequestToRemind = z.object({ organisationId: z.uuid() })

/** A request that still waits and of which nobody has been reminded. */
export function findRequestToRemind(
  db: Db,
  approvalId: string,
): Promise<z.infer<typeof RequestToRemind> | undefined> {
  return findRow(
    db,
    RequestToRemind,
    sql`select organisation_id from noroshi.approval_request
         where id = ${approvalId} and state = 'waiting' and reminded_at is null
           for update`,
  )
}

const Asked = z.object({ askedAt: z.date(), receipt: z.string().optional() })

/** What its provider knows a request by: what it sent first of what is shown, and when it was asked. */
export function loadAsked(db: Db, approvalId: string): Promise<z.infer<typeof Asked>> {
  return loadRow(
    db,
    Asked,
    sql`select asked_at, sent -> 0 ->> 'receipt' as receipt from noroshi.approval_request where id = ${approvalId}`,
  )
}

export async function saveReminded(db: Db, approvalId: string, at: Date): Promise<void> {
  await runSql(
    db,
    sql`update noroshi.approval_request set reminded_at = ${at} where id = ${approvalId}`,
  )
}

/** Name of one of the member's own people, for "answered by". */
export async function loadColleagueName(
  db: Db,
  personId: string | undefined,
): Promise<string | undefined> {
  if (personId === undefined) return undefined
  const row = await findRow(
    db,
    z.object({ name: z.string() }),
    sql`select name from noroshi.colleague_names(array[${personId}::uuid])`,
  )
  return row?.name
}
