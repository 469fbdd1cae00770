/** Media type of every TAXII 2.1 answer (TAXII 2.1 §1.6.8). */
export const TAXII_MEDIA_TYPE = 'application/taxii+json;version=2.1'

/** Media type of the STIX objects served. */
export const STIX_MEDIA_TYPE = 'application/stix+json;version=2.1'

/**
 * May this client be answered in TAXII 2.1? No Accept field, any type at all and the type without a
 * version mean "whatever you have"; another version, or a quality of 0, means no (RFC 9110 §12.5.1).
 */
export function acceptsTaxii(accept: string | undefined): boolean {
  if (accept === undefined || accept.trim() === '') return true
  return accept.slice(0, 1000).split(',').some(isTaxiiRange)
}

function isTaxiiRange(range: string): boolean {
  const [type = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase())
  if (!['*/*', 'application/*', 'application/taxii+json'].includes(type)) return false
  return parameters.every((parameter) => {
    const [name = '', value = ''] = parameter.split('=').map((part) => part.trim())
    if (name === 'version') return unquote(value) === '2.1'
    if (name === 'q') return !/^0(\.0{0,3})?$/.test(value)
    return true
  })
}

const unquote = (value: string): string => value.replace(/^"(.*)"$/, '$1')
