import { describe, expect, test } from 'vitest'
import { draftFromMail } from '../draft-from-mail.ts'

const DATE = 'Thu, 19 Nov 2026 09:12:00 +0900'
const LURE = 'https://login.parcel-two.test/signin'
const HOP = `Received: from out.parcel-desk.test (out.parcel-desk.test [198.51.100.23]) by mx.hoshimi-kiko.example with ESMTP id 1 for <mori@hoshimi-kiko.example>; ${DATE}`
const many = (count: number, to: (at: number) => string): readonly string[] =>
  Array.from({ length: count }, (_, at) => to(at))
const toMail = ({
  hops = [],
  head = [],
  from = 'Desk <a@parcel-desk.test>',
  link = LURE,
}: Parts) => [
  ...[HOP, ...hops, `From: ${from}`, 'To: mori@hoshimi-kiko.example', ...head],
  ...['Subject: notice of delivery', `Date: ${DATE}`, 'MIME-Version: 1.0'],
  ...['Content-Type: text/plain; charset=utf-8', '', 'ご確認ください。', link],
]
interface Parts {
  readonly hops?: readonly string[]
  readonly head?: readonly string[]
  readonly from?: string
  readonly link?: string
}

describe('a sender who fills the room of a mail keeps no link of his out of the text', () => {
  const SENDERS = many(260, (at) => `a${at}@b${at}.test`).join(',\r\n ')
  test.each([
    ['places to answer to', { head: [`Reply-To: ${SENDERS}`] }],
    ['senders', { from: `a@parcel-desk.test, ${SENDERS}` }],
    [
      'hops',
      {
        hops: many(
          600,
          (at) =>
            `Received: from a${at}.b.test ([51.${at % 200}.${Math.floor(at / 200) + 3}.9]) by c.d.test; ${DATE}`,
        ),
      },
    ],
  ] satisfies readonly (readonly [string, Parts])[])(
    '%s',
    async (_name, parts) => {
      const { values, omitted } = await draftFromMail(toMail(parts))
      expect(values).toContain(`url ${LURE}`)
      expect(values).toContain('domain parcel-desk.test')
      expect(omitted).toContain('more-links')
    },
    60_000,
  )
})

describe('a link that is longer than a value may be', () => {
  test.each([
    ['at what all use', 'https://sites.google.com/view/'],
    ['at a place of his own', 'https://parcel-two.test/'],
  ])('%s goes out up to there', async (_name, start) => {
    const { values } = await draftFromMail(toMail({ link: `${start}${'hello/'.repeat(400)}` }))
    const url = values.find((value) => value.startsWith(`url ${start}hello/hello/`))
    expect(url).toMatch(/\/hello\/\{token\}$/u)
    expect(url?.length).toBeGreaterThan(1900)
    expect(url?.length).toBeLessThanOrEqual(2004)
  })

  test('and is said to be missing where nothing of it can be shown', async () => {
    const { omitted, values } = await draftFromMail(
      toMail({ link: `https://sites.google.com/view?${'say=hello&'.repeat(240)}` }),
    )
    expect(omitted).toContain('more-links')
    expect(values.join('\n')).not.toContain('sites.google.com')
  })
})
