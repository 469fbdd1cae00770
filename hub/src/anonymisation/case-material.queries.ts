import { z } from 'zod'
import { Bilingual, Weight } from 'contract/common'
import { FindingDetail, MailView, PlaceView } from 'contract/analysis'
import { type Db, findRow, findRows, sql } from '../database/index.ts'

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
  view: MailView.pick({ headers: true, parts: true, received: true, roles: true }).partial(),
})
export type CaseMail = z.infer<typeof CaseMail>

/** Mails of a case, one for each operation and provider first, so that a wave does not crowd out the rest. */
export function listCaseMails(db: Db, caseId: string, rows: number): Promise<CaseMail[]> {
  return findRows(
    db,
    CaseMail,
    sql`select m.id, m.submission_id, s.receipt, s.received_at, s.organisation_id, m.subject, m.from_address,
               m.sent_at, m.arrived_at, m.operation_key, m.view
          from (select mail.*, row_number() over (
                         partition by sub.organisation_id, coalesce(mail.operation_key, mail.sha256)
                         order by sub.received_at, mail.id) as place
                  from noroshi.case_submission cs
                  join noroshi.submission sub on sub.id = cs.submission_id
                  join noroshi.mail mail on mail.submission_id = sub.id
                 where cs.case_id = ${caseId}) m
          join noroshi.submission s on s.id = m.submission_id
         order by m.place, s.received_at, m.id
         limit ${rows}`,
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
