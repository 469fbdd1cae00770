import { expect, test } from 'vitest'
import { draftFromMail } from '../draft-from-mail.ts'

const draft = (body: string) =>
  draftFromMail([
    'Received: from out.bulk5.example (out.bulk5.example [198.51.100.23]) by mx.hoshimi-kiko.example with ESMTP id a1 for <suda@hoshimi-kiko.example>; Thu, 26 Nov 2026 10:15:00 +0900',
    'From: Desk <desk@bulk5.example>',
    'To: suda@hoshimi-kiko.example',
    'Subject: Please check your payment',
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    '',
    body,
  ])

test.each([
  'x7qz9k2v.nikkei.com',
  'x7qz9k2v.city.mishima.shizuoka.jp',
  'x7qz9k2v.tokyo.lg.jp',
  'x7qz9k2v.hatena.ne.jp',
])(
  'a code below a name that everybody knows never lifts the name onto a list: %s',
  async (host) => {
    const { values } = await draft(`https://${host}/c`)
    expect(values.filter((value) => value.startsWith('domain') && value.includes('.jp'))).toEqual(
      [],
    )
    expect(values).not.toContain('domain nikkei.com')
  },
)

test.each([
  'x7qz9k2v.peraichi.com',
  'x7qz9k2v.tumblr.com',
  'evil-pay.web.fc2.com',
  'evil-pay.jimdofree.com',
  'evil-pay.blogspot.com',
])('what a service gave one customer goes out as the attacker’s host: %s', async (host) => {
  const { values } = await draft(`https://${host}/c`)
  expect(values).toContain(`domain ${host}`)
  expect(values).toContain(`url https://${host}/c`)
})

test.each([
  'https://hoshi.onmicrosoft.com/x',
  'https://hoshi.b2clogin.com/x',
  'https://hoshi.cybozu-office.com/x',
  'https://hoshi.bill-one.com/x',
  'https://hoshi.cloudsign.jp/x',
  'https://hoshi.jobcan.jp/x',
  'https://hoshi.ariba.com/x',
  'https://hoshi.securemx.jp/x',
  'https://hoshi.qualtrics.com/x',
  'https://app.slack.com/client/hoshi/c1',
  'https://login.microsoftonline.com/hoshi.onmicrosoft.com/login',
  'https://drive.google.com/a/hoshi.example/file',
  'https://zoom.us/my/hoshi',
  'https://github.com/hoshi/plans',
  'https://dev.azure.com/hoshi/plans',
  'https://bitbucket.org/hoshi/plans',
  'https://raw.githubusercontent.com/hoshi/plans/notes.md',
  'https://gist.github.com/hoshi/4f',
  'https://www.notion.so/hoshi/plans',
])(
  'the customer of a service for organisations is asked about and stays inside: %s',
  async (link) => {
    const { values, asked } = await draft(link)
    expect(asked.some((one) => one.startsWith('tenant '))).toBe(true)
    expect(values.filter((value) => value.includes('hoshi') || value.startsWith('url'))).toEqual([])
  },
)

test.each([
  ['https://login.microsoftonline.com/common/oauth2/authorize'],
  ['https://github.com/evil/files/releases/download/v1.0.1/update.exe'],
])('a place that serves all of them, or a file to load, is no customer’s: %s', async (link) => {
  const { values, asked } = await draft(link)
  expect(asked.filter((one) => one.startsWith('tenant'))).toEqual([])
  expect(values.some((value) => value.startsWith('url'))).toBe(true)
})

test.each([
  'kurobe-denki.typeform.com',
  'kurobe-denki.b2clogin.com',
  'kurobe-denki.cybozu-office.com',
  'kurobe-denki.evil.test',
])('what is left out as a host is left out of links too: %s', async (host) => {
  const lines = [
    'Received: from out.bulk5.example (out.bulk5.example [198.51.100.23]) by mx.kurobe-denki.example with ESMTP id a1 for <suda@kurobe-denki.example>; Thu, 26 Nov 2026 10:15:00 +0900',
    'From: Desk <desk@bulk5.example>',
    'To: suda@kurobe-denki.example',
    'Subject: Please check your payment',
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    '',
    `https://${host}/to/x`,
  ]
  const { values, asked } = await draftFromMail(lines)
  expect(asked.some((one) => one.endsWith(` ${host}`))).toBe(true)
  expect(values.filter((value) => value.includes('kurobe'))).toEqual([])
  // What is left of the host is on no list unless an attacker registered it.
  const domains = values.filter((value) => value.startsWith('domain ') && !value.includes('bulk5'))
  expect(domains).toEqual(host.endsWith('evil.test') ? ['domain evil.test'] : [])
})

test('many customers of one service are asked about together', async () => {
  const links = Array.from({ length: 40 }, (_, at) => `https://github.com/owner${at}/plans`)
  const { values, asked } = await draft(links.join('\n'))
  expect(asked.filter((one) => one.startsWith('tenant'))).toHaveLength(1)
  expect(values.filter((value) => value.startsWith('url'))).toEqual([])
})
