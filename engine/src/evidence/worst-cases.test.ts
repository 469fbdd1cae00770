import { describe, expect, test } from 'vitest'
import { limits } from '../limits.ts'
import { detectType } from '../files/types/detect-type.ts'
import type { Message } from './message.ts'
import { openArtefacts } from './open-artefacts.ts'
import { openEvidence } from './open-evidence.ts'
import { parseMessage } from './parse-message.ts'

const HEAD = 'From: a@partner.example\r\nSubject: worst\r\n'
const HTML = `${HEAD}Content-Type: text/html\r\n\r\n`

/** CPU seconds of this process, so that a busy machine does not fail the test. */
function cpuSeconds(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

/** Everything a technique may ask of a mail. */
function readAll(bytes: Uint8Array): Message {
  const message = parseMessage(bytes)
  void [message.from, message.subject, message.sentAt, message.shownText, message.hiddenText]
  void [message.links, message.received, message.addresses('to'), message.attachments]
  void message.problems
  return message
}

const nested = (depth: number) =>
  Array.from(
    { length: depth },
    (_, level) => `Content-Type: multipart/mixed; boundary=b${level}\r\n\r\n--b${level}\r\n`,
  ).join('')

/** Mails that made libraries hang, lose content or overflow their stack; all are cheap to send. */
const CASES: Readonly<Record<string, readonly [make: () => Buffer, problem: string | undefined]>> =
  {
    '100,000 nested multiparts': [
      () => Buffer.from(`${HEAD}${nested(100_000)}\r\nend`),
      'over-nested',
    ],
    '20,000 nested mails': [
      () => Buffer.from(`${'Content-Type: message/rfc822\n\n'.repeat(20_000)}end`),
      undefined,
    ],
    '1,000,000 headers': [
      () => Buffer.from(`${HEAD}${'X: abcd\n'.repeat(1_000_000)}\nbody`),
      'over-many-headers',
    ],
    '1,000,000 folds': [
      () => Buffer.from(`Subject: a\n${' b\n'.repeat(1_000_000)}\nbody`),
      'over-large-header',
    ],
    '100,000 flat parts': [
      () =>
        Buffer.from(
          `${HEAD}Content-Type: multipart/mixed; boundary=b\n\n${'--b\n\nx\n'.repeat(100_000)}--b--\n`,
        ),
      'over-many-parts',
    ],
    'one line of 50 MB': [
      () => Buffer.concat([Buffer.from(`${HEAD}\r\n`), Buffer.alloc(50_000_000, 'a')]),
      'over-long-text',
    ],
    '50 MB of base64': [
      () =>
        Buffer.from(
          `${HEAD}Content-Type: application/x-a\r\nContent-Transfer-Encoding: base64\r\n\r\n${`${'QUJD'.repeat(19)}\r\n`.repeat(640_000)}`,
        ),
      undefined,
    ],
    '16,000,000 lines that look like boundaries': [
      () =>
        Buffer.from(
          `${HEAD}Content-Type: multipart/mixed; boundary=b\n\n--b\n\n${'--\n'.repeat(16_000_000)}`,
        ),
      'over-many-boundaries',
    ],
    '2,000,000 open elements': [
      () => Buffer.from(HTML + '<div>'.repeat(2_000_000)),
      'over-many-elements',
    ],
    'a million end tags without partners': [
      () => Buffer.from(`${HTML}${'<b>'.repeat(3_000)}${'</i>'.repeat(1_000_000)}`),
      'over-many-elements',
    ],
    '300,000 opening brackets in From': [
      () => Buffer.from(`From: ${'<'.repeat(300_000)}\n\n`),
      'over-large-header',
    ],
    '300,000 quotes in From': [
      () => Buffer.from(`From: ${'"\\'.repeat(300_000)}\n\n`),
      'over-large-header',
    ],
    '50,000 broken encoded words': [
      () => Buffer.from(`Subject: ${'=?x?q?'.repeat(50_000)}\n\n`),
      'over-large-header',
    ],
    '500,000 URLs that open brackets': [
      () => Buffer.from(`${HEAD}\n${'http://a.example/('.repeat(500_000)}`),
      'over-long-text',
    ],
  }

const LINEAR_SECONDS_MAX = 5

describe('cheap mails that are dear to read', () => {
  test.each(Object.entries(CASES))(
    '%s: no more work than its size asks for',
    (_name, [make, problem]) => {
      const bytes = make()
      let message: Message | undefined
      const seconds = cpuSeconds(() => {
        message = readAll(bytes)
      })

      // Many are above 1 MB, for which a slow machine takes a second; quadratic work takes minutes.
      expect(seconds).toBeLessThan(LINEAR_SECONDS_MAX)
      expect(message?.root.range).toEqual({ start: 0, end: bytes.length })
      if (problem !== undefined)
        expect(message?.problems.map(({ code }) => code)).toContain(problem)
    },
  )

  test('20,000 nested mails are opened to the limit, and it is said where that is', async () => {
    const bytes = Buffer.from(`${'Content-Type: message/rfc822\n\n'.repeat(20_000)}end`)
    const { artefacts, problems } = await openArtefacts(parseMessage(bytes))

    expect(artefacts.length).toBeLessThanOrEqual(limits.mailDepthMax + 2)
    expect(problems.map(({ code }) => code)).toContain('over-nested')
  })

  test('8 MB of archive end records are refused at once', async () => {
    const records = Buffer.from('PK\x05\x06'.repeat(2_000_000), 'latin1')
    const head = Buffer.from(`${HEAD}Content-Type: application/zip; name=a.zip\r\n\r\n`)
    const before = process.cpuUsage()
    const { artefacts } = await openArtefacts(parseMessage(Buffer.concat([head, records])))
    const { user } = process.cpuUsage(before)

    expect(artefacts.at(-1)?.unreadable).toBe('archive-damaged')
    expect(user / 1e6).toBeLessThan(1)
  })
})

/** Pieces whose repetition has cost other parsers a quadratic time. */
const REPEATED: Readonly<Record<string, (count: number) => string>> = {
  headers: (count) => `${'X-A: b\r\n'.repeat(count)}\r\n`,
  folds: (count) => `To: a${'\r\n b'.repeat(count)}\r\n\r\n`,
  addresses: (count) => `To: ${'"A, B" <a@b.example>, '.repeat(count)}\r\n\r\n`,
  comments: (count) => `To: ${'(('.repeat(count)}a@b.example${'))'.repeat(count)}\r\n\r\n`,
  words: (count) => `Subject: ${'=?utf-8?B?44GC?= '.repeat(count)}\r\n\r\n`,
  parameters: (count) => `Content-Type: a/b${'; a*0*=x'.repeat(count)}\r\n\r\n`,
  parts: (count) =>
    `Content-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\n\r\nx\r\n'.repeat(count)}`,
  tags: (count) => `${HTML}${'<p style="color:red">a<b>b'.repeat(count)}`,
  anchors: (count) => `${HTML}${'<a href="http://a.example/">'.repeat(count)}`,
  attributes: (count) => `${HTML}<a ${'href=x '.repeat(count)}>`,
  comments2: (count) => `${HTML}${'<!--'.repeat(count)}`,
  entities: (count) => `${HTML}${'&amp;'.repeat(count)}`,
  escapes: (count) =>
    `Content-Type: text/plain; charset=iso-2022-jp\r\n\r\n${'\x1b$B'.repeat(count)}`,
  uuencode: (count) => `${HEAD}\r\n${'begin 644 a\n#AAAA\n'.repeat(count)}`,
  'carriage returns': (count) => `Subject: ${'\r'.repeat(count * 8)}x\r\n\r\n`,
  'uuencoded returns': (count) =>
    `${HEAD}Content-Transfer-Encoding: x-uuencode\r\n\r\n${'\r'.repeat(count * 8)}x`,
  dots: (count) => `From: a@${'.'.repeat(count * 8)}x\r\n\r\n`,
  'closing brackets': (count) =>
    `${HEAD}\r\n${`http://a.example/${')'.repeat(300)} `.repeat(count / 80)}`,
  labels: (count) => `${HEAD}\r\n${'From: a@b.example\n'.repeat(count)}`,
}

/** Pieces for the readings that come after parsing: types of files and quoted mails. */
const OPENED: Readonly<Record<string, (count: number) => string>> = {
  'comments before a tag': (count) => '<!---->'.repeat(count),
  'open comments': (count) => '<!--'.repeat(count),
  dashes: (count) => '-'.repeat(count * 8),
  'spaces behind a label': (count) => `From${' '.repeat(count * 8)}x`,
  quotes: (count) => `${'>'.repeat(count)}From: a@b.example`,
  'address wrappers': (count) => `From: ${'[mailto:'.repeat(count)}\nTo: x\nSubject: a@b.example`,
  mbox: (count) => 'From x@b.example 2026\n\n'.repeat(count),
}

describe('four times the input takes about four times the time to open', () => {
  test.each(Object.entries(OPENED))('%s', async (_name, make) => {
    const best = async (count: number) => {
      const body = Buffer.from(make(count))
      const head = Buffer.from(`${HTML}<p>`)
      const rounds: number[] = []
      for (let round = 0; round < 4; round++) {
        const before = process.cpuUsage()
        detectType(body, 'a.txt')
        await openEvidence(Buffer.concat([head, body]), { forwarded: true })
        await openEvidence(Buffer.concat([Buffer.from(`${HEAD}\r\n`), body]), { forwarded: true })
        await openEvidence(body)
        const { user, system } = process.cpuUsage(before)
        rounds.push((user + system) / 1e6)
      }
      return Math.min(...rounds)
    }
    expect(await best(32_000)).toBeLessThan((await best(8_000)) * 10 + 0.05)
  })
})

describe('four times the input takes about four times the time', () => {
  test.each(Object.entries(REPEATED))('%s', (_name, make) => {
    const count = 8_000
    const small = Buffer.from(make(count), 'latin1')
    const large = Buffer.from(make(count * 4), 'latin1')
    // The best of some rounds, because the first ones compile; four times the input for a clear signal.
    const best = (bytes: Buffer) =>
      Math.min(...Array.from({ length: 4 }, () => cpuSeconds(() => readAll(bytes))))

    expect(best(large)).toBeLessThan(best(small) * 10 + 0.02)
  })
})
