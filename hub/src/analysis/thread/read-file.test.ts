import { afterAll, expect, test } from 'vitest'
import { ParsingThread } from './parsing-thread.ts'
import { type FileOutcome, readFile } from './read-file.ts'

// The thread here fails as its file tells it to; see testing/poison-thread.ts.
const thread = new ParsingThread({
  entry: new URL('../../testing/poison-thread.ts', import.meta.url),
  heapMb: 40,
  times: { fileWallMs: 6_000, furtherMailMs: 0, mailWallMs: 2_000 },
})
afterAll(() => thread.close())

const SUBMITTED = new Date('2026-10-15T01:00:00Z')
const REGISTER = { stamp: '1', register: { organisations: [] }, knowledge: {}, rules: [] }

async function read(orders: string) {
  const outcome: FileOutcome = { kind: 'unknown', mailCount: 0, problems: [], logs: [] }
  const file = { bytes: Buffer.from(orders), isForward: false, submittedAt: SUBMITTED }
  const mails: string[] = []
  for await (const mail of readFile(thread, file, REGISTER, outcome)) {
    mails.push(mail.problem?.code ?? mail.record?.subject ?? '?')
  }
  return { mails, problems: outcome.problems.map(({ code }) => code) }
}

test.each([
  ['fine,fine', ['Mail 1', 'Mail 2'], []],
  ['fine,hang,fine', ['Mail 1', 'reading-took-too-long', 'Mail 3'], []],
  ['exit,fine', ['reading-broke-off', 'Mail 2'], []],
  ['throw,fine', ['reading-broke-off', 'Mail 2'], []],
  ['memory,fine', ['reading-took-too-much-memory', 'Mail 2'], []],
  ['fine,throw', ['Mail 1', 'reading-broke-off'], []],
  ['open-hang', [], ['reading-took-too-long']],
  ['open-exit', [], ['reading-broke-off']],
  ['open-memory', [], ['reading-took-too-much-memory']],
  // Four broken mails are enough; the rest is left, and said to be.
  [
    'exit,exit,exit,exit,fine',
    Array.from({ length: 4 }, () => 'reading-broke-off'),
    ['reading-left-off'],
  ],
])('%s', async (orders, mails, problems) => {
  expect(await read(orders.replaceAll(',', '\n'))).toEqual({ mails, problems })
  // Whatever happened, the next file is read.
  expect(await read('fine')).toEqual({ mails: ['Mail 1'], problems: [] })
})
