import { expect, test } from 'vitest'
import type { CaseMail } from './case-record.ts'
import { listSharedPages } from './list-shared-pages.ts'

const toLink = (code: string): string => `https://bit.ly/${code}aB3dE5`

const toMail = (...codes: readonly string[]): CaseMail => ({
  ...{ providerId: 'org-hoshimi', findings: [], texts: [] },
  indicators: codes.map((code) => ({
    ...{ type: 'url', value: toLink(code), context: 'link', path: '0' },
  })),
})

test('a page alone in one mail and among many of another is asked about once, with those', () => {
  const mails = [toMail('1'), toMail('1', '2', '3', '4')]
  for (const some of [mails, mails.toReversed()])
    expect(listSharedPages(some)(toLink('1'))).toEqual(['1', '2', '3', '4'].map(toLink))
})

test('pages of mails of few are asked about one by one', () => {
  const groupOf = listSharedPages([toMail('1', '2'), toMail('2', '3')])
  expect(groupOf(toLink('2'))).toEqual([toLink('2')])
})

test('of a mail of too many pages only the first are asked about, and of pages of no mail none', () => {
  const codes = Array.from({ length: 31 }, (_, at) => `${at + 100}`)
  const groupOf = listSharedPages([toMail(...codes)])
  expect(groupOf(toLink('100'))).toHaveLength(30)
  expect(groupOf(toLink('130'))).toBeUndefined()
  expect(groupOf(toLink('999'))).toBeUndefined()
})
