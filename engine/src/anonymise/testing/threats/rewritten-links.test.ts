import { describe, expect, test } from 'vitest'
import { toQuestionId } from '../../question.ts'
import { draftFromMail } from '../draft-from-mail.ts'

const DATE = 'Thu, 19 Nov 2026 09:12:00 +0900'
const LURE = 'https://login.parcel-two.test/signin'
const toMail = (type: string, body: readonly string[]) => [
  `Received: from out.parcel-desk.test (out.parcel-desk.test [198.51.100.23]) by mx.hoshimi-kiko.example with ESMTP id 1 for <mori@hoshimi-kiko.example>; ${DATE}`,
  ...['From: Desk <a@parcel-desk.test>', 'To: mori@hoshimi-kiko.example'],
  ...['Subject: notice of delivery', `Date: ${DATE}`, 'MIME-Version: 1.0'],
  ...[`Content-Type: ${type}; charset=utf-8`, '', ...body],
]
const toText = (link: string) =>
  toMail('text/plain', ['お客様各位', '', 'アカウントの確認が必要です。', link, '', '配送センター'])
const ASKED = 'rewriting-place mizuki-holdings.example'
const OMIT = { [toQuestionId('rewriting-place', 'mizuki-holdings.example')]: 'omit' } as const
/** With the answer about each of the sites that are shown, too. */
const SHOWN = {
  ...OMIT,
  [toQuestionId('shown-site', 'parcel-two.test')]: 'keep',
  [toQuestionId('shown-site', 'parcel-three.test')]: 'keep',
} as const

describe('T21: a link that a gateway of the receiving side rewrote, with where it leads in its address', () => {
  test.each([
    'https://gw.mizuki-holdings.example/https/login.parcel-two.test/signin',
    'https://gw.mizuki-holdings.example/https://login.parcel-two.test/signin',
    'https://gw.mizuki-holdings.example/redirect#https://login.parcel-two.test/signin',
  ])('%s stays inside, and the target goes out once a person has said so', async (link) => {
    const { values, asked } = await draftFromMail(toText(link))
    expect(values.join('\n')).not.toMatch(/mizuki|parcel-two/u)
    expect(asked).toContain(ASKED)
    const answered = await draftFromMail(toText(link), { decisions: OMIT })
    expect(answered.values).toContain(`url ${LURE}`)
    expect(answered.values.join('\n')).not.toContain('mizuki')
  })

  test('in a parameter it stays inside, and the target goes out', async () => {
    const link = `https://gw.mizuki-holdings.example/?h=${Buffer.from(LURE).toString('hex')}`
    const { values, asked } = await draftFromMail(toText(link))
    expect(values).toContain(`url ${LURE}`)
    expect(values.join('\n')).not.toContain('mizuki')
    expect(asked).toContain(ASKED)
  })

  test('with its host alone it is asked about, and the host goes out in its place', async () => {
    const lines = toText('https://gw.mizuki-holdings.example/login.parcel-two.test/signin')
    expect((await draftFromMail(lines)).asked).toContain(ASKED)
    const { values } = await draftFromMail(lines, { decisions: SHOWN })
    expect(values).toContain(`url ${LURE}`)
    expect(values.join('\n')).not.toContain('mizuki')
  })
})

describe('T21: a link whose words show the address that a gateway has taken out', () => {
  const toLink = (code: number, shown: string) =>
    `<p>確認 <a href="https://urlscan.mizuki-holdings.example/check/${code}">${shown}</a></p>`

  test('is asked about: a phisher shows a genuine site as well', async () => {
    const lines = toMail('text/html', [`<p>お客様各位</p>${toLink(12_345, LURE)}`])
    expect((await draftFromMail(lines)).asked).toContain(ASKED)
    const { values } = await draftFromMail(lines, { decisions: SHOWN })
    expect(values).toContain(`url ${LURE}`)
    expect(values).toContain('domain login.parcel-two.test')
    expect(values.join('\n')).not.toContain('mizuki')
  })

  test('stays inside by an answer where it stands before several sites', async () => {
    const other = 'https://pay.parcel-three.test/x'
    const lines = toMail('text/html', [toLink(1, LURE), toLink(2, other)])
    expect((await draftFromMail(lines)).asked).toContain(ASKED)
    const { values } = await draftFromMail(lines, { decisions: SHOWN })
    expect(values).toContain(`url ${LURE}`)
    expect(values).toContain(`url ${other}`)
    expect(values.join('\n')).not.toContain('mizuki')
  })

  test('is asked about by each site: a footer that was added is rewritten like the lure', async () => {
    const footer = toLink(3, 'https://wiki.akagane-works.example/mail-policy')
    const lines = toMail('text/html', [toLink(1, LURE), '<p>配送センター</p>', footer])
    const { values, asked } = await draftFromMail(lines, { decisions: SHOWN })
    expect(values).toContain(`url ${LURE}`)
    expect(values.join('\n')).not.toContain('akagane')
    expect(asked).toContain('shown-site akagane-works.example')
  })
})
