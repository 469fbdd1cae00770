import { z } from 'zod'
import type { Bilingual, Tlp } from 'contract/common'
import type { NoticeKind } from '../anonymisation/index.ts'
import { type Db, findRows, json, runSql, sql } from '../database/index.ts'
import { newId } from '../ids.ts'

const Recipient = z.object({ personId: z.uuid(), language: z.enum(['ja', 'en']) })
export type Recipient = z.infer<typeof Recipient>

/** People of these organisations who can sign in, once each, in random order: an order would tell who came first. */
export function listRecipients(
  db: Db,
  organisationIds: readonly string[],
  roles: readonly string[],
): Promise<Recipient[]> {
  return findRows(
    db,
    Recipient,
    sql`select id as person_id, language from noroshi.person
         where organisation_id = any (${[...organisationIds]}::uuid[]) and disabled_at is null
           and roles && ${[...roles]}::text[]
         order by random()`,
  )
}

/** People of the hub with one of these roles who can sign in. */
export function listStaffAsRecipients(db: Db, roles: readonly string[]): Promise<Recipient[]> {
  return findRows(
    db,
    Recipient,
    sql`select id as person_id, language from noroshi.person
         where organisation_id is null and disabled_at is null and roles && ${[...roles]}::text[]
         order by id`,
  )
}

/** One person, unless they can no longer sign in. */
export function listPersonAsRecipient(db: Db, personId: string): Promise<Recipient[]> {
  return findRows(
    db,
    Recipient,
    sql`select id as person_id, language from noroshi.person
         where id = ${personId} and disabled_at is null`,
  )
}

export interface Occasion {
  /** `release:<id>` or `approval:<id>`: one notice of a kind for each person and occasion. */
  readonly occasion: string
  readonly kind: NoticeKind
  readonly subject: Bilingual
  /** Path inside the web interface. */
  readonly href: string
  readonly tlp?: Tlp
  readonly at: Date
}

/** Queues one notice for each person; a second time for the same occasion adds nothing. */
export async function queueNotices(
  db: Db,
  occasion: Occasion,
  recipients: readonly Recipient[],
): Promise<number> {
  return runSql(
    db,
    sql`insert into noroshi.notice (id, occasion, person_id, language, kind, subject, href, tlp, queued_at)
        select row.id, ${occasion.occasion}, row.person_id, row.language, ${occasion.kind},
               ${json(occasion.subject)}, ${occasion.href}, ${occasion.tlp ?? null}, ${occasion.at}
          from jsonb_to_recordset(${json(
            recipients.map(({ personId, language }) => ({
              id: newId(),
              person_id: personId,
              language,
            })),
          )}) as row (id uuid, person_id uuid, language text)
        on conflict (occasion, kind, person_id) do nothing`,
  )
}
