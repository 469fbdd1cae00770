import { Buffer } from 'node:buffer'
import { expect, test } from 'vitest'
import { WebLogReader } from './web-log-reader.ts'

/** CPU seconds for a megabyte, five times what the slowest one takes on a quiet machine. */
const SECONDS_MAX = 3
const MEGABYTE = 1 << 20

const request = (target: string) =>
  `192.0.2.1 - - [01/Apr/2024:10:00:00 +0900] "GET ${target} HTTP/1.1" 404 1 "-" "-"\n`

test.each([
  ['empty lines', '\n'],
  ['lines of one letter', 'a\n'],
  ['lines that begin like Squid and hold no slash', '1286536308.7 1 a TCP 4 GET 6\n'],
  ['lines that begin like JSON', '{"a":\n'],
  ['short lines that look like JSON', `{"a":${' '.repeat(33)}b}\n`],
  ['one object inside another without end', '{"a":'],
  ['directives', '#Fields: c-ip cs-uri-stem\n'],
  ['brackets that never close', 'a [\n'],
  ['quotes that never close', '" '],
  ['percent signs', request('%25'.repeat(20_000))],
  ['comments that never close', request(`/?${'/*'.repeat(30_000)}`)],
  ['marks of probing one after the other', request(`/${'.env/.git/../'.repeat(4_000)}`)],
  ['marks in short lines', request('/.env?cmd=%2e%2e%2f')],
  ['posts to many pages', request('/x').replace('GET', 'POST')],
])('a megabyte of %s is read in time', (_name, piece) => {
  const log = Buffer.from(piece.repeat(Math.ceil(MEGABYTE / piece.length)), 'latin1')
  const before = process.cpuUsage()
  const reader = new WebLogReader()
  reader.write(log)
  reader.end()
  const { user, system } = process.cpuUsage(before)
  expect((user + system) / 1e6).toBeLessThan(SECONDS_MAX)
})
