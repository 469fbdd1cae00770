import { toAsciiDomain } from '../../evidence/headers/addresses.ts'
import { toOrganisation } from '../../evidence/headers/organisation.ts'
import type { HeaderField, Message } from '../../evidence/message.ts'
import { limits } from '../../limits.ts'
import type { AuthenticationCheck } from '../authentication.ts'
import { parseReceivedSpf } from './parse-received-spf.ts'
import { parseResults, type RecordedResult } from './parse-results.ts'

/** One field with results, before it is known who wrote it. */
export interface RecordedField {
  readonly header: HeaderField
  readonly server?: string
  readonly checks: readonly AuthenticationCheck[]
}

/** Fields that carry results (RFC 8601, RFC 8617, RFC 7208 and the names servers give to older copies). */
const RESULT_FIELDS = [
  'authentication-results',
  'x-ms-exchange-authentication-results',
  'arc-authentication-results',
  'authentication-results-original',
  'x-authentication-results',
]

/** Every recorded result of a mail, in the order of the mail; nobody is believed yet. */
export function listRecorded(message: Message): RecordedField[] {
  const results = RESULT_FIELDS.flatMap((name) =>
    message
      .header(name)
      .slice(0, limits.authenticationChecksMax)
      .map((header) => {
        const { server, results } = parseResults(header.value)
        return toField(message, header, server, results)
      }),
  )
  const spf = message
    .header('received-spf')
    .slice(0, limits.authenticationChecksMax)
    .flatMap((header) => {
      const read = parseReceivedSpf(header.value)
      return read ? toField(message, header, read.server, [read.result]) : []
    })
  const tenant = message.header('x-ms-exchange-crosstenant-authas').slice(0, 1)
  return [...results, ...spf, ...tenant.map((header) => toTenantField(header))].sort(
    (a, b) => a.header.range.start - b.header.range.start,
  )
}

function toField(
  message: Message,
  header: HeaderField,
  server: string | undefined,
  results: readonly RecordedResult[],
): RecordedField {
  const by = server?.slice(0, SERVER_CHARS_MAX)
  return {
    header,
    ...(by === undefined ? {} : { server: by }),
    checks: results.map((result) => toCheck(message, header, by, result)),
  }
}

const SERVER_CHARS_MAX = 253

/** Exchange notes whether the sender had signed in to the receiving tenant. */
function toTenantField(header: HeaderField): RecordedField {
  const result = header.value.toLowerCase().slice(0, 40)
  return { header, checks: [{ method: 'x-ms-auth-as', result, isTrusted: false, header }] }
}

function toCheck(
  message: Message,
  header: HeaderField,
  by: string | undefined,
  { method, result, properties, comments }: RecordedResult,
): AuthenticationCheck {
  const domain = findDomain(method, properties)
  const own = message.from?.organisation
  const policy = method === 'dmarc' ? findPolicy(properties, comments) : undefined
  const ip = findIp(properties, comments)
  return {
    method,
    result,
    ...(domain === undefined ? {} : { domain }),
    ...(domain === undefined || own === undefined || own === ''
      ? {}
      : { isAligned: toOrganisation(domain) === own }),
    ...(by === undefined ? {} : { by }),
    isTrusted: false,
    header,
    ...(policy === undefined ? {} : { policy }),
    ...(ip === undefined ? {} : { ip }),
  }
}

/** Which property names the authenticated domain, by method; the first that is there. */
const IDENTITIES: Readonly<Record<string, readonly string[]>> = {
  spf: ['smtp.mailfrom', 'smtp.mail', 'smtp.helo', 'smtp.sender'],
  dkim: ['header.d', 'header.i', 'header.from'],
  'dkim-adsp': ['header.from'],
  dmarc: ['header.from', 'from'],
  arc: [],
  compauth: [],
  iprev: ['policy.iprev'],
  auth: ['smtp.auth', 'smtp.mailfrom'],
}

function findDomain(method: string, properties: ReadonlyMap<string, string>): string | undefined {
  const names = IDENTITIES[method] ?? ['header.from', 'header.d', 'smtp.mailfrom']
  for (const name of names) {
    const value = properties.get(name)
    if (value === undefined || value === '') continue
    const domain = toAsciiDomain(value.slice(value.lastIndexOf('@') + 1).replace(/[<>"]/g, ''))
    // "header.d=none" is Microsoft's way to say that there is no signature.
    if (domain.includes('.') && domain.length <= SERVER_CHARS_MAX) return domain
  }
  return undefined
}

function findPolicy(
  properties: ReadonlyMap<string, string>,
  comments: readonly string[],
): string | undefined {
  const noted = properties.get('policy.published-domain-policy') ?? properties.get('policy.dmarc')
  if (noted !== undefined) return noted.toLowerCase().slice(0, 20)
  return /\bp=(none|quarantine|reject)\b/i
    .exec(comments.join(' ').slice(0, 500))?.[1]
    ?.toLowerCase()
}

function findIp(
  properties: ReadonlyMap<string, string>,
  comments: readonly string[],
): string | undefined {
  const said = properties.get('smtp.remote-ip') ?? properties.get('smtp.client-ip')
  if (said !== undefined) return said.toLowerCase().slice(0, 45)
  const text = comments.join(' ').slice(0, 500)
  return /(?:sender ip is|designates|client-ip=) ?([0-9a-f.:]{3,45})/i
    .exec(text)?.[1]
    ?.toLowerCase()
}
