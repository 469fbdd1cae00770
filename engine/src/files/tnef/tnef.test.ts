import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openArtefacts } from '../../evidence/open-artefacts.ts'
import { parseMessage } from '../../evidence/parse-message.ts'
import { parseTnef } from './parse-tnef.ts'

/** One attribute (MS-OXTNEF §2.1.3.2): level, number, length, data, checksum. */
function attribute(level: number, id: number, data: Uint8Array): Buffer {
  const head = Buffer.alloc(9)
  head[0] = level
  head.writeUInt32LE(id, 1)
  head.writeUInt32LE(data.length, 5)
  const check = Buffer.alloc(2)
  check.writeUInt16LE(data.reduce((sum, byte) => (sum + byte) & 0xffff, 0))
  return Buffer.concat([head, data, check])
}

/** A list of properties (§2.1.3.4), each a tag and its value. */
function properties(list: readonly (readonly [number, string | Uint8Array | number])[]): Buffer {
  const rows = list.map(([tag, value]) => {
    const head = Buffer.alloc(4)
    head.writeUInt32LE(tag)
    if (typeof value === 'number') return Buffer.concat([head, number(value)])
    const bytes = typeof value === 'string' ? Buffer.from(`${value}\0`, 'utf16le') : value
    const padding = Buffer.alloc((4 - (bytes.length % 4)) % 4)
    return Buffer.concat([head, number(1), number(bytes.length), bytes, padding])
  })
  return Buffer.concat([number(list.length), ...rows])
}

function number(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

/** §2.1.3.1: signature and key. */
const HEAD = Buffer.from('789f3e220100', 'hex')
const [ATT_START, ATT_TITLE, ATT_DATA, ATT_PROPERTIES, MSG_PROPERTIES] = [
  0x00069002, 0x00018010, 0x0006800f, 0x00069005, 0x00069003,
]
const HTML = Buffer.from('<p>See <a href="https://pay.invalid/">this</a></p>')
const INNER = Buffer.concat([
  HEAD,
  attribute(
    1,
    MSG_PROPERTIES,
    properties([
      [0x0037001f, 'Inner'],
      [0x1000001f, 'inner text'],
    ]),
  ),
])

const WINMAIL = Buffer.concat([
  HEAD,
  attribute(1, 0x00069007, number(932)),
  attribute(
    1,
    MSG_PROPERTIES,
    properties([
      [0x001a001f, 'IPM.Note'],
      [0x3fde0003, 65_001],
      [0x10130102, HTML],
    ]),
  ),
  attribute(2, ATT_START, Buffer.alloc(14)),
  // "請求書.exe" in Windows-31J, as the code page above says.
  attribute(
    2,
    ATT_TITLE,
    Buffer.concat([Buffer.from('90bf8b818f91', 'hex'), Buffer.from('.exe\0')]),
  ),
  attribute(2, ATT_DATA, Buffer.from('program')),
  attribute(2, ATT_START, Buffer.alloc(14)),
  attribute(
    2,
    ATT_PROPERTIES,
    properties([
      [0x3707001f, '明細.txt'],
      [0x37010102, Buffer.from('rows')],
    ]),
  ),
  attribute(2, ATT_START, Buffer.alloc(14)),
  attribute(
    2,
    ATT_PROPERTIES,
    properties([
      [0x3001001f, 'Inner'],
      [0x3701000d, Buffer.concat([Buffer.alloc(16), INNER])],
    ]),
  ),
])

test('winmail.dat gives its body, its links and the attachments that travel in it', async () => {
  const outer = `From: a@partner.example\r\nContent-Type: application/ms-tnef; name=winmail.dat\r\nContent-Transfer-Encoding: base64\r\n\r\n${WINMAIL.toString('base64')}\r\n`
  const { artefacts, problems } = await openArtefacts(parseMessage(Buffer.from(outer)))

  expect(problems).toEqual([])
  expect(artefacts[1]?.reading).toMatchObject({
    text: 'See this',
    links: [{ url: 'https://pay.invalid/', kind: 'anchor', text: 'this' }],
    facts: [{ name: 'message-class', value: 'IPM.Note' }],
  })
  expect(artefacts.slice(2).map(({ path, kind, fileName }) => [path, kind, fileName])).toEqual([
    ['0/1', 'archive-member', '請求書.exe'],
    ['0/2', 'archive-member', '明細.txt'],
    ['0/3', 'mail', 'Inner.eml'],
    ['0/3.1', 'text', undefined],
  ])
})

test('a file that was cut off says so and gives what is there', () => {
  const reading = parseTnef(WINMAIL.subarray(0, 400))
  expect(reading?.problems).toEqual(['file-damaged'])
  expect(reading?.message.attachments.length).toBeGreaterThan(0)
})

test('any bytes are read without a throw, twice the same', () => {
  const damaged = fc
    .array(fc.record({ at: fc.nat(WINMAIL.length - 1), byte: fc.nat(255) }), { maxLength: 10 })
    .map((changes) => {
      const bytes = Buffer.from(WINMAIL)
      for (const { at, byte } of changes) bytes[at] = byte
      return bytes
    })
  fc.assert(
    fc.property(damaged, (bytes) => {
      expect(parseTnef(bytes)).toEqual(parseTnef(bytes))
    }),
    { seed: 26, interruptAfterTimeLimit: 3_000, numRuns: 100_000, markInterruptAsFailure: false },
  )
})
