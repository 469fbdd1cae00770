import { Readable } from 'node:stream'
import type { MailId } from 'contract/common'
import { recordAudit } from '../audit/index.ts'
import type { HubContext } from '../http/index.ts'
import { Refusal } from '../refusals.ts'
import { infectedZipSizeBytes, packInfectedZip } from './infected-zip.ts'
import { analysisLimits as limits } from './limits.ts'
import { loadEvidenceRow, loadMailBytesRow, loadSafeHtml } from './mail-view.queries.ts'

/** What a browser may do with a stranger's bytes: keep them in a file, nothing else. */
const INERT = {
  'content-type': 'application/octet-stream',
  'content-security-policy': "default-src 'none'; sandbox",
  'x-content-type-options': 'nosniff',
} as const

/** A frame that draws and does nothing: no script, no request, an origin of its own, only inside our pages. */
const DRAWING_ONLY = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox",
  'x-frame-options': 'SAMEORIGIN',
  'x-content-type-options': 'nosniff',
} as const

/** Part of a mail's own bytes, for the byte view. Never more than the limit, whatever was asked. */
export async function serveBytes(
  c: HubContext,
  mailId: MailId,
  { start, end }: { readonly start: number; readonly end: number },
): Promise<Response> {
  if (end < start || end - start > limits.byteViewMax) throw new Refusal('request-unfit')
  const { sha256 } = await c.get('inStaff')((db) => loadMailBytesRow(db, mailId))
  const bytes = await c.get('hub').evidence.loadEvidence(sha256)
  return c.body(new Uint8Array(bytes.subarray(start, end)), 200, {
    ...INERT,
    'content-disposition': `attachment; filename="${sha256}.bin"`,
  })
}

/** The mail's HTML, redrawn when it was analysed. Nothing hostile is parsed here. */
export async function serveSafeHtml(c: HubContext, mailId: MailId): Promise<Response> {
  const { safeHtml } = await c.get('inStaff')((db) => loadSafeHtml(db, mailId))
  if (safeHtml === undefined) throw new Refusal('not-found')
  return c.body(safeHtml, 200, DRAWING_ONLY)
}

/** A sample as an encrypted zip, the way the field passes samples on. Who took it is written down. */
export async function serveInfectedZip(c: HubContext, sha256: string): Promise<Response> {
  const { sizeBytes } = await c.get('inStaff')(async (db) => {
    const row = await loadEvidenceRow(db, sha256)
    await recordAudit(db, {
      actor: c.get('actor'),
      action: 'evidence-downloaded',
      subject: `evidence:${sha256}`,
    })
    return row
  })
  const bytes = await c.get('hub').evidence.loadEvidence(sha256)
  const pieces = Readable.toWeb(Readable.from(packInfectedZip(sha256, bytes)))
  return c.body(pieces as ReadableStream<Uint8Array>, 200, {
    ...INERT,
    'content-length': String(infectedZipSizeBytes(sha256, sizeBytes)),
    'content-disposition': `attachment; filename="${sha256}.zip"`,
  })
}
