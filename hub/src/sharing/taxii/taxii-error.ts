/** Everything the TAXII server may refuse, with its status (TAXII 2.1 §3.6.1, §5). */
export const TAXII_ERRORS = {
  'not-signed-in': { status: 401, title: 'A valid access token is needed.' },
  // The feed as a whole is no secret from who is signed in; a client that got 401 would ask for another password.
  'not-allowed': { status: 403, title: 'This token or account may not read the feed.' },
  // The same for what does not exist and for what this token may not see: an existing id that is
  // answered otherwise would tell an outsider which groups there are.
  'not-found': { status: 404, title: 'There is nothing here, or it may not be seen.' },
  'read-only': { status: 403, title: 'This collection is read-only.' },
  'method-not-allowed': { status: 405, title: 'This endpoint is read-only.' },
  'not-acceptable': {
    status: 406,
    title: 'The answer exists only as application/taxii+json;version=2.1.',
  },
  'bad-filter': { status: 400, title: 'A query parameter cannot be understood.' },
  failed: { status: 500, title: 'The request could not be answered.' },
} as const satisfies Record<
  string,
  { status: 400 | 401 | 403 | 404 | 405 | 406 | 500; title: string }
>
export type TaxiiErrorCode = keyof typeof TAXII_ERRORS

/** A request the TAXII server does not fulfil. */
export class TaxiiError extends Error {
  readonly code: TaxiiErrorCode
  readonly description: string | undefined
  constructor(code: TaxiiErrorCode, description?: string) {
    super(TAXII_ERRORS[code].title)
    this.code = code
    this.description = description
  }
}

/** The error object of the standard; `http_status` is text there. */
export function toErrorMessage(error: TaxiiError): Record<string, string> {
  const { status, title } = TAXII_ERRORS[error.code]
  return {
    title,
    ...(error.description === undefined ? {} : { description: error.description }),
    error_code: error.code,
    http_status: String(status),
  }
}
