import { expect, test } from 'vitest'
import { draftFromMail } from '../draft-from-mail.ts'

const toMail = (header: readonly string[], body: readonly string[]) => [
  ...header,
  'Date: Thu, 19 Nov 2026 09:12:00 +0900',
  'MIME-Version: 1.0',
  'Content-Type: text/plain; charset=utf-8',
  '',
  ...body,
]
const TELLING = /akagane|kashiwabara/iu

test.each([
  ['the greeting', 'Dear kashiwabara@akagane-works.example,', 'https://parcel-desk.test/login'],
  ['a Japanese greeting', 'kashiwabara@akagane-works.example 様', 'https://parcel-desk.test/login'],
  ['a link', 'Hello', 'https://parcel-desk.test/login?e=kashiwabara@akagane-works.example'],
  // printf kashiwabara@akagane-works.example | base64
  [
    'a link in Base64',
    'Hello',
    'https://parcel-desk.test/login#a2FzaGl3YWJhcmFAYWthZ2FuZS13b3Jrcy5leGFtcGxl',
  ],
])('a recipient whom only %s names stays inside', async (_name, greeting, link) => {
  const mail = toMail(
    ['From: desk@parcel-desk.test', 'Subject: notice kashiwabara'],
    [
      greeting,
      link,
      'https://akagane-works.parcel-desk.test/',
      'https://parcel-desk.test/akagane-works/a',
    ],
  )
  const { values, asked } = await draftFromMail(mail)
  expect(values.join('\n')).not.toMatch(TELLING)
  expect(values).toContain('domain parcel-desk.test')
  expect(asked).toContain('met-name akagane-works.parcel-desk.test')
})

test('an address of whoever a link leads to shows no recipient', async () => {
  const links = ['https://parcel-desk.test/?contact=help@parcel-desk.test']
  const mail = toMail(['From: a@parcel-desk.test', 'Subject: notice'], ['Hello', ...links])
  const { values, asked } = await draftFromMail(mail)
  expect(values).toContain('domain parcel-desk.test')
  expect(asked.filter((one) => one.startsWith('met-name'))).toEqual([])
})
