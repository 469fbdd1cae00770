import { describe, expect, test } from 'vitest'
import { toQuestionId } from '../../question.ts'
import { draftFromMail } from '../draft-from-mail.ts'

const DATE = 'Thu, 19 Nov 2026 09:12:00 +0900'
const toMail = (body: readonly string[], from = 'a@parcel-desk.test') => [
  `Received: from out.parcel-desk.test (out.parcel-desk.test [198.51.100.23]) by mx.hoshimi-kiko.example with ESMTP id 1 for <mori@hoshimi-kiko.example>; ${DATE}`,
  ...[`From: Desk <${from}>`, 'To: mori@hoshimi-kiko.example'],
  ...['Subject: notice of payment', `Date: ${DATE}`, 'MIME-Version: 1.0'],
  ...['Content-Type: text/html; charset=utf-8', '', '<p>お客様各位</p>', ...body],
]
const toLink = (link: string, shown: string) => `<p>確認 <a href="${link}">${shown}</a></p>`
const PLACE = 'okuri-two.test'
const BANK = 'https://www.minato-ginko.example/login'
const GENUINE = /minato-ginko|umibe-ginko/u
const answer = (choice: 'keep' | 'omit') => ({
  decisions: { [toQuestionId('rewriting-place', PLACE)]: choice },
})

describe('T74: the genuine site that a phisher shows goes on no list unasked', () => {
  const lines = toMail([
    toLink('https://login.okuri-two.test/a', 'https://www.minato-ginko.example/'),
    toLink('https://login.okuri-two.test/b', 'https://www.umibe-ginko.example/'),
  ])

  test('his own links go out while nobody has answered, and by the answer that they are his', async () => {
    for (const options of [{}, answer('keep')]) {
      const { values, asked } = await draftFromMail(lines, options)
      expect(asked).toContain(`rewriting-place ${PLACE}`)
      expect(values).toContain('url https://login.okuri-two.test/a')
      expect(values).toContain('domain login.okuri-two.test')
      expect(values.join('\n')).not.toMatch(GENUINE)
    }
  })

  test('the question says what the other answer lists', async () => {
    const { questions } = await draftFromMail(lines)
    const asked = questions.find(({ value }) => value === PLACE)
    expect(asked?.proposed).toBe('keep')
    expect(asked?.why.ja).toContain('遮断用のリスト')
    expect(asked?.why.en).toContain('onto lists for blocking')
    const omitted = await draftFromMail(lines, answer('omit'))
    expect(omitted.values.join('\n')).not.toMatch(/okuri-two|minato-ginko|umibe-ginko/u)
    expect(omitted.asked).toContain('shown-site minato-ginko.example')
  })

  test.each([
    'https://login.okuri-two.test/https/www.minato-ginko.example/login',
    'https://login.okuri-two.test/https://www.minato-ginko.example/login',
    'https://login.okuri-two.test/x#https://www.minato-ginko.example/login',
  ])('nor does what %s carries', async (link) => {
    for (const options of [{}, answer('keep')]) {
      const { values, questions } = await draftFromMail(toMail([toLink(link, '確認')]), options)
      const asked = questions.find(({ value }) => value === PLACE)
      expect(asked?.why.en).toContain('onto lists for blocking')
      expect(values).not.toContain(`url ${BANK}`)
      expect(values).not.toContain('domain www.minato-ginko.example')
    }
    const { values } = await draftFromMail(toMail([toLink(link, '確認')]), answer('omit'))
    expect(values).toContain(`url ${BANK}`)
  })

  test('nor where the mail is sent from the place that carries it, about which nobody is asked', async () => {
    const link = 'https://login.okuri-two.test/x#https://www.minato-ginko.example/login'
    const lines = toMail([toLink(link, '確認')], 'a@okuri-two.test')
    const { values } = await draftFromMail(lines)
    expect(values).not.toContain(`url ${BANK}`)
    expect(values).not.toContain('domain www.minato-ginko.example')
    expect(values).toContain('domain login.okuri-two.test')
  })
})
