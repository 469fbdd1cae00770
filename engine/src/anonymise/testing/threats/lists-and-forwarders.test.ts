import { describe, expect, test } from 'vitest'
import { draftFromMail } from '../draft-from-mail.ts'

const DATE = 'Thu, 19 Nov 2026 09:12:00 +0900'
const HOPS = [
  `Received: from fwd.sazanami-mail.example (fwd.sazanami-mail.example [203.0.113.50]) by mx.hoshimi-kiko.example with ESMTP id 2 for <it@hoshimi-kiko.example>; ${DATE}`,
  `Received: from out.parcel-desk.test (out.parcel-desk.test [198.51.100.23]) by fwd.sazanami-mail.example with ESMTP id 1 for <info@sazanami-mail.example>; ${DATE}`,
]
const LINK = 'https://login.okuri-two.test/signin'

interface Written {
  readonly from?: string
  readonly subject?: string
  readonly above?: readonly string[]
}

const draft = (fields: readonly string[], { from, subject, above = [] }: Written = {}) =>
  draftFromMail([
    ...[...above, ...HOPS],
    `From: ${from ?? 'Desk <a@parcel-desk.test>'}`,
    'To: undisclosed-recipients:;',
    `Subject: ${subject ?? 'notice of delivery'}`,
    ...fields,
    ...['MIME-Version: 1.0', 'Content-Type: text/plain; charset=utf-8', ''],
    ...['Please check.', LINK],
  ])

const OWN = /akagane/u
const isAsked = (asked: readonly string[]): boolean =>
  asked.includes('met-name akagane-works.example')
const ANSWERS = 'Reply-To: info@ml.akagane-works.example'

describe('T17: a forwarder or a list of the receiving side, by its own fields', () => {
  test.each([
    [['Resent-From: x@akagane-works.example', 'Sender: x@akagane-works.example']],
    [
      [
        'X-Forwarded-For: x@akagane-works.example it@hoshimi-kiko.example',
        'Sender: x@akagane-works.example',
      ],
    ],
    [['X-ML-Name: info', 'Errors-To: info-admin@ml.akagane-works.example', ANSWERS]],
    [['Mailing-List: contact info-help@ml.akagane-works.example; run by ezmlm', ANSWERS]],
    [['List-Help: <mailto:info-ctl@ml.akagane-works.example>', ANSWERS]],
    [['List-Unsubscribe: <https://ml.akagane-works.example/leave>', ANSWERS]],
    [['List-Archive: <https://ml.akagane-works.example/archive>', ANSWERS]],
    [['X-Loop: info@ml.akagane-works.example', ANSWERS]],
  ])('%j: its places stay inside, and it is asked', async (fields) => {
    const { values, asked } = await draft(fields)
    expect(values).toEqual(
      expect.arrayContaining([`url ${LINK}`, 'email-address a@parcel-desk.test']),
    )
    expect(values.join('\n')).not.toMatch(OWN)
    expect(isAsked(asked)).toBe(true)
  })

  test.each([
    'forward@akagane-works.example',
    'info-bounces+it=hoshimi-kiko.example@lists.akagane-works.example',
    'info-return-12-it=hoshimi-kiko.example@lists.akagane-works.example',
  ])('what comes back goes to %s: the same', async (bounce) => {
    const { values, asked } = await draft([], { above: [`Return-Path: <${bounce}>`] })
    expect(values.join('\n')).not.toMatch(OWN)
    expect(isAsked(asked)).toBe(true)
  })

  test.each([
    ['Desk via Info <info@ml.akagane-works.example>', ['Reply-To: a@parcel-desk.test']],
    [
      'Desk <info@ml.akagane-works.example>',
      ['Reply-To: a@parcel-desk.test', 'Sender: info-bounces@ml.akagane-works.example'],
    ],
    [
      'Desk via Info <info@lists.akagane-works.example>',
      [
        'Reply-To: a@parcel-desk.test',
        'List-Id: Info <info.lists.akagane-works.example>',
        'X-BeenThere: info@lists.akagane-works.example',
      ],
    ],
    [
      "'Desk' via info <info@akagane-works.example>",
      ['X-Original-From: Desk <a@parcel-desk.test>', 'Reply-To: a@parcel-desk.test'],
    ],
  ])('From: %s, with %j: the list stays inside, and the author goes out', async (from, fields) => {
    const { values, asked } = await draft(fields, { from })
    expect(values).toContain('email-address a@parcel-desk.test')
    expect(values.join('\n')).not.toMatch(OWN)
    expect(isAsked(asked)).toBe(true)
  })

  test('who sent it for the author, as the mail alone says, is asked about; it is most often the attacker', async () => {
    const { values, questions } = await draft(['Sender: info@akagane-works.example'])
    const asked = questions.find(({ value }) => value === 'akagane-works.example')
    expect(asked?.proposed).toBe('keep')
    expect(values).toContain('email-address info@akagane-works.example')
  })

  test('a sender who plays a list is asked about, and so keeps his domain off no list by himself', async () => {
    const { asked } = await draft(
      ['List-Id: <x.parcel-desk.test>', 'X-Original-From: Info <info@akagane-works.example>'],
      { from: 'Desk via X <x@parcel-desk.test>' },
    )
    expect(asked).toEqual(
      expect.arrayContaining(['met-name parcel-desk.test', 'met-name akagane-works.example']),
    )
  })
})

describe('T18: what a list is called does not stand in the subject', () => {
  test.each([
    ['List-Id: <akagane-keiri.ml.example>', '[akagane-keiri] notice of delivery'],
    ['List-Id: <akagane-keiri.ml.example>', 'Re: [akagane-keiri] notice of delivery'],
    ['X-ML-Name: akagane-keiri', '[akagane-keiri:0012] notice of delivery'],
    ['List-Post: <mailto:akagane-keiri@ml.example>', '(akagane-keiri 12) notice of delivery'],
    ['List-Id: Akagane Keiri <all.ml.example>', '[Akagane Keiri] notice of delivery'],
    ['List-Id: <akagane-keiri.ml.example>', '［akagane-keiri］notice of delivery'],
    ['List-Id: <akagane-keiri.ml.example>', '〔akagane-keiri 12〕notice of delivery'],
    ['List-Id: <akagane-keiri.ml.example>', '[akagane-keiri ML] notice of delivery'],
    ['X-ML-Name: akagane-keiri-ml', '[akagane-keiri ML 12] notice of delivery'],
    ['List-Id: <akagane-keiri.ml.example>', 'akagane-keiri: notice of delivery'],
    ['List-Id: <akagane-keiri.ml.example>', 'Re: akagane-keiri： notice of delivery'],
  ])('%s: %s', async (field, subject) => {
    const { values, asked } = await draft([field], { subject })
    expect(values.join('\n')).toContain('notice of delivery')
    expect(values.join('\n')).not.toMatch(/akagane|keiri/iu)
    expect(asked.join('\n')).toMatch(/company-word akagane[- ]keiri/iu)
  })

  test('one that is called like any other stays readable', async () => {
    const { values } = await draft(['List-Id: <info.ml.example>'], { subject: '[info] notice' })
    expect(values).toContain('subject [info] notice')
  })
})
