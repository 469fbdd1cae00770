import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type TestHub, withHub } from '../testing/index.ts'
import { sendRaw } from '../testing/send-raw.ts'
import { buildApp } from './build-app.ts'
import { listen } from './listen.ts'
import { loadWebFiles } from './web-files.ts'

const NO_SUCH_ID = '00000000-0000-4000-8000-000000000000'

// Written out here, not taken from the code: OWASP Secure Headers Project and ASVS 5.0 3.4.
// biome-ignore format: a table is read by its columns.
const PROMISED: readonly (readonly [string, RegExp])[] = [
  ['content-security-policy',          /(?=.*default-src 'none')(?=.*object-src 'none')(?=.*base-uri 'none')(?=.*frame-ancestors)/],
  ['x-content-type-options',           /^nosniff$/],
  ['referrer-policy',                  /^no-referrer$/],
  ['cross-origin-opener-policy',       /^same-origin$/],
  ['cross-origin-embedder-policy',     /^require-corp$/],
  ['cross-origin-resource-policy',     /^same-origin$/],
  ['origin-agent-cluster',             /^\?1$/],
  ['permissions-policy',               /camera=\(\).*geolocation=\(\).*microphone=\(\)/],
  ['x-frame-options',                  /^(DENY|SAMEORIGIN)$/],
]

function brokenPromises(headers: Headers): string[] {
  return PROMISED.filter(([name, form]) => !form.test(headers.get(name) ?? '')).map(
    ([name]) => `${name}: ${headers.get(name)}`,
  )
}

const https = { settings: { NOROSHI_BASE_URL: 'https://hub.example' } }

test('every route keeps the header contract, whoever asks and whatever the outcome', () =>
  withHub(async (hub) => {
    const organisation = await hub.seed.organisation()
    const clients = [hub.as(undefined), hub.as('analyst'), hub.as({ contactOf: organisation })]
    for (const client of clients) {
      for (const { method, path } of hub.routes) {
        if (path === '/api/sign-out') continue
        const { headers } = await client[method](path.replaceAll(/\{\w+\}/g, NO_SUCH_ID))
        expect([method, path, brokenPromises(headers)]).toEqual([method, path, []])
        expect([path, headers.get('cache-control')]).toEqual([path, 'no-store'])
        expect(headers.get('strict-transport-security')).toMatch(/^max-age=6307\d+; includeSub/)
        expect(headers.get('access-control-allow-origin')).toBe(null)
      }
    }
  }, https))

test.each([
  ['a page that is not there', 'GET', '/api/nothing'],
  ['a method that is not there', 'PATCH', '/api/me'],
  ['TRACE', 'TRACE', '/api/me'],
  ['a question for permission from another site', 'OPTIONS', '/api/me'],
  ['the description', 'GET', '/api/openapi.json'],
  ['TAXII', 'GET', '/taxii2/nothing/'],
  ['a page of the interface', 'GET', '/queue'],
  ['a file of the interface', 'GET', '/assets/a-12345678.js'],
  ['a file that is not there', 'GET', '/assets/b-12345678.js'],
  ['a picture', 'HEAD', '/logo.svg'],
])('%s keeps the header contract', (_, method, path) =>
  withWebHub(async (_hub, port) => {
    const answer = await sendRaw(
      port,
      `${method} ${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`,
    )
    expect(brokenPromises(toHeaders(answer))).toEqual([])
  }),
)

// biome-ignore format: a table is read by its columns.
test.each([
  ['no HTTP at all',                 'hello\r\n\r\n',                                                                     400],
  ['no host',                        'GET / HTTP/1.1\r\nConnection: close\r\n\r\n',                                       400],
  ['an impossible host',             'GET / HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n',                          400],
  ['two hosts',                      'GET / HTTP/1.1\r\nHost: a\r\nhost: b\r\nConnection: close\r\n\r\n',                400],
  ['the same host twice',            'GET /api/me HTTP/1.1\r\nHost: a\r\nHost: a\r\nConnection: close\r\n\r\n',        400],
  ['an impossible target',           'GET http://[ HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n',                     400],
  ['too many headers',               `GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`,                     431],
  ['an expectation nobody knows',    'GET / HTTP/1.1\r\nHost: a\r\nExpect: a-gift\r\n\r\n',                               417],
  ['NUL in a header',                'GET / HTTP/1.1\r\nHost: a\r\nX: \0\r\n\r\n',                                        400],
  ['two lengths',                    'POST /api/me HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n', 400],
  ['length and chunks at once',      'POST /api/me HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n', 400],
  ['an unknown way of chunking',     'POST /api/me HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n',  400],
  ['chunks that are not the last word', 'POST /api/me HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n', 400],
  ['a line ended by LF alone',       'GET / HTTP/1.1\nHost: a\n\n',                                                       400],
  ['a space before the colon',       'POST /api/me HTTP/1.1\r\nHost: a\r\nContent-Length : 4\r\n\r\nabcd',                400],
  ['a folded header',                'GET / HTTP/1.1\r\nHost: a\r\nX: a\r\n b\r\n\r\n',                                   400],
  ['a chunk whose size is not one',  'POST /api/sign-in/password HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\n\r\n', 400],
] as const)('%s is refused with the header contract, and nothing smuggled behind it is read', (_, request, status) =>
  withWebHub(async (_hub, port) => {
    const smuggled = 'GET /assets/a-12345678.js HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n'
    const answer = await sendRaw(port, request + smuggled)
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
    expect(brokenPromises(toHeaders(answer))).toEqual([])
    expect(answer.match(/HTTP\/1\.1 \d/g)).toHaveLength(1)
    expect(answer).not.toContain('text/javascript')
  }),
)

test('each answer of the interface has a nonce of its own and is kept by no cache', () =>
  withWebHub(async (_hub, port) => {
    const answers = await Promise.all([ask(port, '/queue'), ask(port, '/queue')])
    const nonces = answers.map((answer) => /'nonce-([^']{24})'/.exec(answer)?.[1] ?? '')
    expect(new Set(nonces).size).toBe(2)
    for (const [at, answer] of answers.entries()) {
      expect(answer).toContain(`<script nonce="${nonces[at]}">`)
      expect(toHeaders(answer).get('cache-control')).toBe('no-store')
      const policy = toHeaders(answer).get('content-security-policy')
      expect(policy).toContain("require-trusted-types-for 'script'; trusted-types default")
      expect(policy).not.toMatch(/unsafe-/)
    }
  }))

test('signing out tells the browser to forget', () =>
  withHub(async (hub) => {
    const { headers } = await hub.as('analyst').post('/api/sign-out')
    expect(headers.get('clear-site-data')).toBe('"cache", "storage"')
  }))

const ask = (port: number, path: string) =>
  sendRaw(port, `GET ${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`)

function toHeaders(answer: string): Headers {
  const lines = answer.split('\r\n\r\n')[0]?.split('\r\n').slice(1) ?? []
  return new Headers(lines.map((line) => line.split(/:\s*(.*)/s, 2) as [string, string]))
}

/** A hub behind a real port, with an interface of two files. */
async function withWebHub(act: (hub: TestHub, port: number) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'noroshi-web-'))
  await writeFile(join(folder, 'index.html'), '<script nonce="NONCE-OF-THIS-ANSWER"></script>')
  await writeFile(join(folder, 'logo.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
  await writeFile(join(folder, 'a-12345678.js'), 'export {}')
  const files = loadWebFiles(folder)
  const script = files.get('/a-12345678.js')
  const all = script === undefined ? files : new Map([...files, ['/assets/a-12345678.js', script]])
  try {
    await withHub(async (hub) => {
      const app = buildApp(hub, hub.routes, all)
      const { baseUrl } = hub.config
      const server = await listen(app, { address: '127.0.0.1', port: 0, baseUrl })
      await act(hub, server.port).finally(() => server.stop())
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
