import { TAXII_MEDIA_TYPE } from './media-type.ts'
import { TAXII_ERRORS, type TaxiiError, toErrorMessage } from './taxii-error.ts'

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
