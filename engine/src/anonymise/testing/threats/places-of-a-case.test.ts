import { describe, expect, test } from 'vitest'
import { toQuestionId } from '../../question.ts'
import { draftFromMails } from '../draft-from-mail.ts'

const DATE = 'Thu, 26 Nov 2026 10:15:22 +0900'
const LURE = 'https://login.pay-desk.test/signin'
const OTHER = 'https://www.akagane-works.example/about'

const mail = (...body: readonly string[]) => [
  `Received: from out.pay-desk.test (out.pay-desk.test [198.51.100.23]) by mx.hoshimi-kiko.example with ESMTP id 1 for <mori@hoshimi-kiko.example>; ${DATE}`,
  'From: Desk <desk@pay-desk.test>',
  'To: mori@hoshimi-kiko.example',
  'Subject: Payment method',
  `Date: ${DATE}`,
  'MIME-Version: 1.0',
  'Content-Type: text/plain; charset=utf-8',
  '',
  'お支払い方法に問題が見つかりました。本日中にご確認ください。',
  LURE,
  ...body,
]
const QUOTE = ['', '2026年11月16日(月) 10:00 森 良子 <mori@hoshimi-kiko.example>:', `> ${OTHER}`]
const NOTICE = ['', `このメールは社外から届いています ${OTHER}`]
const WRAPPED = `https://www.akagane-works.example/?u=${encodeURIComponent(LURE)}`
const PLAIN = ['詳しくはこちらをご覧ください。', OTHER, 'よろしくお願いいたします。', ...filling()]

describe('T17: what one mail of a case leaves in doubt is in doubt in every one', () => {
  test.each([
    ['a quote', QUOTE, 'quoted-place'],
    ['a notice of a gateway', NOTICE, 'banner-place'],
    ['a link that leads on', [WRAPPED], 'rewriting-place'],
  ])('%s in one, a plain link in the other', async (_name, doubtful, kind) => {
    for (const mails of [
      [mail(...doubtful), mail(...PLAIN)],
      [mail(...PLAIN), mail(...doubtful)],
    ]) {
      const { values, asked } = await draftFromMails(mails)
      expect(values).toContain(`url ${LURE}`)
      expect(values.join('\n')).not.toContain('akagane')
      expect(asked).toContain(`${kind} akagane-works.example`)
      const decisions = { [toQuestionId(kind, 'akagane-works.example')]: 'keep' } as const
      expect((await draftFromMails(mails, { decisions })).values).toContain(`url ${OTHER}`)
    }
  })

  test('what more mails say openly than do not is the attacker’s, unless a person has left it out', async () => {
    const mails = [mail(...QUOTE), mail(...PLAIN), mail(...PLAIN)]
    const { values, asked } = await draftFromMails(mails)
    expect(values).toContain(`url ${OTHER}`)
    expect(asked).not.toContain('quoted-place akagane-works.example')
    const decisions = { [toQuestionId('quoted-place', 'akagane-works.example')]: 'omit' } as const
    const later = await draftFromMails(mails, { decisions })
    expect(later.values.join('\n')).not.toContain('akagane')
  })
})

function filling(): readonly string[] {
  return Array.from({ length: 14 }, (_, at) => `${at} 行目`)
}
