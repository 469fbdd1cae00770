import { describe, expect, test } from 'vitest'
import { toQuestionId } from '../../question.ts'
import { draftFromMail } from '../draft-from-mail.ts'

// A saved mail: no server noted that it received it, and its recipients were hidden. The vault knows nothing of 赤金.
const LURE = 'https://login.okuri-two.test/signin'
const PORTAL = 'https://portal.akagane-works.example/login'
const RECEIVED =
  'Received: from out.parcel-desk.test (out.parcel-desk.test [198.51.100.23]) by mx.hoshimi-kiko.example with ESMTP id 1 for <it@hoshimi-kiko.example>; Thu, 19 Nov 2026 09:12:00 +0900'
const toMail = (
  { above = [], below = [], text = [] }: Readonly<Record<string, readonly string[]>>,
  links: readonly string[] = [LURE, PORTAL],
) => [
  ...above,
  'From: Desk <a@parcel-desk.test>',
  'To: undisclosed-recipients:;',
  'Subject: notice of delivery',
  ...below,
  'MIME-Version: 1.0',
  'Content-Type: text/plain; charset=utf-8',
  '',
  ...text,
  'Please check.',
  LURE,
  '',
  ...links,
  '',
  'Thank you.',
  '',
  LURE,
]

const OWN = /akagane/u

describe('T17: a field that servers of the receiving side write tells whose they are', () => {
  test.each([
    'Authentication-Results: mx.akagane-works.example; spf=pass',
    'ARC-Authentication-Results: i=1; mx.akagane-works.example; spf=pass',
    'Received-SPF: pass (client is permitted) receiver=gw.akagane-works.example',
    'Received-SPF: Pass (gw.akagane-works.example: domain of a@parcel-desk.test designates it)',
    'X-Spam-Checker-Version: SpamAssassin 4.0 on gw.akagane-works.example',
    'X-Virus-Scanned: amavis at akagane-works.example',
    'X-MS-Exchange-Organization-AuthSource: ex1.akagane-works.example',
    'X-Rcpt-To: s@akagane-works.example',
    'X-RcptTo: s@akagane-works.example',
    'X-Delivered-To: s@akagane-works.example',
    'X-Real-To: s@akagane-works.example',
    'Original-Recipient: rfc822;s@akagane-works.example',
  ])('%s: its own page stays inside, and it is asked', async (field) => {
    const { values, asked } = await draftFromMail(toMail({ above: [field] }))
    expect(values).toContain(`url ${LURE}`)
    expect(values.join('\n')).not.toMatch(OWN)
    expect(asked).toContain('met-name akagane-works.example')
  })

  test('a sender who writes one about his own domain keeps it off no list without a question', async () => {
    const planted = 'Authentication-Results: mx.okuri-two.test; spf=pass'
    const { asked } = await draftFromMail(toMail({ above: [planted] }))
    expect(asked).toContain('met-name okuri-two.test')
  })

  test('what a sender’s servers wrote of themselves is nobody else’s', async () => {
    const scanned = 'X-Virus-Scanned: amavis at parcel-desk.test'
    const { values, asked } = await draftFromMail(toMail({ above: [RECEIVED], below: [scanned] }))
    expect(values).toContain('email-address a@parcel-desk.test')
    expect(asked).not.toContain('met-name parcel-desk.test')
  })
})

describe('T17: a mailbox that the text calls its reader’s tells whose pages it leads to', () => {
  test.each([
    'Your mailbox suda@akagane-works.example is full',
    'This message was sent to s@akagane-works.example',
    'User: suda@akagane-works.example',
    'ユーザー: suda@akagane-works.example',
    'あなたのアカウント（s@akagane-works.example）',
    's@akagane-works.exampleのパスワードは本日で失効します',
    'akagane-works.example のメール管理者より',
    'akagane-works.example IT support',
  ])('%s: they stay inside, and it is asked', async (line) => {
    const { values, asked } = await draftFromMail(toMail({ text: [line] }))
    expect(values).toContain(`url ${LURE}`)
    expect(values.join('\n')).not.toMatch(OWN)
    expect(asked).toContain('met-name akagane-works.example')
  })

  test('one that may as well be the attacker’s is asked about, and goes out unless a person says otherwise', async () => {
    const text = ['Write to desk@okuri-two.test for help.']
    const { values, questions } = await draftFromMail(toMail({ text }, [LURE]))
    expect(values).toContain(`url ${LURE}`)
    expect(questions.find(({ value }) => value === 'okuri-two.test')?.proposed).toBe('keep')
  })

  test('the sender’s own is no question', async () => {
    const text = ['This message was sent to you by a@parcel-desk.test.']
    const { asked } = await draftFromMail(toMail({ text }, ['https://www.parcel-desk.test/x']))
    expect(asked.filter((one) => one.startsWith('met-name'))).toEqual([])
  })
})

describe('T17: a sender who writes that his own place is the reader’s', () => {
  const LURE_ALONE = [LURE]

  test.each([
    [{ text: ['okuri-two.test mail administrator'] }],
    [{ text: ['okuri-two.test のメール管理者より'] }],
    [{ above: ['X-Virus-Scanned: amavisd at okuri-two.test'] }],
    [{ below: ['Resent-From: a@okuri-two.test'] }],
    [{ below: ['List-Id: <x.okuri-two.test>'] }],
  ])('%j: it goes out unless a person says otherwise', async (written) => {
    const { values, questions } = await draftFromMail(toMail(written, LURE_ALONE))
    expect(values).toContain(`url ${LURE}`)
    expect(values).toContain('email-address a@parcel-desk.test')
    expect(questions.find(({ value }) => value === 'okuri-two.test')?.proposed).toBe('keep')
    const decisions = { [toQuestionId('met-name', 'okuri-two.test')]: 'omit' } as const
    const left = await draftFromMail(toMail(written, LURE_ALONE), { decisions })
    expect(left.values.join('\n')).not.toContain('okuri-two')
  })

  test.each(['parcel-desk.test サポートです', 'mail.parcel-desk.test IT support'])(
    '%s, his own domain: that is no question',
    async (line) => {
      const text = [line]
      const { values, asked } = await draftFromMail(toMail({ above: [RECEIVED], text }, LURE_ALONE))
      expect(values).toContain('email-address a@parcel-desk.test')
      expect(values).toContain('ipv4 198.51.100.23')
      expect(asked).not.toContain('met-name parcel-desk.test')
    },
  )
})
