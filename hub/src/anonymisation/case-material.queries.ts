import { z } from 'zod'
import { Bilingual, Weight } from 'contract/common'
import { FindingDetail, MailView, PlaceView } from 'contract/analysis'
import { type Db, findRow, findRows, loadRow, sql } from '../database/index.ts'

const CaseFacts = z.object({
  id: z.uuid(),
  classification: z.string(),
})
export type CaseFacts = z.infer<typeof CaseFacts>

export function findCase(db: Db, caseId: string): Promise<CaseFacts | undefined> {
  return findRow(
    db,
    CaseFacts,
    sql`select id, classification from noroshi.attack_case where id = ${caseId}`,
  )
}

const CaseMail = z.object({
  id: z.uuid(),
  submissionId: z.uuid(),
  receipt: z.string(),
  receivedAt: z.date(),
  organisationId: z.uuid().optional(),
  subject: z.string(),
  fromAddress: z.string(),
  sentAt: z.date().optional(),
  arrivedAt: z.date().optional(),
  operationKey: z.string().optional(),
  isFile: z.boolean(),
  view: MailView.pick({ headers: true, parts: true, received: true, roles: true }).partial(),
})
export type CaseMail = z.infer<typeof CaseMail>

const MailLoad = z.object({
  id: z.uuid(),
  receipt: z.string(),
  /** Whose allowance it takes of. */
  provider: z.string(),
  /** Which it is among the provider's of the same operation, from 1. */
  place: z.number().int(),
  textLetters: z.number().int(),
  indicators: z.number().int(),
  valueLetters: z.number().int(),
  /** Letters of the whole view, all of which are read into memory. */
  viewLetters: z.number().int(),
})
export type MailLoad = z.infer<typeof MailLoad>

/**
 * The first so many mails of each provider of a case in the order in which they are drafted, with how much there is to read
 * in each: one of each provider in turn, and of a provider one of each operation first. Whoever has no account shares
 * one allowance with all that have none; what the hub found itself has its own.
 */
export function listMailLoads(db: Db, caseId: string, rowsOfProvider: number): Promise<MailLoad[]> {
  return findRows(
    db,
    MailLoad,
    sql`with sent as (
          select mail.id, mail.view_letters, mail.text_letters, mail.operation_key, mail.sha256, sub.receipt, sub.received_at,
                 coalesce(sub.organisation_id::text, sub.provider_kind) as provider
            from noroshi.case_submission cs
            join noroshi.submission sub on sub.id = cs.submission_id
            join noroshi.mail mail on mail.submission_id = sub.id
           where cs.case_id = ${caseId}),
        placed as (
          select *, row_number() over (
                   partition by provider, coalesce(operation_key, sha256) order by received_at, id) as place from sent),
        in_turn as (
          select *, row_number() over (partition by provider order by place, received_at, id) as turn from placed)
        select t.id, t.receipt, t.provider, t.place::int, t.text_letters, t.view_letters, found.count::int as indicators,
               coalesce(found.letters, 0)::int as value_letters
          from (select * from in_turn where turn <= ${rowsOfProvider}) t
          cross join lateral (
            select count(*) as count, sum(length(i.value)) as letters from noroshi.indicator i where i.mail_id = t.id) found
         order by t.turn, t.received_at, t.id`,
  )
}

/** How many mails a case has. */
export async function countCaseMails(db: Db, caseId: string): Promise<number> {
  const { count } = await loadRow(
    db,
    z.object({ count: z.number().int() }),
    sql`select count(*)::int as count from noroshi.case_submission cs
          join noroshi.mail m on m.submission_id = cs.submission_id
         where cs.case_id = ${caseId}`,
  )
  return count
}

/** These mails, in this order. */
export function listCaseMails(db: Db, mailIds: readonly string[]): Promise<CaseMail[]> {
  return findRows(
    db,
    CaseMail,
    sql`select m.id, m.submission_id, s.receipt, s.received_at, s.organisation_id, m.subject, m.from_address,
               m.sent_at, m.arrived_at, m.operation_key, m.is_file, m.view
          from unnest(${[...mailIds]}::uuid[]) with ordinality as chosen (id, place)
          join noroshi.mail m on m.id = chosen.id
          join noroshi.submission s on s.id = m.submission_id
         order by chosen.place`,
  )
}

const MailFinding = z.object({
  mailId: z.uuid(),
  technique: z.string(),
  weight: Weight,
  place: PlaceView,
  alsoPlaces: z.array(PlaceView),
  say: Bilingual,
  detail: FindingDetail.optional(),
})
export type MailFinding = z.infer<typeof MailFinding>

/** Findings of these mails that no analyst has dismissed. */
export function listMailFindings(db: Db, mailIds: readonly string[]): Promise<MailFinding[]> {
  return findRows(
    db,
    MailFinding,
    sql`select mail_id, technique, weight, place, also_places, say, detail from noroshi.finding
         where mail_id = any (${[...mailIds]}::uuid[]) and dismissed_at is null
         order by mail_id, number`,
  )
}

const CaseIndicator = z.object({
  type: z.enum([
    'email-address',
    'domain',
    'url',
    'ipv4',
    'ipv6',
    'sha256',
    'file-name',
    'subject',
  ]),
  value: z.string(),
  context: z.string(),
  path: z.string(),
  mailId: z.uuid(),
})
export type CaseIndicator = z.infer<typeof CaseIndicator>

export function listMailIndicators(db: Db, mailIds: readonly string[]): Promise<CaseIndicator[]> {
  return findRows(
    db,
    CaseIndicator,
    sql`select mail_id, type, value, context, path from noroshi.indicator
         where mail_id = any (${[...mailIds]}::uuid[])
         order by mail_id, type, context, value`,
  )
}
