import { z } from 'zod'
import { type Db, findRows, json, runSql, sql } from '../../database/index.ts'
import { newId } from '../../ids.ts'
import type { FindingRecord, MailRecord } from '../thread/mail-record.ts'

const KnownFinding = z.object({
  id: z.uuid(),
  mailId: z.uuid(),
  technique: z.string(),
  path: z.string(),
  rangeStart: z.number(),
  rangeEnd: z.number(),
  dismissedBy: z.string().optional(),
  dismissedAt: z.string().optional(),
  dismissedReason: z.string().optional(),
})
type KnownFinding = z.infer<typeof KnownFinding>

/**
 * Findings of these mails, in place of those of an earlier reading. One that is seen again at the same
 * bytes keeps its id, and stays dismissed when an analyst has dismissed it.
 */
export async function replaceFindings(
  db: Db,
  mails: readonly { readonly mailId: string; readonly record?: MailRecord | undefined }[],
): Promise<void> {
  const ids = mails.map(({ mailId }) => mailId)
  const known = await listKnown(db, ids)
  const rows = mails.flatMap(({ mailId, record }) =>
    byWeight(record?.findings ?? []).map((finding, index) =>
      toRow(mailId, finding, index + 1, takeKnown(known, mailId, finding)),
    ),
  )
  await runSql(db, sql`delete from noroshi.finding where mail_id = any (${ids}::uuid[])`)
  await runSql(
    db,
    sql`insert into noroshi.finding
        select * from jsonb_populate_recordset(null::noroshi.finding, ${json(rows)})`,
  )
}

function listKnown(db: Db, mailIds: readonly string[]): Promise<KnownFinding[]> {
  return findRows(
    db,
    KnownFinding,
    sql`select id, mail_id, technique, place ->> 'path' as path,
               (place -> 'range' ->> 'start')::int as range_start, (place -> 'range' ->> 'end')::int as range_end,
               dismissed_by, to_jsonb(dismissed_at) #>> '{}' as dismissed_at, dismissed_reason
          from noroshi.finding where mail_id = any (${[...mailIds]}::uuid[]) order by number`,
  )
}

/** Takes the earlier finding of the same technique at the same bytes out of the list. */
function takeKnown(
  known: KnownFinding[],
  mailId: string,
  { technique, where }: FindingRecord,
): KnownFinding | undefined {
  const at = known.findIndex(
    (row) =>
      row.mailId === mailId &&
      row.technique === technique &&
      row.path === where.path &&
      row.rangeStart === where.range.start &&
      row.rangeEnd === where.range.end,
  )
  return at < 0 ? undefined : known.splice(at, 1)[0]
}

const RANK = { strong: 0, medium: 1, weak: 2 } as const

/** Number 1 on the screen is the strongest. */
function byWeight(findings: readonly FindingRecord[]): FindingRecord[] {
  return findings.toSorted((a, b) => RANK[a.weight] - RANK[b.weight])
}

function toRow(mailId: string, finding: FindingRecord, number: number, known?: KnownFinding) {
  return {
    id: known?.id ?? newId(),
    mail_id: mailId,
    number,
    technique: finding.technique,
    weight: finding.weight,
    place: finding.where,
    also_places: finding.alsoWhere,
    say: finding.say,
    detail: finding.detail,
    dismissed_by: known?.dismissedBy,
    dismissed_at: known?.dismissedAt,
    dismissed_reason: known?.dismissedReason,
  }
}
