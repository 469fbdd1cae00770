import { TAXII_MEDIA_TYPE } from './media-type.ts'
import { REFUSALS, type Refusal, type RefusalCode } from '../../refusals.ts'
import { TAXII_ERRORS, TaxiiError, type TaxiiErrorCode, toErrorMessage } from './taxii-error.ts'

/** The answer to a request that is not fulfilled, in the form TAXII clients read. */
export function renderTaxiiError(error: TaxiiError): Response {
  const headers = new Headers({ 'content-type': TAXII_MEDIA_TYPE })
  if (error.code === 'not-signed-in') {
    headers.append('www-authenticate', 'Bearer realm="noroshi"')
    headers.append('www-authenticate', 'Basic realm="noroshi", charset="UTF-8"')
  }
  if (error.code === 'method-not-allowed') headers.set('allow', 'GET, HEAD')
  const { status } = TAXII_ERRORS[error.code]
  return new Response(JSON.stringify(toErrorMessage(error)), { status, headers })
}

/** What the hub refuses everywhere, by what TAXII calls it. */
const KNOWN: Partial<Record<RefusalCode, TaxiiErrorCode>> = {
  'sign-in-required': 'not-signed-in',
  'not-found': 'not-found',
  'request-unfit': 'bad-filter',
}

/**
 * The same for what the hub itself refuses, before or instead of the TAXII server: too many requests, a database that is
 * away. A client that reads TAXII alone understands it, and when to come again (TAXII 2.1 §3.6.1, RFC 9110 §10.2.3).
 */
export function renderRefused(refusal: Refusal | undefined): Response {
  if (refusal === undefined) return renderTaxiiError(new TaxiiError('failed'))
  const known = KNOWN[refusal.code]
  if (known !== undefined) return renderTaxiiError(new TaxiiError(known))
  const { status, say } = REFUSALS[refusal.code]
  const headers = new Headers({ 'content-type': TAXII_MEDIA_TYPE })
  if (refusal.retryAfterSeconds !== undefined) {
    headers.set('retry-after', String(refusal.retryAfterSeconds))
  }
  const message = { title: say.en, error_code: refusal.code, http_status: String(status) }
  return new Response(JSON.stringify(message), { status, headers })
}
