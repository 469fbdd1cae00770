import { z } from 'zod'
import { ReleaseCertificate } from 'contract/release-certificate'
import { type Db, findRow, sql } from '../database/index.ts'

const Row = z.object({ certificate: ReleaseCertificate.optional() })

/** The certificate of the release of one version of a bulletin. */
export async function findCertificate(
  db: Db,
  bulletinId: string,
): Promise<ReleaseCertificate | undefined> {
  const row = await findRow(
    db,
    Row,
    sql`select certificate from noroshi.release_origin where bulletin_id = ${bulletinId}`,
  )
  return row?.certificate
}

const RequestRow = Row.extend({ traceCount: z.number().int(), permittedCount: z.number().int() })

/** The one of the text that this request asked its provider about, to the letter, and how many of its own traces. */
export function findCertificateOfRequest(
  db: Db,
  approvalId: string,
): Promise<z.infer<typeof RequestRow> | undefined> {
  return findRow(
    db,
    RequestRow,
    sql`select o.certificate, a.trace_count, jsonb_array_length(a.permitted) as permitted_count
          from noroshi.approval_request a
          join noroshi.release_origin o on o.bulletin_id = a.bulletin_id and o.content_hash = a.content_hash
         where a.id = ${approvalId} and a.state in ('approved', 'not-asked')`,
  )
}
