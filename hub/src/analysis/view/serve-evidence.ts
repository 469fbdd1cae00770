import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { BytesView } from 'contract/analysis'
import type { MailId } from 'contract/common'
import { recordAudit } from '../../audit/index.ts'
import type { HubContext } from '../../http/index.ts'
import { Refusal } from '../../refusals.ts'
import { infectedZipSizeBytes, packInfectedZip } from './infected-zip.ts'
import { analysisLimits as limits } from '../limits.ts'
import {
  loadArtefactRow,
  loadEvidenceRow,
  loadMailBytesRow,
  loadSafeHtml,
} from './mail-view.queries.ts'

/**
 * What a browser may do with a stranger's bytes: keep them in a file, nothing else. The policy of every data answer
 * (http/header-contract.ts) puts whatever is made to show them into a sandbox besides.
 */
const INERT = { 'content-type': 'application/octet-stream' } as const

/** A frame that draws and does nothing: no script, no request, an origin of its own, only inside our pages. */
function serveDrawing(c: HubContext, safeHtml: string): Response {
  // The one style sheet is ours and stands first (engine/src/safe-html); a second one would have another hash.
  const sheet = /<style>([^<]*)<\/style>/.exec(safeHtml)?.[1] ?? ''
  const hash = createHash('sha256').update(sheet).digest('base64')
  return c.body(safeHtml, 200, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': [
      "default-src 'none'",
      `style-src-elem 'sha256-${hash}'`,
      "style-src-attr 'unsafe-inline'",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'self'",
      'sandbox',
    ].join('; '),
    'x-frame-options': 'SAMEORIGIN',
  })
}

/** Part of a mail's own bytes, for the byte view. Never more than the limit, whatever was asked. */
export async function serveBytes(
  c: HubContext,
  mailId: MailId,
  { start, end }: { readonly start: number; readonly end: number },
): Promise<BytesView> {
  if (end < start || end - start > limits.byteViewMax) throw new Refusal('request-unfit')
  const { sha256 } = await c.get('inStaff')((db) => loadMailBytesRow(db, mailId))
  return toBytesView(await c.get('hub').evidence.loadEvidence(sha256), start, end)
}

/** Bytes leave for the byte view as a text about them, never as a file: what a double click opens is only the zip. */
function toBytesView(bytes: Uint8Array, start: number, end: number): BytesView {
  return { start, base64: Buffer.from(bytes.subarray(start, end)).toString('base64') }
}

/** The mail's HTML, redrawn when it was analysed. Nothing hostile is parsed here. */
export async function serveSafeHtml(c: HubContext, mailId: MailId): Promise<Response> {
  const { safeHtml } = await c.get('inStaff')((db) => loadSafeHtml(db, mailId))
  if (safeHtml === undefined) throw new Refusal('not-found')
  return serveDrawing(c, safeHtml)
}

/** Part of the own bytes of a file inside a mail. Kept when the mail was analysed; nothing is opened here. */
export async function serveFileBytes(
  c: HubContext,
  mailId: MailId,
  { path, start, end }: { readonly path: string; readonly start: number; readonly end: number },
): Promise<BytesView> {
  if (end < start || end - start > limits.byteViewMax) throw new Refusal('request-unfit')
  const { sha256 } = await openFileRow(c, mailId, path)
  if (sha256 === undefined) throw new Refusal('not-found')
  return toBytesView(await c.get('hub').evidence.loadEvidence(sha256), start, end)
}

/** A picture to look at: PNG or JPEG by its bytes and of a bearable size, as the parsing thread found. Never a drawing that can act (SVG). */
export async function servePicture(c: HubContext, mailId: MailId, path: string): Promise<Response> {
  // To be drawn in a page of ours and nowhere else: opened by its address it would be a stranger's file (Fetch Metadata §2.1).
  const wantedAs = c.req.header('sec-fetch-dest')
  if (wantedAs !== undefined && wantedAs !== 'image') throw new Refusal('not-found')
  const { sha256, picture, type } = await openFileRow(c, mailId, path)
  const isDrawable = picture !== undefined && (type === 'image/png' || type === 'image/jpeg')
  if (sha256 === undefined || !isDrawable) throw new Refusal('not-found')
  const bytes = await c.get('hub').evidence.loadEvidence(sha256)
  return c.body(new Uint8Array(bytes), 200, {
    ...INERT,
    'content-type': type,
    'content-disposition': `attachment; filename="${sha256}.picture"`,
  })
}

/** HTML of a file inside a mail, redrawn when it was analysed. */
export async function serveFileHtml(
  c: HubContext,
  mailId: MailId,
  path: string,
): Promise<Response> {
  const { safeHtml } = await openFileRow(c, mailId, path)
  if (safeHtml === undefined) throw new Refusal('not-found')
  return serveDrawing(c, safeHtml)
}

/** Who looked into a file is written down, as for the mail around it. */
function openFileRow(c: HubContext, mailId: MailId, path: string) {
  return c.get('inStaff')(async (db) => {
    const row = await loadArtefactRow(db, mailId, path)
    await recordAudit(db, {
      actor: c.get('actor'),
      action: 'file-opened',
      subject: `submission:${row.submissionId}`,
      detail: { mailId, path },
    })
    return row
  })
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
