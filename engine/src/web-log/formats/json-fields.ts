/**
 * Names under which servers write what we read, most telling first. A dot stands for nesting or for itself:
 * the Elastic Common Schema is written both ways.
 */
export const JSON_FIELDS = {
  address: [
    'source.ip',
    'client.ip',
    'source.address',
    'client.address',
    'remote_addr',
    'request.remote_ip',
    'request.client_ip',
    'request.remote_addr',
    'remote_ip',
    'client_ip',
    'clientip',
    'ClientHost',
    'ClientAddr',
    'httpRequest.remoteIp',
    'httpRequest.clientIp',
    'remoteIp',
    'remoteAddr',
    'clientIp',
    'c-ip',
    'src_ip',
    'ip',
  ],
  time: [
    '@timestamp',
    'time_iso8601',
    'time_local',
    'StartUTC',
    'timestamp',
    'ts',
    'time',
    'datetime',
    'msec',
    'date',
  ],
  method: [
    'http.request.method',
    'request_method',
    'request.method',
    'RequestMethod',
    'httpRequest.requestMethod',
    'httpRequest.httpMethod',
    'method',
    'verb',
  ],
  target: [
    'url.original',
    'url.path',
    'request_uri',
    'request.uri',
    'RequestPath',
    'httpRequest.requestUrl',
    'httpRequest.uri',
    'uri',
    'path',
    'url',
  ],
  query: ['url.query', 'httpRequest.args', 'query_string', 'args'],
  request: ['request', 'request_line'],
  status: [
    'http.response.status_code',
    'status',
    'status_code',
    'DownstreamStatus',
    'OriginStatus',
    'httpRequest.status',
    'response.status',
    'response',
  ],
  size: [
    'http.response.body.bytes',
    'http.response.bytes',
    'body_bytes_sent',
    'bytes_sent',
    'size',
    'DownstreamContentSize',
    'httpRequest.responseSize',
    'bytes',
  ],
  agent: [
    'user_agent.original',
    'http_user_agent',
    'request.headers.User-Agent',
    'request_User-Agent',
    'httpRequest.userAgent',
    'user_agent',
    'userAgent',
    'agent',
  ],
  referer: ['http.request.referrer', 'http_referer', 'request.headers.Referer', 'referer'],
  holder: ['source.as.organization.name', 'client.as.organization.name', 'as_org'],
} as const satisfies Record<string, readonly string[]>

export type JsonField = keyof typeof JSON_FIELDS

/** The value under a name, nested or with its dots; a list gives its first one (Caddy's headers). */
export function findJsonValue(root: object, name: string): string | number | undefined {
  const whole = toScalar(Reflect.get(root, name))
  if (whole !== undefined || !name.includes('.')) return whole
  let value: unknown = root
  for (const step of name.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined
    value = Object.hasOwn(value, step) ? Reflect.get(value, step) : undefined
  }
  return toScalar(value)
}

function toScalar(value: unknown): string | number | undefined {
  const one: unknown = Array.isArray(value) ? value[0] : value
  return typeof one === 'string' || typeof one === 'number' ? one : undefined
}
