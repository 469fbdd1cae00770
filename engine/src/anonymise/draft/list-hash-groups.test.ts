import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import type { CaseMail } from './case-record.ts'
import { listHashGroups } from './list-hash-groups.ts'

const toHash = (name: string): string => createHash('sha256').update(name).digest('hex')

const toMail = (...files: readonly string[]): CaseMail => ({
  ...{ providerId: 'org-hoshimi', findings: [], texts: [] },
  indicators: files.map((name) => ({
    ...{ type: 'sha256', value: toHash(name), context: 'attachment', path: '0.1' },
  })),
})

test('mails of many files that share one are asked about together, in one order', () => {
  const mails = [toMail('a', 'b', 'c', 'd'), toMail('w', 'x', 'y', 'z'), toMail('d', 'e', 'f', 'w')]
  const all = [...'abcdefwxyz'].map(toHash).sort()
  for (const some of [mails, mails.toReversed()]) {
    for (const name of 'aez') expect(listHashGroups(some)(toHash(name))).toEqual(all)
  }
})

test('a mail of few files is asked about file by file', () => {
  const groupOf = listHashGroups([toMail('a', 'b', 'c'), toMail('d', 'e', 'f', 'g')])
  expect(groupOf(toHash('a'))).toEqual([toHash('a')])
  expect(groupOf(toHash('d'))).toHaveLength(4)
})

test('a chain of mails made to be long is put together once, and nobody is asked about all of it', () => {
  const chain = Array.from({ length: 400 }, (_, mail) =>
    toMail(...Array.from({ length: 400 }, (__, file) => `${mail * 399 + file}`)),
  )
  const groupOf = listHashGroups(chain)
  expect(groupOf(toHash('0'))).toBeUndefined()
  expect(groupOf(toHash('elsewhere'))).toEqual([toHash('elsewhere')])
})
