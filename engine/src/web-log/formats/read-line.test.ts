import { Buffer } from 'node:buffer'
import { expect, test } from 'vitest'
import { LogLine } from '../log-line.ts'
import { toAddress, toAddressKey } from '../to-address.ts'
import { LineReader } from './read-line.ts'

// Lines as the manuals of the servers show them, with reserved addresses put in.

interface Read {
  readonly format?: string
  readonly address: string
  readonly at: string
  readonly method: string
  readonly target: string
  readonly status: number
  readonly sizeBytes: number
}

function read(...lines: readonly string[]): Read | 'foreign' | 'directive' {
  const reader = new LineReader()
  const line = new LogLine()
  let outcome = 'foreign'
  for (const text of lines) {
    const bytes = Buffer.from(text, 'utf8')
    outcome = reader.read(bytes, 0, bytes.length, line)
  }
  if (outcome !== 'request') return outcome === 'directive' ? 'directive' : 'foreign'
  const { bytes, request } = line
  return {
    format: reader.listCounts()[0]?.format ?? '',
    address: toAddress(toAddressKey(bytes, line.addressStart, line.addressEnd)),
    at: Number.isNaN(line.at) ? '' : new Date(line.at).toISOString(),
    method: request.toString('utf8', line.methodStart, line.methodEnd),
    target: request.toString('utf8', line.targetStart, line.targetEnd),
    status: line.status,
    sizeBytes: line.sizeBytes,
  }
}

const COMMON = {
  format: 'combined',
  address: '192.0.2.1',
  at: '2000-10-10T20:55:36.000Z',
  method: 'GET',
  target: '/apache_pb.gif',
  status: 200,
  sizeBytes: 2326,
}

test.each<[string, readonly string[], Read]>([
  [
    'common (Apache manual, mod_log_config)',
    ['192.0.2.1 - frank [10/Oct/2000:13:55:36 -0700] "GET /apache_pb.gif HTTP/1.0" 200 2326'],
    COMMON,
  ],
  [
    'combined, with a user that holds a space and an escaped quote in the request',
    [
      '192.0.2.1 - John Smith [10/Oct/2000:13:55:36 -0700] "GET /a\\"b HTTP/1.1" 200 2326 "-" "curl"',
    ],
    { ...COMMON, target: '/a\\"b' },
  ],
  [
    'combined behind a virtual host',
    [
      'www.example:443 192.0.2.1 - - [10/Oct/2000:13:55:36 -0700] "GET /apache_pb.gif HTTP/2" 200 2326 "-" "-"',
    ],
    COMMON,
  ],
  [
    'nginx with further fields and an ISO time',
    [
      '2001:DB8:0:0::1 - - [2000-10-10T13:55:36-07:00] "GET /apache_pb.gif HTTP/1.1" 200 2326 "-" "-" "198.51.100.7" 0.004 0.003',
    ],
    { ...COMMON, address: '2001:db8::1' },
  ],
  [
    'a request that was none',
    ['192.0.2.1 - - [10/Oct/2000:13:55:36 -0700] "\\x16\\x03\\x01" 400 0 "-" "-"'],
    { ...COMMON, method: '', target: '\\x16\\x03\\x01', status: 400, sizeBytes: 0 },
  ],
  [
    'an empty request with dashes',
    ['192.0.2.1 - - [10/Oct/2000:13:55:36 -0700] "-" 408 - "-" "-"'],
    { ...COMMON, method: '', target: '', status: 408, sizeBytes: 0 },
  ],
  [
    'AWS application load balancer (AWS manual)',
    [
      'https 2018-07-02T22:23:00.186641Z app/my-loadbalancer/50dc6c495c0c9188 192.0.2.131:2817 10.0.0.1:80 0.086 0.048 0.037 200 200 0 57 "GET https://www.example:443/a?b=1 HTTP/1.1" "curl/7.46.0" ECDHE TLSv1.2 arn "Root=1" "www.example" "arn" 1 2018-07-02T22:22:48.364000Z "authenticate,forward" "-" "-"',
    ],
    {
      format: 'load-balancer',
      address: '192.0.2.131',
      at: '2018-07-02T22:23:00.186Z',
      method: 'GET',
      target: '/a?b=1',
      status: 200,
      sizeBytes: 57,
    },
  ],
  [
    'AWS classic load balancer (AWS manual)',
    [
      '2015-05-13T23:39:43.945958Z my-loadbalancer 192.0.2.131:2817 10.0.0.1:80 0.000073 0.001048 0.000057 200 200 0 29 "GET http://www.example:80/ HTTP/1.1" "curl/7.38.0" - -',
    ],
    {
      format: 'load-balancer',
      address: '192.0.2.131',
      at: '2015-05-13T23:39:43.945Z',
      method: 'GET',
      target: '/',
      status: 200,
      sizeBytes: 29,
    },
  ],
  [
    'IIS',
    [
      '#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port c-ip cs(User-Agent) sc-status time-taken',
      '2002-05-02 17:42:15 10.0.0.1 GET /images/picture.jpg a=1+2 80 192.0.2.1 Mozilla/4.0+(compatible) 200 12',
    ],
    {
      format: 'w3c',
      address: '192.0.2.1',
      at: '2002-05-02T17:42:15.000Z',
      method: 'GET',
      target: '/images/picture.jpg?a=1+2',
      status: 200,
      sizeBytes: 0,
    },
  ],
  [
    'CloudFront, with tabs',
    [
      '#Version: 1.0',
      '#Fields: date time x-edge-location sc-bytes c-ip cs-method cs(Host) cs-uri-stem sc-status cs(Referer) cs(User-Agent) cs-uri-query',
      '2019-12-04\t21:02:31\tLAX1\t392\t2001:db8::100\tGET\td111.example\t/index.html\t200\t-\tMozilla/5.0%20(x)\t-',
    ],
    {
      format: 'w3c',
      address: '2001:db8::100',
      at: '2019-12-04T21:02:31.000Z',
      method: 'GET',
      target: '/index.html',
      status: 200,
      sizeBytes: 392,
    },
  ],
  [
    'Squid',
    [
      '1286536308.779    180 192.0.2.224 TCP_MISS/200 411 GET http://www.example/x - HIER_DIRECT/203.0.113.1 text/html',
    ],
    {
      format: 'squid',
      address: '192.0.2.224',
      at: '2010-10-08T11:11:48.779Z',
      method: 'GET',
      target: 'http://www.example/x',
      status: 200,
      sizeBytes: 411,
    },
  ],
  [
    'Elastic Common Schema, nested',
    [
      '{"@timestamp":"2024-01-31T13:55:36.123+09:00","source":{"ip":"192.0.2.1"},"http":{"request":{"method":"POST"},"response":{"status_code":201,"bytes":5}},"url":{"path":"/a","query":"b=1"}}',
    ],
    {
      format: 'ecs',
      address: '192.0.2.1',
      at: '2024-01-31T04:55:36.123Z',
      method: 'POST',
      target: '/a?b=1',
      status: 201,
      sizeBytes: 5,
    },
  ],
  [
    'Caddy',
    [
      '{"level":"info","ts":1646861401.5241,"msg":"handled request","request":{"remote_ip":"192.0.2.1","remote_port":"41342","proto":"HTTP/2.0","method":"GET","host":"localhost","uri":"/x","headers":{"User-Agent":["curl/7.82.0"]}},"size":12,"status":200}',
    ],
    {
      format: 'json',
      address: '192.0.2.1',
      at: '2022-03-09T21:30:01.524Z',
      method: 'GET',
      target: '/x',
      status: 200,
      sizeBytes: 12,
    },
  ],
  [
    'Traefik',
    [
      '{"ClientHost":"192.0.2.1","DownstreamContentSize":15,"DownstreamStatus":404,"RequestMethod":"GET","RequestPath":"/y","StartUTC":"2024-02-29T23:59:60.5Z"}',
    ],
    {
      format: 'json',
      address: '192.0.2.1',
      at: '2024-03-01T00:00:00.500Z',
      method: 'GET',
      target: '/y',
      status: 404,
      sizeBytes: 15,
    },
  ],
  [
    'nginx as JSON, with the request in one piece',
    [
      '{"time_local":"10/Oct/2000:13:55:36 -0700","remote_addr":"192.0.2.1","request":"GET /apache_pb.gif HTTP/1.1","status":"200","body_bytes_sent":"2326"}',
    ],
    { ...COMMON, format: 'json' },
  ],
])('%s', (_name, lines, expected) => {
  expect(read(...lines)).toEqual(expected)
})

test.each([
  ['a line of syslog', 'Oct 10 13:55:36 host sshd[1]: Failed password for root from 192.0.2.1'],
  ['a mail header', 'Received: from a.example [192.0.2.1] by b.example'],
  ['JSON of something else', '{"level":"info","message":"started","ip":"192.0.2.1"}'],
  ['an array', '[1,2,3]'],
  ['columns without names', '2002-05-02 17:42:15 10.0.0.1 GET /images/picture.jpg'],
  ['a comma separated table', 'date,ip,request\n2020-01-01,192.0.2.1,GET /'],
  ['a comment', '# nothing'],
])('%s is no request', (_name, text) => {
  expect(read(text)).toBe('foreign')
})

test.each([
  ['192.0.2.1', '192.0.2.1'],
  ['192.0.2.1:443', '192.0.2.1'],
  ['192.000.002.001', '192.0.2.1'],
  ['[2001:db8::1]:443', '2001:db8::1'],
  ['2001:0DB8:0000:0000:0000:0000:0000:0001', '2001:db8::1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['fe80::1%eth0', 'fe80::1'],
  ['192.0.2.1, 198.51.100.1', '192.0.2.1'],
  ['Host.Example', 'host.example'],
  ['999.1.1.1', '999.1.1.1'],
  ['255.255.255.255', '255.255.255.255'],
  ['', ''],
])('the address %s is counted as %s', (written, expected) => {
  const bytes = Buffer.from(written)
  expect(toAddress(toAddressKey(bytes, 0, bytes.length))).toBe(expected)
})
