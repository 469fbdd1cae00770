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
const NOTICE_OF_LURE = ['', 'このメールは社外から届いています https://pay-desk.test/help']
const WRAPPED_BY_LURE = 'https://login.pay-desk.test/?u=https%3A%2F%2Fshop.third-desk.test%2Fpay'
const PLAIN = ['詳しくはこちらをご覧ください。', OTHER, 'よろしくお願いいたします。', ...filling()]

/** As somebody of the provider tells the hub of an attack. */
const report = (link: string) => [
  'Message-ID: <b1@hoshimi-kiko.example>',
  'From: Mori <mori@hoshimi-kiko.example>',
  'To: help@hub.example',
  'Subject: report',
  `Date: ${DATE}`,
  '',
  `Somebody here opened ${link} this morning.`,
]

const inBothOrders = <Mail>(...mails: readonly Mail[]): readonly (readonly Mail[])[] => [
  mails,
  mails.toReversed(),
]

describe('T05: whose page a gateway’s is does not change from mail to mail', () => {
  test.each([
    ['a notice of a gateway', NOTICE, 'banner-place'],
    ['a link that leads on', [WRAPPED], 'rewriting-place'],
  ])('%s in one, a plain link in the other', async (_name, doubtful, kind) => {
    for (const mails of inBothOrders(mail(...doubtful), mail(...PLAIN))) {
      const { values, asked } = await draftFromMails(mails)
      expect(values).toContain(`url ${LURE}`)
      expect(values.join('\n')).not.toContain('akagane')
      expect(asked).toContain(`${kind} akagane-works.example`)
      const decisions = { [toQuestionId(kind, 'akagane-works.example')]: 'keep' } as const
      expect((await draftFromMails(mails, { decisions })).values).toContain(`url ${OTHER}`)
    }
  })

  test.each([
    ['a notice', NOTICE_OF_LURE, 'banner-place'],
    ['a link that leads on', [WRAPPED_BY_LURE], 'rewriting-place'],
  ])('%s in one mail takes nothing out of mails sent from there', async (_name, body, kind) => {
    const second = mail(...body).map((line) => line.replace('desk@pay-desk', 'k@other-desk'))
    const planted = second.filter((line) => line !== LURE)
    for (const mails of inBothOrders(mail(), planted)) {
      const { values, asked } = await draftFromMails(mails)
      expect(values).toContain('email-address desk@pay-desk.test')
      expect(values).toContain('domain pay-desk.test')
      expect(values).toContain(`url ${LURE}`)
      expect(asked).toContain(`${kind} pay-desk.test`)
    }
  })
})

describe('T17: what stands in doubt in one mail is asked about, and what another says openly is its own', () => {
  test('no number of planted mails publishes what only a quotation holds', async () => {
    const planted = ['ご案内', 'https://www.akagane-works.example/', ...filling()]
    for (const mails of inBothOrders(mail(...QUOTE), ...[1, 2, 3].map(() => mail(...planted)))) {
      const { values, asked } = await draftFromMails(mails)
      expect(values).toContain('url https://www.akagane-works.example/')
      expect(values).not.toContain(`url ${OTHER}`)
      expect(asked).toContain('quoted-place akagane-works.example')
    }
  })

  test.each(['omit', 'keep'] as const)('%s is about the quotation alone', async (choice) => {
    const decisions = { [toQuestionId('quoted-place', 'akagane-works.example')]: choice } as const
    const planted = mail('ご案内', 'https://www.akagane-works.example/', ...filling())
    const { values } = await draftFromMails([mail(...QUOTE), planted], { decisions })
    expect(values).toContain('url https://www.akagane-works.example/')
    expect(values.includes(`url ${OTHER}`)).toBe(choice === 'keep')
  })

  test('a report of the attack takes none of the attacker’s places out of it', async () => {
    for (const mails of inBothOrders(mail(), mail(), report(LURE))) {
      const { values, asked } = await draftFromMails(mails)
      expect(values).toContain('email-address desk@pay-desk.test')
      expect(values).toContain('domain pay-desk.test')
      expect(values).toContain(`url ${LURE}`)
      expect(asked).toContain('own-place pay-desk.test')
    }
  })

  test('the strictest doubt is asked about, whichever mail came first', async () => {
    const open = mail('ご案内', 'https://www.akagane-works.example/', ...filling())
    const ticket = 'https://www.akagane-works.example/soc/ticket'
    for (const mails of inBothOrders(mail(...QUOTE), open, open, open, report(ticket))) {
      const { values, asked } = await draftFromMails(mails)
      expect(values).not.toContain(`url ${ticket}`)
      expect(values).not.toContain(`url ${OTHER}`)
      expect(asked).toContain('own-place akagane-works.example')
      expect(asked).not.toContain('quoted-place akagane-works.example')
    }
  })

  test.each([
    ['quoted-place', 'omit', 'quoted-place', false],
    ['quoted-place', 'keep', 'own-place', false],
    ['own-place', 'omit', 'own-place', false],
    ['own-place', 'keep', 'own-place', true],
  ] as const)('after %s %s, %s stands', async (kind, choice, asks, goesOut) => {
    const decisions = { [toQuestionId(kind, 'akagane-works.example')]: choice } as const
    const ticket = 'https://www.akagane-works.example/soc/ticket'
    const mails = [mail(...QUOTE), report(ticket)]
    const { values, asked } = await draftFromMails(mails, { decisions })
    expect(asked).toContain(`${asks} akagane-works.example`)
    expect(values.includes(`url ${ticket}`)).toBe(goesOut)
    expect(values.includes(`url ${OTHER}`)).toBe(goesOut)
  })
})

describe('a question about a place says where else it stands', () => {
  test.each([
    ['nowhere else', [mail(...QUOTE)], 'quoted-place', /stand only/u, /keep|leave them out/u],
    ['openly', [mail(...QUOTE), mail(...PLAIN)], 'quoted-place', /links stand in/iu, /openly/u],
    [
      'openly',
      [mail(...NOTICE), mail(...PLAIN)],
      'banner-place',
      /links stand in/iu,
      /for their links/u,
    ],
    [
      'in a report',
      [mail(...NOTICE), report(OTHER)],
      'own-place',
      /seems to have written/u,
      /other parts/u,
    ],
  ] as const)('%s', async (_name, mails, kind, say, why) => {
    const { questions } = await draftFromMails(mails)
    const found = questions.find(({ questionId }) => questionId.startsWith(kind))
    expect(found?.say.en).toMatch(say)
    expect(found?.why.en).toMatch(why)
  })
})

function filling(): readonly string[] {
  return Array.from({ length: 14 }, (_, at) => `${at} 行目`)
}
