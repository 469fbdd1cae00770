import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { expect, test } from 'vitest'
import { toSignedText } from 'contract/audit-export'
import { type Expected, verifyExport } from './verify-export.ts'

// Exports written here from the description of the format, not by the hub: the test of the hub's
// own exports stands beside the hub.
const ZEROS = '0'.repeat(64)
const { privateKey, publicKey } = generateKeyPairSync('ed25519')
const KEY = publicKey.export({ format: 'pem', type: 'spki' }).toString()
const STRANGER = generateKeyPairSync('ed25519').publicKey.export({ format: 'pem', type: 'spki' })

const hashOf = (form: string) => createHash('sha256').update(form).digest('hex')

function writeExport(count: number, from = 1, previous = ZEROS) {
  let last = previous
  const entries = Array.from({ length: count }, (_, at) => {
    const form = JSON.stringify([last, from + at, 1767225600.5, 'hub', 'tried', 'try:1', { n: at }])
    last = hashOf(form)
    return { form, hash: last }
  })
  const head = { kind: 'noroshi-audit-export', version: 1, from, previous } as const
  const end = {
    ...{ to: from + count - 1, last, isWhole: true },
    exportedAt: '2026-11-26T00:00:00.000Z',
  }
  const signature = sign(null, Buffer.from(toSignedText(head, end)), privateKey).toString('base64')
  return { head, entries, end: { ...end, signature, key: KEY } }
}
type Written = ReturnType<typeof writeExport>

async function* toLines(lines: readonly unknown[]) {
  for (const line of lines) yield typeof line === 'string' ? line : JSON.stringify(line)
}

const verify = (
  { head, entries, end }: Pick<Written, 'head' | 'end'> & { readonly entries: readonly unknown[] },
  expected: Expected = {},
) => verifyExport(toLines([head, ...entries, end]), expected)

test('an untouched export holds, an empty one too, and a second file goes on where the first ended', async () => {
  const first = writeExport(3)
  const one = await verify(first, { key: KEY })
  expect(one).toMatchObject({ isIntact: true, found: { from: 1, to: 3, isWhole: true } })
  if (!one.isIntact) return
  const second = writeExport(2, 4, first.end.last)
  expect(await verify(second, { before: one.found })).toMatchObject({ isIntact: true })
  expect(await verify(writeExport(2, 5, first.end.last), { before: one.found })).toMatchObject({
    flaw: 'not-continued',
  })
  expect(await verify(writeExport(0))).toMatchObject({ isIntact: true, found: { to: 0 } })
})

/** As the hub writes an entry about what is restricted to others. */
const withhold = (at: number) => (written: Written) => {
  const { entries, head } = written
  const previous = entries[at - 1]?.hash ?? head.previous
  return {
    ...written,
    entries: entries.map((entry, place) =>
      place === at ? { withheld: true, previous, hash: entry.hash } : entry,
    ),
  }
}

test('an entry withheld keeps its link, is counted, and cannot stand in for another', async () => {
  const written = withhold(1)(writeExport(3))
  expect(await verify(written)).toMatchObject({ isIntact: true, found: { to: 3, withheld: 1 } })
  const other = { withheld: true, previous: ZEROS, hash: 'a'.repeat(64) }
  const exchanged = written.entries.map((entry, place) => (place === 1 ? other : entry))
  expect(await verify({ ...written, entries: exchanged })).toMatchObject({ flaw: 'not-chained' })
  const missing = written.entries.filter((_, place) => place !== 1)
  expect(await verify({ ...written, entries: missing })).toMatchObject({ flaw: 'not-chained' })
})

const edit = (at: number, text: string, by: string) => (written: Written) => {
  const entry = written.entries[at]
  if (entry !== undefined) entry.form = entry.form.replace(text, by)
  return written
}
/** Whoever changes an entry can make its hash again, but not the ones after it. */
const editWithHash = (at: number, text: string, by: string) => (written: Written) => {
  const entry = edit(at, text, by)(written).entries[at]
  if (entry !== undefined) entry.hash = hashOf(entry.form)
  return written
}

test.each<[string, (written: Written) => Written, string, number]>([
  ['another word in an entry', edit(1, 'tried', 'never'), 'changed', 3],
  ['another word and its hash', editWithHash(1, 'tried', 'never'), 'not-chained', 4],
  ['another word at the end', editWithHash(3, 'tried', 'never'), 'wrong-end', 6],
  ['an entry taken out', (w) => ({ ...w, entries: w.entries.toSpliced(1, 1) }), 'not-chained', 3],
  ['the last one taken out', (w) => ({ ...w, entries: w.entries.slice(0, -1) }), 'wrong-end', 5],
  [
    'two exchanged',
    (w) => ({ ...w, entries: w.entries.toSorted((a, b) => (a.hash < b.hash ? 1 : -1)) }),
    'not-chained',
    2,
  ],
  [
    'said to be all of it',
    (w) => ({ ...w, end: { ...w.end, isWhole: false } }),
    'wrong-signature',
    6,
  ],
  [
    'dated back',
    (w) => ({ ...w, end: { ...w.end, exportedAt: '2025-01-01T00:00:00Z' } }),
    'wrong-signature',
    6,
  ],
  [
    'signed by another',
    (w) => ({ ...w, end: { ...w.end, key: String(STRANGER) } }),
    'wrong-signature',
    6,
  ],
  ['no key', (w) => ({ ...w, end: { ...w.end, key: 'none' } }), 'wrong-signature', 6],
])('%s is found', async (_, tamper, flaw, line) => {
  const verdict = await verify(tamper(writeExport(4)))
  // The order of hashes is chance; which entry is the first out of place is too.
  if (flaw === 'not-chained' && line === 2) expect(verdict).toMatchObject({ isIntact: false })
  else expect(verdict).toEqual({ isIntact: false, flaw, line })
})

test.each<[string, readonly unknown[], string]>([
  ['nothing', [], 'no-export'],
  ['a table', ['a,b', 'c,d'], 'no-export'],
  ['a head alone', [writeExport(1).head], 'cut-off'],
  ['rubbish inside', [writeExport(1).head, 'x', writeExport(1).end], 'unreadable-line'],
  ['prototype names', [writeExport(1).head, '{"__proto__":1}'], 'unreadable-line'],
  ['lines after the end', [writeExport(0).head, writeExport(0).end, '{}'], 'wrong-end'],
])('%s is refused', async (_, lines, flaw) => {
  expect(await verifyExport(toLines(lines), {})).toMatchObject({ isIntact: false, flaw })
})

test('a key that is not the expected one is told, even when the signature is right', async () => {
  expect(await verify(writeExport(2), { key: String(STRANGER) })).toMatchObject({
    flaw: 'other-key',
  })
})
