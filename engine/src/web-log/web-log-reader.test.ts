import { Buffer } from 'node:buffer'
import { gzipSync, zstdCompressSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { limits } from '../limits.ts'
import type { WebLogSummary } from './log-summary.ts'
import { isWebLog } from './is-web-log.ts'
import { findPacking, unpackLog } from './unpack-log.ts'
import { WebLogReader } from './web-log-reader.ts'

function summarise(text: string | Uint8Array, pieceBytes = 1 << 20, now?: Date): WebLogSummary {
  const bytes = typeof text === 'string' ? Buffer.from(text, 'latin1') : text
  const reader = new WebLogReader(now === undefined ? {} : { now })
  for (let at = 0; at < bytes.length; at += pieceBytes)
    reader.write(bytes.subarray(at, at + pieceBytes))
  return reader.end()
}

const DAY = '01/Apr/2024'
function line(address: string, time: string, request: string, status = 200, size = 100): string {
  return `${address} - - [${DAY}:${time} +0000] "${request}" ${status} ${size} "-" "Mozilla/5.0"\n`
}

/** Three hundred lines of which everything can be counted with a few words of JavaScript. */
const rows = Array.from({ length: 300 }, (_, at) => ({
  address: `192.0.2.${at % 7}`,
  time: `10:${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`,
  path: at % 10 === 3 ? '/.env' : `/page-${at % 4}`,
  status: at % 10 === 3 ? (at % 20 === 3 ? 200 : 404) : 200,
  size: at,
}))
const log = rows
  .map(({ address, time, path, status, size }) =>
    line(address, time, `GET ${path} HTTP/1.1`, status, size),
  )
  .join('')

test('the figures are those of a plain count over the same rows', () => {
  const summary = summarise(log)
  const probes = rows.filter(({ path }) => path === '/.env')
  const count = (of: readonly unknown[]) => of.length
  expect(summary.lines).toMatchObject({ read: 300, requests: 300, broken: 0 })
  expect(summary.responseBytes).toBe(rows.reduce((sum, { size }) => sum + size, 0))
  expect(summary.sources).toEqual({ count: 7, isEstimated: false })
  expect(summary.statuses).toEqual([
    { status: 200, count: count(rows.filter(({ status }) => status === 200)) },
    { status: 404, count: count(rows.filter(({ status }) => status === 404)) },
  ])
  expect(summary.probes).toEqual({
    count: probes.length,
    answered: count(probes.filter(({ status }) => status === 200)),
    sources: new Set(probes.map(({ address }) => address)).size,
    isEstimated: false,
  })
  for (const source of summary.probing) {
    const own = rows.filter(({ address }) => address === source.address)
    expect(source).toMatchObject({
      count: own.length,
      missedMax: 0,
      probes: count(own.filter(({ path }) => path === '/.env')),
      sizeBytes: own.reduce((sum, { size }) => sum + size, 0),
    })
  }
  const [kind] = summary.kinds
  expect(kind).toMatchObject({ kind: 'config-file', count: probes.length, weight: 'strong' })
  expect(summary.firstAt).toEqual(new Date('2024-04-01T10:00:00Z'))
  expect(summary.lastAt).toEqual(new Date('2024-04-01T10:04:59Z'))
  expect(summary.timeline?.requests).toEqual([60, 60, 60, 60, 60])
  expect(summary.timeline?.probes).toEqual([6, 6, 6, 6, 6])
})

test.each([1, 7, 64, 4096])('in pieces of %i bytes it comes to the same', (pieceBytes) => {
  expect(summarise(log, pieceBytes)).toEqual(summarise(log))
})

test('a sample shows the line and marks the bytes', () => {
  const sample = summarise(log).kinds[0]?.samples[0]
  expect(sample?.line).toBe(4)
  expect(sample?.text.slice(sample.mark?.start, sample.mark?.end)).toBe('/.env')
})

const clock = (seconds: number) =>
  new Date(Date.UTC(2024, 3, 1, 0, 0, seconds)).toISOString().slice(11, 19)

test.each([
  [
    'twenty posts to a form within ten minutes',
    20,
    25,
    'POST /contact/send HTTP/1.1',
    200,
    'form-flood',
    20,
  ],
  ['nineteen', 19, 25, 'POST /contact/send HTTP/1.1', 200, undefined, 0],
  ['twenty in forty minutes', 20, 120, 'POST /contact/send HTTP/1.1', 200, undefined, 0],
  ['fifty to a page of an application', 50, 5, 'POST /api/cart HTTP/1.1', 200, undefined, 0],
  ['thirty tries to sign in', 30, 5, 'POST /login HTTP/1.1', 200, 'login-guessing', 30],
  ['thirty refusals of a password', 30, 5, 'GET /private/ HTTP/1.1', 401, 'login-guessing', 30],
])('%s', (_name, count, everySeconds, request, status, kind, expected) => {
  const text = Array.from({ length: count }, (_, at) =>
    line('203.0.113.5', clock(at * everySeconds), request, status),
  ).join('')
  const summary = summarise(text)
  expect(summary.kinds.map((one) => one.kind)).toEqual(kind === undefined ? [] : [kind])
  expect(summary.kinds[0]?.count ?? 0).toBe(expected)
  expect(summary.probes.count).toBe(expected)
})

test('broken lines are counted and sampled, and the rest is read', () => {
  const summary = summarise(`garbage\n${log}\x00\x00\x00\n\nmore garbage \xff\xfe\n${log}`)
  expect(summary.lines).toMatchObject({ read: 604, requests: 600, broken: 2, other: 2 })
  expect(summary.brokenSamples.map((one) => one.line)).toEqual([1, 304])
})

test('a log put together of several forms is read whole', () => {
  const json =
    '{"remote_addr":"192.0.2.1","request":"GET /.env HTTP/1.1","status":404,"time":"2024-04-01T10:00:00Z"}\n'
  const summary = summarise(log + json.repeat(10) + log)
  expect(summary.formats).toEqual([
    { format: 'combined', lines: 600 },
    { format: 'json', lines: 10 },
  ])
})

test('a line of a megabyte is read up to the limit and the next one whole', () => {
  const long = line('192.0.2.9', '10:00:00', `GET /?${'a'.repeat(1 << 20)} HTTP/1.1`)
  const { lines } = summarise(long + log, 5000)
  expect(lines.cut).toBe(1)
  expect(lines.requests).toBe(300)
})

test('a log cut off by NUL bytes, and one in UTF-16, are read', () => {
  expect(summarise(`${'\0'.repeat(100_000)}${log}`).lines.requests).toBe(299)
  expect(summarise(`${'\0'.repeat(1000)}${log}`).lines.requests).toBe(300)
  const utf16 = Buffer.from(`\ufeff${log}`, 'utf16le')
  for (const piece of [1, 333, 1 << 20]) expect(summarise(utf16, piece).lines.requests).toBe(300)
  expect(isWebLog(utf16)).toBe(true)
})

test('more sources than are kept: totals stay exact, and what is approximate says so', () => {
  const sourcesCount = limits.logSourcesMax * 2 + 50_000
  const reader = new WebLogReader()
  const heavy = line('203.0.113.1', '11:00:00', 'GET /.git/config HTTP/1.1', 404)
  for (let at = 0; at < sourcesCount; at++) {
    const address = `10.${at >> 16}.${(at >> 8) & 255}.${at & 255}`
    const text = `${address} - - [01/Apr/2024:11:00:00 +0000] "GET / HTTP/1.1" 200 1\n`
    reader.write(Buffer.from(at % 100 === 0 ? text + heavy : text, 'latin1'))
  }
  const { lines, sources, probing } = reader.end()
  const probes = Math.ceil(sourcesCount / 100)
  expect(lines.requests).toBe(sourcesCount + probes)
  expect(sources.isEstimated).toBe(true)
  expect(Math.abs(sources.count / (sourcesCount + 1) - 1)).toBeLessThan(0.03)
  expect(probing).toEqual([expect.objectContaining({ count: probes, missedMax: 0 })])
})

test('stray times do not stretch the picture, and dates to come are counted', () => {
  const stray = line('192.0.2.9', '10:00:00', 'GET / HTTP/1.1').replace('2024', '2099')
  const old = line('192.0.2.9', '10:00:00', 'GET / HTTP/1.1').replace('2024', '1999')
  const summary = summarise(log.repeat(20) + stray + old, 1 << 20, new Date('2024-05-01T00:00:00Z'))
  expect(summary.lines.future).toBe(1)
  expect(summary.timeline).toMatchObject({ stepMs: 60_000, outside: 2 })
  expect(summary.timeline?.requests).toHaveLength(5)
})

test('a year is drawn in at most so many steps', () => {
  const days = Array.from({ length: 360 }, (_, at) => {
    const [month = '', day = ''] = new Date(Date.UTC(2023, 0, 1 + at))
      .toUTCString()
      .split(' ')
      .slice(1, 3)
      .reverse()
    return line('192.0.2.1', '10:00:00', 'GET / HTTP/1.1').replace(DAY, `${day}/${month}/2023`)
  })
  const { timeline } = summarise(days.join(''))
  expect(timeline?.requests.length).toBeLessThanOrEqual(limits.logTimelineStepsMax)
  expect(timeline?.requests.reduce((sum, one) => sum + one, 0)).toBe(360)
})

async function unpack(bytes: Uint8Array, most?: number) {
  const pieces: Uint8Array[] = []
  const source = async function* () {
    for (let at = 0; at < bytes.length; at += 1000) yield bytes.subarray(at, at + 1000)
  }
  const trouble = await unpackLog(
    findPacking(bytes),
    source(),
    (piece) => void pieces.push(piece),
    most,
  )
  return { text: Buffer.concat(pieces).toString('latin1'), trouble }
}

test('packed logs are unpacked, several members in a row too', async () => {
  const gzip = gzipSync(log)
  expect(await unpack(gzip)).toEqual({ text: log, trouble: undefined })
  expect(await unpack(Buffer.concat([gzip, gzip]))).toEqual({ text: log + log, trouble: undefined })
  expect(await unpack(zstdCompressSync(log))).toEqual({ text: log, trouble: undefined })
  expect(await unpack(Buffer.from(log))).toEqual({ text: log, trouble: undefined })
})

test('a packed log that is damaged or a bomb is told, and what came before is kept', async () => {
  const gzip = gzipSync(log)
  expect((await unpack(gzip.subarray(0, gzip.length - 20))).trouble).toBe('damaged')
  expect((await unpack(zstdCompressSync(log).subarray(0, 200))).trouble).toBe('damaged')
  expect((await unpack(gzipSync(Buffer.alloc(1 << 20)), 10_000)).trouble).toBe('too-large')
})

test.each([
  ['a mail', 'From: a@b.example\r\nSubject: x\r\n\r\n192.0.2.1 - - [x] "y" 200\r\n', false],
  ['a mail that quotes a log', `From: a@b.example\nTo: c@d.example\nSubject: x\n\n${log}`, false],
  ['nothing', '', false],
  ['a table', 'a,b,c\n1,2,3\n', false],
  ['one line of a log', line('192.0.2.1', '10:00:00', 'GET / HTTP/1.1'), true],
  ['a log that begins with broken lines', `x\ny\n${log}`, true],
])('%s', (_name, text, expected) => {
  expect(isWebLog(Buffer.from(text))).toBe(expected)
})
