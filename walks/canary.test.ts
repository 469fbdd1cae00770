import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BulletinView } from 'contract/bulletin'
import { createTransport } from 'nodemailer'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mailBytes, zipOf } from '../hub/src/testing/mails.ts'
import { bringToProvider } from './bring-to-provider.ts'
import type { CanaryHubDoors } from './canary-hub.ts'
import { findCanaries, holds } from './find-canaries.ts'
import { clientOf, type SignedInClient } from './signed-in-client.ts'
import { stopAtFailure } from './stop-at-failure.ts'
import type { Walker } from './village.ts'

/*
 * Goal: evidence and what people write stand in the database and, encrypted, in the evidence store, and nowhere else
 * (threat T67, CISA, ASVS 14.2.4 and 16.2.5). Method: canaries go in by every door, a case is played to its release, as
 * much as possible goes wrong, and then every file the hub wrote and every line it said is searched for them.
 */

/** One word for each place, so that a finding says where it came from. None occurs anywhere by itself. */
const WORDS = {
  body: 'Kq7Zx-body-canary-04d1',
  subject: 'Kq7Zx-subject-canary-9b62',
  sender: 'kq7zx-sender-canary-77a0',
  header: 'Kq7Zx-header-canary-51ce',
  file: 'Kq7Zx-file-canary-e8f3',
  content: 'Kq7Zx-content-canary-20bd',
  password: 'Kq7Zx-password-canary-6c19',
  note: 'Kq7Zx-note-canary-d4a7',
  reason: 'Kq7Zx-reason-canary-3f58',
  query: 'Kq7Zx-query-canary-b016',
  typed: 'Kq7Zx-typed-canary-8e2d',
  path: 'Kq7Zx-path-canary-f97c',
} as const
const words = Object.values(WORDS)

let folder = ''
let hub: ChildProcess
let doors: CanaryHubDoors
let said = ''
let port = 0
const client = (who: Walker): SignedInClient => clientOf(doors.people[who].session)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'noroshi-canary-'))
  // Started by root, the database runs as another user, who has to get in; otherwise it would be kept elsewhere.
  await chmod(folder, 0o711)
  // Everything it writes, temporary files and cores too, lands in the folder.
  hub = fork(join(import.meta.dirname, 'canary-hub.ts'), [], {
    cwd: folder,
    env: { ...process.env, TMPDIR: folder },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  for (const stream of [hub.stdout, hub.stderr]) stream?.on('data', (text) => (said += text))
  doors = await new Promise<CanaryHubDoors>((resolve, reject) => {
    hub.once('message', (message) => resolve(message as CanaryHubDoors))
    hub.once('exit', () => reject(new Error(`The hub did not start. ${said}`)))
  })
  port = Number(new URL(doors.baseUrl).port)
})
async function stopHub(): Promise<void> {
  if (hub?.exitCode !== null) return
  hub.send('stop')
  await once(hub, 'exit')
}
stopAtFailure(() => [])
afterAll(async () => {
  await stopHub()
  await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
})

function canaryMail(): Buffer {
  const archive = zipOf([{ name: `${WORDS.file}.js`, bytes: Buffer.from(`// ${WORDS.content}`) }])
  return Buffer.from(
    [
      'Received: from mx.sender.example ([192.0.2.10]) by mx.shiomizaka-seiki.example; Wed, 14 Oct 2026 09:00:05 +0900',
      `From: "${WORDS.sender}" <${WORDS.sender}@sender.example>`,
      'To: provider@shiomizaka-seiki.example',
      `Subject: ${WORDS.subject}`,
      `X-Mailer: ${WORDS.header}`,
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      `${WORDS.body} Password: ${WORDS.password} https://a.mailbox-relay.test/${WORDS.body}`,
      '--b',
      `Content-Type: application/zip; name="${WORDS.file}.zip"`,
      'Content-Transfer-Encoding: base64',
      '',
      archive.toString('base64'),
      '--b',
      `Content-Type: application/pdf; name="${WORDS.file}.pdf"`,
      '',
      `%PDF-1.7 ${WORDS.content} broken`,
      '--b--',
      '',
    ].join('\r\n'),
  )
}

async function upload(identity: Record<string, string>, key: string, body: Uint8Array, query = '') {
  const answer = await fetch(
    `${doors.baseUrl}/api/submissions?fileName=${WORDS.file}.eml&note=${WORDS.note}${query}`,
    {
      method: 'POST',
      headers: { ...identity, 'idempotency-key': key },
      body: new Uint8Array(body),
    },
  )
  return answer.status
}

const webIdentity = (who: Walker) => ({
  cookie: `noroshi_session=${doors.people[who].session}`,
  'sec-fetch-site': 'same-origin',
})

test('canaries come in by the web, the API and SMTP', async () => {
  const mail = canaryMail()
  const { token = '', email } = doors.people.provider
  expect(await upload(webIdentity('provider'), 'canary-web-000001', mail)).toBe(201)
  expect(await upload({ authorization: `Bearer ${token}` }, 'canary-api-000001', mail)).toBe(201)
  const transport = createTransport({ host: '127.0.0.1', port: doors.smtpPort, ignoreTLS: true })
  await transport.sendMail({
    from: email,
    to: 'report@hub.example',
    subject: `FW: ${WORDS.subject}`,
    text: WORDS.body,
    attachments: [{ filename: `${WORDS.file}.eml`, content: mail, contentType: 'message/rfc822' }],
  })
  transport.close()
})

async function waitUntilRead(): Promise<{ submissionId: string; caseId?: string }[]> {
  for (let tries = 0; tries < 300; tries += 1) {
    const { rows } = await client('analyst').mustAsk(port, 'GET', '/api/submissions?limit=100')
    if (rows.length >= 3 && rows.every(({ analysis }: { analysis: string }) => analysis === 'done'))
      return rows
    await new Promise((resolve) => setTimeout(resolve, 300))
  }
  throw new Error('Not everything was read in time.')
}

/** The hub itself may be making a case of the three just now; then the one it made is taken. */
async function bringFirstToProvider(): Promise<string> {
  for (let tries = 0; ; tries += 1) {
    const rows = await waitUntilRead()
    const { submissionId = '', caseId } = rows.find((row) => row.caseId) ?? rows[0] ?? {}
    const from = { submissionId, ...(caseId === undefined ? {} : { caseId }) }
    try {
      return await bringToProvider(client('analyst'), port, from)
    } catch (error) {
      if (tries === 5 || !String(error).includes('submission-in-other-case')) throw error
      await new Promise((resolve) => setTimeout(resolve, 1000))
    }
  }
}

test('a case is played from them to its release', async () => {
  const path = await bringFirstToProvider()
  const provider = client('provider')
  const { rows } = await provider.mustAsk(port, 'GET', '/api/approvals')
  for (const { approvalId } of rows) {
    const { contentHash } = await provider.mustAsk(port, 'GET', `/api/approvals/${approvalId}`)
    const answer = { answer: 'approve', contentHash }
    await provider.mustAsk(port, 'POST', `/api/approvals/${approvalId}/answer`, answer)
  }
  const view = (await client('lead').mustAsk(port, 'GET', path)) as BulletinView
  const { contentHash, audience } = view
  await client('lead').mustAsk(port, 'POST', `${path}/release`, {
    contentHash,
    organisationCount: audience.organisationCount,
  })
})

test('as much as possible goes wrong with canaries in hand', async () => {
  const analyst = client('analyst')
  const json = { 'content-type': 'application/json' }
  const ask = (path: string, request: RequestInit = {}) =>
    fetch(`${doors.baseUrl}${path}`, request).then((answer) => answer.text())
  const asStaff = { ...webIdentity('analyst'), ...json }
  const unsaid = await Promise.all([
    ask(`/api/${WORDS.path}`),
    ask(`/${WORDS.path}.php`),
    ask(`/api/submissions?state=${WORDS.query}&${WORDS.query}=1`, { headers: asStaff }),
    ask(`/api/cases/${WORDS.path}`, { headers: asStaff }),
    ask('/api/cases', {
      method: 'POST',
      headers: asStaff,
      body: `{"submissionIds":["${WORDS.typed}`,
    }),
    ask('/api/cases', {
      method: 'POST',
      headers: asStaff,
      body: JSON.stringify({ [WORDS.typed]: 1 }),
    }),
    ask('/api/cases', { method: 'POST', headers: asStaff, body: `"${WORDS.typed}\\u0000"` }),
    ask('/api/me', {
      headers: { authorization: `Bearer ${WORDS.typed}`, cookie: `noroshi_session=${WORDS.typed}` },
    }),
    ask('/api/sign-in/password', {
      method: 'POST',
      headers: { ...json, 'sec-fetch-site': 'same-origin' },
      body: JSON.stringify({
        email: `${WORDS.typed}@a.example`,
        password: WORDS.typed,
        code: '123456',
      }),
    }),
    ...[
      '/metrics',
      '/health',
      '/healthz',
      '/status',
      '/api/health',
      '/api/openapi.json',
      '/debug',
    ].map((path) => ask(path)),
  ])
  for (const answer of unsaid) for (const word of words) expect(answer).not.toContain(word)
  await speakSmtp([
    `HELO ${WORDS.path}.example`,
    `MAIL FROM:<${WORDS.sender}@a.example>`,
    `RCPT TO:<${WORDS.path}@a.example>`,
    `${WORDS.typed}`,
    'QUIT',
  ])
  await sendNonsense(`GET /${WORDS.path} NONSENSE ${WORDS.typed}\r\n\r\n`)
  const rule = { name: WORDS.typed, source: `rule ${WORDS.typed} { broken`, enabled: true }
  await analyst.ask(port, 'POST', '/api/knowledge/rules', rule)
  const broken = Buffer.concat([
    mailBytes({ subject: WORDS.subject }),
    Buffer.from(`\r\n${WORDS.body}\0\xff`),
  ])
  await upload(webIdentity('provider'), 'canary-broken-0001', broken)
  await killWorker()
  await waitUntilRead()
})

async function speakSmtp(lines: readonly string[]): Promise<void> {
  const socket = connect(doors.smtpPort, '127.0.0.1')
  socket.on('error', () => {})
  for (const line of lines) {
    await once(socket, 'data')
    socket.write(`${line}\r\n`)
  }
  socket.end()
}

async function sendNonsense(text: string): Promise<void> {
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => {})
  socket.resume()
  socket.write(text)
  await once(socket, 'close')
}

/** Ends the worker as a crash would, in whatever it is doing. */
async function killWorker(): Promise<void> {
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const [stat, line] = await Promise.all(
      ['stat', 'cmdline'].map((file) => readFile(`/proc/${name}/${file}`, 'utf8').catch(() => '')),
    )
    const parent = Number(stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
    const isWorker = parent === hub.pid && (line ?? '').endsWith('main.ts\0worker\0')
    if (isWorker) process.kill(Number(name), 'SIGKILL')
  }
}

test('members of the group got a warning in which none of them stands', async () => {
  const receiver = client('receiver')
  const { rows } = await receiver.mustAsk(port, 'GET', '/api/inbox')
  expect(rows).toHaveLength(1)
  const shown = JSON.stringify(
    await receiver.mustAsk(port, 'GET', `/api/inbox/${rows[0].releaseId}`),
  )
  for (const word of [WORDS.note, WORDS.file, WORDS.content, WORDS.password, WORDS.header]) {
    expect(shown).not.toContain(word)
  }
})

test('nothing the hub said and no file it wrote holds a canary, but the database and what went to the provider', async () => {
  await stopHub()
  expect(words.filter((word) => holds(Buffer.from(said), word))).toEqual([])
  expect(said).toContain('child-ended')

  const found = await findCanaries(folder, words)
  // PostgreSQL's tables and its write-ahead log are where all of it is meant to be.
  const isDatabase = (path: string) => /^noroshi-walk-\w+\/[\w/-]*(base|pg_wal)\//.test(path)
  const inDatabase = found.filter(isDatabase)
  expect(inDatabase.length).toBeGreaterThan(0)
  const elsewhere = found.filter((path) => !isDatabase(path))
  // The relay is not the hub's; its folder shows what left. A receipt may name the provider's own file to the provider.
  expect(elsewhere.filter((path) => !path.includes('/sent-mail/'))).toEqual([])
  for (const path of new Set(elsewhere.map((each) => each.slice(0, each.lastIndexOf(': '))))) {
    const notice = await readFile(join(folder, path), 'utf8')
    expect(notice).toMatch(new RegExp(`^To: .*${doors.people.provider.email}`, 'm'))
  }
})
