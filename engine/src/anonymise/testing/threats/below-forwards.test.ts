import { describe, expect, test } from 'vitest'
import { toQuestionId } from '../../question.ts'
import { draftFromFile } from '../draft-from-mail.ts'

const DATE = 'Thu, 26 Nov 2026 10:15:22 +0900'
const SITE = 'https://www.hoshimi-group.example/'
const LURE = 'https://login.pay-desk.test/signin'
const PAGE = 'https://open.pay-two.test/view'

const outer = (type: string, body: readonly string[]) => [
  `Received: from mx.hoshimi-kiko.example (mx.hoshimi-kiko.example [203.0.113.70]) by mail.hub.example with ESMTPS id c1; ${DATE}`,
  'From: =?utf-8?B?5qOuIOiJr+WtkA==?= <mori@hoshimi-kiko.example>',
  'To: report@hub.example',
  'Subject: Fwd: Payment method',
  `Date: ${DATE}`,
  'MIME-Version: 1.0',
  `Content-Type: ${type}; charset=utf-8`,
  '',
  ...body,
]
const LETTER = ['お客様各位', '', 'お支払い方法をご確認ください。', PAGE, '', 'サポートセンター']
const HEAD = [
  'From: Payment Desk <desk@pay-desk.test>',
  'Date: 2026年11月26日(木) 10:15',
  'Subject: Payment method',
  'To: mori@hoshimi-kiko.example',
]
const FIELDS = ['星見機工株式会社 総務部', '森 良子 (Ryoko Mori)', 'TEL 055-978-0123', SITE]
const GMAIL = ['---------- Forwarded message ---------', ...HEAD, '']
const BECKY = [
  'Forwarded by "森 良子" <mori@hoshimi-kiko.example>',
  '----------------------- Original Message -----------------------',
  ...HEAD.map((line) => ` ${line}`),
  '----',
  '',
]
const ENDS = ['', '--------------------- Original Message Ends --------------------', '']
const marked = (lines: readonly string[]) => lines.map((line) => `> ${line}`)

const FORWARDS: readonly (readonly [string, readonly string[]])[] = [
  ['Gmail', [...GMAIL, ...LETTER, '', '--', ...FIELDS]],
  ['Sylpheed', ['Begin forwarded message:', '', ...HEAD, '', ...LETTER, '', '-- ', ...FIELDS]],
  [
    'Apple Mail',
    [...marked(['Begin forwarded message:', '', ...HEAD, '', ...LETTER]), '', ...FIELDS],
  ],
  ['Becky!', [...BECKY, ...LETTER, ...ENDS, SITE]],
  ['Becky! with a signature', [...BECKY, ...LETTER, ...ENDS, '--', ...FIELDS]],
  ['a drawn signature', [...GMAIL, ...LETTER, '', '━'.repeat(20), ...FIELDS, '━'.repeat(20)]],
  [
    'a signature of two frames',
    [
      ...GMAIL,
      ...LETTER,
      '',
      '*'.repeat(20),
      ...FIELDS.slice(0, 3),
      '-'.repeat(20),
      SITE,
      '*'.repeat(20),
    ],
  ],
  ['one line with his name', [...GMAIL, ...LETTER, '', `森 良子 | 星見機工 | ${SITE}`]],
  ['his name, and the site below', [...GMAIL, ...LETTER, '', '森 良子', '', SITE]],
  ['a disclaimer', [...GMAIL, ...LETTER, '', `本メールは機密情報を含みます。 ${SITE}`]],
  [
    'a disclaimer in English',
    [
      ...GMAIL,
      ...LETTER,
      '',
      'This email is confidential and intended only for the addressee.',
      SITE,
    ],
  ],
]

const SIGNATURE = `森 良子<br><a href="${SITE}">Hoshimi</a>`
const BODY = `<p>お支払い方法をご確認ください。<a href="${PAGE}">確認</a></p>`
const toHead = (lines: readonly string[]) =>
  lines.map((line) => line.replaceAll('<', '&lt;').replaceAll('>', '&gt;')).join('<br>')
const PAGES: readonly (readonly [string, string])[] = [
  [
    'Gmail',
    `<div dir="ltr">転送します<br><div class="gmail_quote"><div class="gmail_attr">${toHead(GMAIL)}</div><br>${BODY}</div><span class="gmail_signature_prefix">-- </span><br><div class="gmail_signature">${SIGNATURE}</div></div>`,
  ],
  [
    'Apple Mail',
    `<html><body>転送します<div><br><blockquote type="cite"><div>Begin forwarded message:</div><br><div>${HEAD.map((line) => `<div>${toHead([line])}</div>`).join('')}</div><br>${BODY}</blockquote></div><br><div>${SIGNATURE}</div></body></html>`,
  ],
  [
    'Outlook, with what the company writes below',
    `<p>転送します</p><div><hr>${toHead(HEAD)}<br></div>${BODY}<p style="font-size:8pt">本メールは機密情報を含みます。<a href="${SITE}privacy">プライバシーポリシー</a></p>`,
  ],
  [
    'Outlook, with a signature below',
    `<p>転送します</p><div><hr>${toHead(HEAD)}<br></div>${BODY}<div id="Signature"><p>Hoshimi Kiko</p><a href="${SITE}">web</a></div>`,
  ],
  [
    'Thunderbird',
    `<p>転送します</p><div class="moz-forward-container">-------- 転送メッセージ --------<br>${toHead(HEAD)}<br>${BODY}</div><div class="moz-signature">-- <br>${SIGNATURE}</div>`,
  ],
]

const expectInside = async (lines: readonly string[], isForward: boolean) => {
  const { values, asked } = await draftFromFile(lines, { isForward })
  expect(values).toContain(`url ${PAGE}`)
  expect(values).toContain('email-address desk@pay-desk.test')
  expect(values.join('\n')).not.toContain('hoshimi')
  expect(asked).toContain('below-place hoshimi-group.example')
}

describe('T17: what whoever forwards an attack has below it stays inside, and is asked about', () => {
  describe.each([
    ['mailed to the hub', true],
    ['handed in as a file', false],
  ])('%s', (_how, isForward) => {
    test.each(FORWARDS)('text: %s', async (_name, body) => {
      await expectInside(outer('text/plain', ['転送します。', '', ...body]), isForward)
    })

    test.each(PAGES)('page: %s', async (_name, body) => {
      await expectInside(outer('text/html', [body]), isForward)
    })
  })

  test('a signature that one form of the text tells is no less one in the other', async () => {
    const lines = outer('multipart/alternative; boundary=b', [
      '--b',
      'Content-Type: text/plain; charset=utf-8',
      '',
      ...GMAIL,
      ...LETTER,
      '',
      '--',
      ...FIELDS,
      '--b',
      'Content-Type: text/html; charset=utf-8',
      '',
      `<div>${toHead(GMAIL)}<br>${BODY}<p><a href="${SITE}">Hoshimi</a></p></div>`,
      '--b--',
    ])
    await expectInside(lines, true)
  })
})

describe('an attacker who writes the end of a forward around his own link', () => {
  test.each([
    ['a mark', ['----- Original Message Ends -----', LURE.replace('pay-desk', 'pay-three')]],
    ['a signature', ['--', LURE.replace('pay-desk', 'pay-three')]],
  ])('%s: it is asked, and a person publishes it', async (_name, end) => {
    const lines = outer('text/plain', [...GMAIL, 'お支払い方法をご確認ください。', '', ...end])
    const { questions, values } = await draftFromFile(lines, { isForward: true })
    expect(values.join('\n')).not.toContain('pay-three')
    const asked = questions.find(({ questionId }) => questionId.startsWith('below-place'))
    expect(asked?.why.en).toContain('an attacker can imitate one')
    const decisions = { [toQuestionId('below-place', 'pay-three.test')]: 'keep' } as const
    const kept = await draftFromFile(lines, { isForward: true, decisions })
    expect(kept.values.join('\n')).toContain('login.pay-three.test/signin')
  })

  test('to his own domain it is his unasked; where the mail leads there above as well, all of it is asked about', async () => {
    const body = [...GMAIL, ...LETTER, '', '--', `Support ${PAGE}/help`, LURE]
    const { values, asked } = await draftFromFile(outer('text/plain', body), { isForward: true })
    expect(values).toContain(`url ${LURE}`)
    expect(values).not.toContain(`url ${PAGE}/help`)
    expect(asked.filter((one) => one.startsWith('below-place'))).toEqual([
      'below-place pay-two.test',
    ])
  })

  test('the mark that his mail holds counts for nothing above that of the program', async () => {
    const fake = ['----- Original Message Ends -----', PAGE]
    const body = [...BECKY, 'お支払い方法をご確認ください。', ...fake, ...ENDS, SITE]
    const { values } = await draftFromFile(outer('text/plain', body), { isForward: true })
    expect(values).toContain(`url ${PAGE}`)
    expect(values.join('\n')).not.toContain('hoshimi')
  })

  test('a field in a mail that a server received says nothing', async () => {
    const lines = outer('text/plain', ['お支払い方法をご確認ください。', PAGE])
    const { values } = await draftFromFile([
      ...lines.slice(0, 1),
      'From: desk@pay-desk.test',
      'Rebuilt-Below: plain=0',
      ...lines.slice(2),
    ])
    expect(values).toContain(`url ${PAGE}`)
  })
})
