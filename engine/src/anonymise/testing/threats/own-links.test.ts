import { describe, expect, test } from 'vitest'
import { draftFromMail } from '../draft-from-mail.ts'

const DATE = 'Thu, 19 Nov 2026 09:12:00 +0900'
const toMail = (type: string, body: readonly string[]) => [
  `Received: from out.parcel-desk.test (out.parcel-desk.test [198.51.100.23]) by mx.hoshimi-kiko.example with ESMTP id 1 for <mori@hoshimi-kiko.example>; ${DATE}`,
  'From: a@parcel-desk.test',
  'To: mori@hoshimi-kiko.example',
  'Subject: notice of delivery',
  `Date: ${DATE}`,
  'MIME-Version: 1.0',
  `Content-Type: ${type}; charset=utf-8`,
  '',
  ...body,
]
const plain = (...body: readonly string[]) => draftFromMail(toMail('text/plain', body))
const html = (...body: readonly string[]) => draftFromMail(toMail('text/html', body))

describe('T05 T21: what a gateway wrote around a link stays inside', () => {
  test.each([
    'https://jpn01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fparcel-two.test%2Flogin&data=05%7C02',
    'https://urldefense.com/v3/__https://parcel-two.test/login__;!!KVC0abc!abc$',
    'https://linkprotect.cudasvc.com/url?a=https%3a%2f%2fparcel-two.test%2flogin&c=E,1,abc',
    'https://secure-web.cisco.com/1abcDEF/https%3A%2F%2Fparcel-two.test%2Flogin',
    'https://fortimail.akagane-works.example/fmlurlsvc/?fewReq=:B:JVs3&url=https%3a%2f%2fparcel-two.test%2flogin',
    'https://akagane.menlosecurity.com/https://parcel-two.test/login',
    'https://akagane-works.example.isolation.zscaler.com/profile/1/?redirect_url=https://parcel-two.test/login',
    'https://gateway.zscloud.net:443/auD?origurl=https%3A%2F%2Fparcel-two.test%2Flogin&_ordtok=abc',
    // A gateway in front of another, and one behind a redirector that somebody put around its link.
    'https://www.google.com/url?q=https%3A%2F%2Fsecure-web.cisco.com%2F1abc%2Fhttps%253A%252F%252Fparcel-two.test%252Flogin',
  ])('%s', async (link) => {
    const { values } = await plain(link)
    const places = values.filter((one) => /^(?:url|domain) /u.test(one))
    expect(places).toEqual([
      'domain parcel-desk.test',
      'domain parcel-two.test',
      'url https://parcel-two.test/login',
    ])
  })

  test.each([
    'https://secure-web.cisco.com/1abcDEFghiJKL',
    'https://protect-us.mimecast.com/s/AbCdEf123xyz',
    'https://us2.antigena.com/l/AbCdEfGhIj',
    'https://fortimail.akagane-works.example/fmlurlsvc/?fewReq=:B:JVs3',
  ])('%s, whose target only the gateway knows: nothing of it', async (link) => {
    const { values } = await plain(link)
    expect(values.filter((one) => /^(?:url|domain) /u.test(one))).toEqual([
      'domain parcel-desk.test',
    ])
  })

  test('a redirector that the attacker used inside it is the attacker’s', async () => {
    const { values } = await plain(
      'https://secure-web.cisco.com/1abc/https%3A%2F%2Fwww.google.com%2Furl%3Fq%3Dhttps%253A%252F%252Fparcel-two.test%252Flogin',
    )
    expect(values).toContain('url https://www.google.com/url?q={token}')
    expect(values).toContain('url https://parcel-two.test/login')
  })
})

describe('links of the recipient’s side that the mail only carries along', () => {
  const NEW = 'Please look at the changed account: https://parcel-two.test/acct'
  const OWN = 'https://www.akagane-works.example/products/pump'
  test.each([
    ['lines marked as quoted', [NEW, '', '> see our page', `> ${OWN}`]],
    [
      'the head of an earlier mail',
      [NEW, '', '-----Original Message-----', 'From: Mori <mori@hoshimi-kiko.example>', '', OWN],
    ],
    [
      'the head of an earlier mail without a rule',
      [NEW, '', 'From: Mori <mori@hoshimi-kiko.example>', 'Sent: Monday', '', OWN],
    ],
  ])('text, %s', async (_name, lines) => {
    const { values, omitted } = await plain(...lines)
    expect(values).toContain('url https://parcel-two.test/acct')
    expect(values.join('\n')).not.toContain('akagane')
    expect(omitted).toContain('quoted-mail')
  })

  const NEW_HTML =
    '<p>Please look at the changed account: <a href="https://parcel-two.test/acct">here</a></p>'
  const LINK = `<a href="${OWN}">our page</a>`
  test.each([
    [
      'blockquote',
      `<blockquote type="cite"><div>a<blockquote>b</blockquote>${LINK}</div></blockquote>`,
    ],
    ['Gmail', `<div class="gmail_quote"><p>On Monday</p>${LINK}</div>`],
    [
      'Outlook',
      `<div id="divRplyFwdMsg"><b>From:</b> Mori<br><b>Sent:</b> Monday</div><p>${LINK}</p>`,
    ],
    [
      'Outlook on a desktop',
      `<p><b><span lang="JA">差出人</span>:</b> Mori &lt;mori@hoshimi-kiko.example&gt;<br><b>送信日時:</b> 2026/11/16<br>${LINK}</p>`,
    ],
    ['logo', '<img src="https://www.akagane-works.example/logo.png">'],
    ['background', '<table background="https://www.akagane-works.example/bg.png"></table>'],
    ['base', '<base href="https://www.akagane-works.example/">'],
    ['stylesheet', '<link rel="stylesheet" href="https://www.akagane-works.example/a.css">'],
    ['frame', '<iframe src="https://www.akagane-works.example/map"></iframe>'],
    ['poster', '<video poster="https://www.akagane-works.example/p.png"></video>'],
  ])('HTML, %s', async (_name, carried) => {
    const { values, omitted } = await html(NEW_HTML, carried)
    expect(values).toContain('url https://parcel-two.test/acct')
    expect(values.join('\n')).not.toContain('akagane')
    expect(omitted.some((kind) => kind === 'quoted-mail' || kind === 'loaded-links')).toBe(true)
  })

  test.each([
    [
      'text',
      plain,
      [
        '-----Original Message-----',
        'From: a@parcel-desk.test',
        '',
        'https://parcel-two.test/acct',
      ],
    ],
    [
      'text below a rule',
      plain,
      [
        '_'.repeat(32),
        'From: Desk <desk@parcel-three.test>',
        'Sent: Monday',
        'To: a@parcel-desk.test',
        '',
        'https://parcel-two.test/acct',
      ],
    ],
    [
      'HTML',
      html,
      ['<blockquote><p>Sign in</p><a href="https://parcel-two.test/acct">x</a></blockquote>'],
    ],
  ] as const)(
    '%s: a mail that only passes another on is that mail',
    async (_name, draft, lines) => {
      expect((await draft(...lines)).values).toContain('url https://parcel-two.test/acct')
    },
  )

  test('quoted and said again, a link is asked about', async () => {
    const { values, asked } = await plain(NEW, '', '> https://parcel-two.test/acct')
    expect(values).not.toContain('url https://parcel-two.test/acct')
    expect(asked).toContain('quoted-place parcel-two.test')
  })
})

describe('a customer’s name at a service for organisations', () => {
  test.each([
    'https://akagane.sharepoint.com/sites/keiri',
    'https://akagane-my.sharepoint.com/personal/m_kashiwabara',
    'https://akagane.cybozu.com/k/',
    'https://akagane.backlog.com/view',
    'https://akagane.app.box.com/file',
    'https://akagane.zendesk.com/hc',
    'https://akagane.slack.com/',
    'https://akagane.s.kintone.com/k/',
  ])('%s is asked about and left out', async (link) => {
    const { values, asked } = await plain(link)
    expect(values.join('\n')).not.toMatch(/akagane|kashiwabara/u)
    expect(asked).toEqual([`tenant ${new URL(link).hostname}`])
  })

  test.each([
    'https://parcel-two.pages.dev/login',
    'https://parcel-two.web.app/login',
    'https://parceltwo.blob.core.windows.net/web/x.html',
    'https://app.box.com/login',
    'https://slack.com/signin',
  ])('%s is published unasked', async (link) => {
    const { values, asked } = await plain(link)
    expect(values).toContain(`url ${link}`)
    expect(asked).toEqual([])
  })
})

describe('T05: a gateway that writes where a link leads without a scheme is asked about', () => {
  const LURE = 'https://parcel-two.test/login'
  test.each([
    'https://isolation.akagane-sec.example/?url=parcel-two.test/login',
    'https://gw.akagane-sec.example/s/AbCdEf?domain=parcel-two.test',
    'https://isolation.akagane-sec.example/view/parcel-two.test/login',
  ])('%s', async (link) => {
    const { values, asked } = await plain(link, LURE)
    expect(values).toContain(`url ${LURE}`)
    expect(values.join('\n')).not.toContain('akagane')
    expect(asked).toContain('rewriting-place akagane-sec.example')
  })

  test('a lure that carries a domain to which the mail does not lead is the attacker’s', async () => {
    const { values, asked } = await plain('https://parcel-two.test/login?d=akagane-works.example')
    expect(values.join('\n')).toContain('url https://parcel-two.test/login')
    expect(asked.filter((one) => one.startsWith('rewriting-place'))).toEqual([])
  })
})
