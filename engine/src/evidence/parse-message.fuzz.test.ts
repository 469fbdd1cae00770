import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { limits } from '../limits.ts'
import { readCorpus } from '../testing/index.ts'
import type { Message, Part } from './message.ts'
import { openArtefacts } from './open-artefacts.ts'
import { openEvidence } from './open-evidence.ts'
import { parseMessage } from './parse-message.ts'
import { fuzzSettings } from '../testing/fuzz-settings.ts'

/** Pieces of mail grammar: random bytes alone rarely get past the first line. */
const ALPHABET = [
  '\r\n',
  '\n',
  '\r',
  ' ',
  '\t',
  '\0',
  ':',
  ';',
  ',',
  '<',
  '>',
  '"',
  '\\',
  '(',
  ')',
  '@',
  '=',
  '--',
  'a',
  '\x1b$B',
  '\x1b(B',
  '\x82\xa0',
  '\xe3\x81\x82',
  '\xff',
  'From: ',
  'To: ',
  'Subject: ',
  'Date: ',
  'Received: from a by b; ',
  'Content-Type: ',
  'text/plain',
  'text/html',
  'multipart/mixed; boundary=b',
  'multipart/alternative; boundary="bb"',
  'message/rfc822',
  'application/zip',
  '; charset=',
  'utf-8',
  'iso-2022-jp',
  'shift_jis',
  'utf-7',
  'x-none',
  'Content-Transfer-Encoding: ',
  'base64',
  'quoted-printable',
  'x-uuencode',
  'Content-Disposition: attachment; filename=',
  "filename*0*=utf-8''%E3",
  '\r\n\r\n',
  '\r\n--b\r\n',
  '\r\n--bb\r\n',
  '\r\n--b--\r\n',
  '=?utf-8?B?44GC?=',
  '=?x?Q?=?=',
  'begin 644 a\r\n',
  'end\r\n',
  'PK\x03\x04',
  'PK\x05\x06',
  '<a href="http://a.example/">',
  '<p style="display:none">',
  '</p>',
  '<!--',
  '&amp;',
  'http://a.example/',
  'hxxp://b[.]example',
  'password: abc',
  '-----Original Message-----\r\n',
]

const mailLike = fc
  .array(fc.oneof(fc.constantFrom(...ALPHABET), fc.string({ maxLength: 6 })), { maxLength: 120 })
  .map((pieces) => Buffer.from(pieces.join(''), 'latin1'))
const anyBytes = fc.uint8Array({ maxLength: 2_000 }).map((bytes) => Buffer.from(bytes))

const samples = [...readCorpus('malformed'), ...readCorpus('benign')]
/** A real structure with a few bytes changed, cut out or doubled. */
const mutated = fc
  .record({
    sample: fc.constantFrom(...samples),
    cuts: fc.array(
      fc.record({ at: fc.nat(5_000), size: fc.nat(40), put: fc.constantFrom(...ALPHABET) }),
      {
        maxLength: 6,
      },
    ),
  })
  .map(({ sample, cuts }) =>
    cuts.reduce((bytes, { at, size, put }) => {
      const place = bytes.length === 0 ? 0 : at % bytes.length
      const head = bytes.subarray(0, place)
      return Buffer.concat([head, Buffer.from(put, 'latin1'), bytes.subarray(place + size)])
    }, Buffer.from(sample.bytes)),
  )

const anyMail = fc.oneof(mailLike, mutated, anyBytes)
const bounded = fuzzSettings(2_047)

/** All that can be seen of a mail, as plain data. */
function describeMessage(message: Message): unknown {
  return {
    headers: message.headers.map(({ name, value, range, line }) => [name, value, range, line]),
    from: message.from?.address,
    to: message
      .addresses('to')
      .map(({ address, displayName, range }) => [address, displayName, range]),
    subject: message.subject,
    sentAt: message.sentAt?.toISOString(),
    parts: message.parts.map(({ path, type, fileName, range, bodyRange, content, text }) => [
      path,
      type,
      fileName,
      range,
      bodyRange,
      Buffer.from(content).toString('hex'),
      text,
    ]),
    shown: message.shownText,
    hidden: message.hiddenText,
    links: message.links,
    received: message.received.map(({ fromIp, at }) => [fromIp, at?.toISOString()]),
    problems: message.problems,
  }
}

/** Parts lie inside their parents, in order, without overlap: no byte belongs to two of them. */
function expectNested(part: Part): void {
  let at = part.bodyRange.start
  expect(part.bodyRange.start).toBeGreaterThanOrEqual(part.range.start)
  expect(part.bodyRange.end).toBe(part.range.end)
  for (const child of part.children) {
    expect(child.range.start).toBeGreaterThanOrEqual(at)
    expect(child.range.end).toBeLessThanOrEqual(part.bodyRange.end)
    at = child.range.end
    expectNested(child)
  }
}

describe('any bytes', () => {
  test('are read without a throw, twice the same, and belong to a part', () => {
    fc.assert(
      fc.property(anyMail, (bytes) => {
        const message = parseMessage(bytes)
        const first = describeMessage(message)

        expect(describeMessage(parseMessage(bytes))).toEqual(first)
        expect(message.root.range).toEqual({ start: 0, end: bytes.length })
        expectNested(message.root)
      }),
      bounded,
    )
  })

  test('keep every range inside the bytes it refers to and every list inside its limit', () => {
    fc.assert(
      fc.property(anyMail, (bytes) => {
        const message = parseMessage(bytes)
        const ranges = [
          ...message.headers.flatMap(({ range, valueRange }) => [range, valueRange]),
          ...message.addresses('from').map(({ range }) => range),
        ]
        for (const { start, end } of ranges) {
          expect(start).toBeGreaterThanOrEqual(0)
          expect(start).toBeLessThanOrEqual(end)
          expect(end).toBeLessThanOrEqual(bytes.length)
        }
        const texts = new Map(message.parts.map(({ path, text }) => [path, text ?? '']))
        for (const { path, textRange } of message.links) {
          expect(textRange.end).toBeLessThanOrEqual(texts.get(path)?.length ?? 0)
        }
        expect(message.parts.length).toBeLessThanOrEqual(limits.partsMax + 1)
        expect(message.problems.length).toBeLessThanOrEqual(limits.problemsMax + 1)
      }),
      bounded,
    )
  })

  test('are opened to their last layer without a throw', async () => {
    await fc.assert(
      fc.asyncProperty(anyMail, async (bytes) => {
        const { artefacts } = await openArtefacts(parseMessage(bytes))
        const opened = await openEvidence(bytes, { forwarded: true })

        expect(artefacts[0]?.sizeBytes).toBe(bytes.length)
        expect(opened.mails.every((mail) => mail.bytes instanceof Uint8Array)).toBe(true)
      }),
      bounded,
    )
  })
})
