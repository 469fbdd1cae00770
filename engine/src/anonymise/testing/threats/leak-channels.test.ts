import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { analyse } from '../../../analyse.ts'
import { buildRegister } from '../../../register/build-register.ts'
import type { CaseRecord } from '../../draft/case-record.ts'
import { draftBulletin, type DraftedBulletin } from '../../draft/draft-bulletin.ts'
import { release } from '../../releasable-bulletin.ts'
import type { Traces } from '../../traces.ts'
import { listDecodings } from './list-decodings.ts'

/** The provider, whose every trace is a canary. */
const TRACES: Traces = {
  organisations: [
    {
      ...{ id: 'p', role: 'provider', domains: ['shirotae-glass.example'] },
      names: ['株式会社白妙硝子', 'シロタエガラス', 'Shirotae Glass Co., Ltd.'],
      people: [
        {
          names: ['鳴海 航太郎', 'なるみ こうたろう', 'Narumi Kotaro'],
          addresses: ['k-narumi@shirotae-glass.example'],
          isExecutive: true,
        },
      ],
      hosts: ['mx3.shirotae-glass.example', 'SHRT-WS0471'],
      ipAddresses: ['203.0.113.0/24'],
      numbers: ['03-0206-1821', '普通 5442369', 'TENANT-9c1f7a52'],
    },
  ],
}
const ADDRESS = 'k-narumi@shirotae-glass.example'
/** What nobody outside may read, in any decoding, folded. */
const CANARY =
  /白妙|硝子|シロタエ|しろたえ|shirotae|siro\s?tae|鳴海|航太郎|なるみ|narumi|k[o0]tar[o0]|203\.0\.113\.|0206-?1821|5442369|9c1f7a52|shrt-ws/iu
/** What readers need: the attacker's, which stands in every mail. */
const FACTS = ['trap.test', 'pay-desk.test']

interface Parts {
  readonly headers?: readonly string[]
  readonly from?: string
  readonly text?: string
  readonly html?: string
  readonly raw?: string
}

const toMail = ({ headers = [], from, text = '', html, raw }: Parts): Buffer =>
  Buffer.from(
    raw ??
      [
        `From: ${from ?? 'Billing <billing@pay-desk.test>'}`,
        'Subject: Payment advice for you',
        ...headers,
        'MIME-Version: 1.0',
        `Content-Type: text/${html === undefined ? 'plain' : 'html'}; charset=utf-8`,
        '',
        `${html ?? text}${html === undefined ? '\nhttps://trap.test/login/index.php\n' : '<a href="https://trap.test/login/index.php">Sign in</a>'}`,
      ].join('\r\n'),
  )

const register = buildRegister({ organisations: [] })

/** Evidence to analysis to draft: the way every mail goes. */
async function draft(mail: Buffer): Promise<DraftedBulletin> {
  const { message, findings, indicators } = await analyse(mail, { register })
  const shown = [
    ...message.headers.map(({ name, value }) => `${name}: ${value}`),
    '',
    ...message.parts.flatMap(({ text }) => text ?? []),
  ].join('\n')
  const record: CaseRecord = {
    ...{ classification: 'credential-phishing', logs: [], techniques: [], decisions: {} },
    mails: [{ providerId: 'p', findings, indicators, texts: [{ label: '', text: shown }] }],
    ...{
      traces: TRACES,
      aliases: { rows: [] },
      tlpCeilings: ['AMBER'],
      registered: { organisations: [] },
    },
  }
  return draftBulletin(record)
}

const hasCanary = (text: string): boolean => listDecodings(text).some((one) => CANARY.test(one))

/** Nothing of the provider in what goes out nor on the shared side; the attacker's is there, and the check agrees. */
async function expectAnonymous(
  parts: Parts,
  facts: readonly string[] = FACTS,
): Promise<DraftedBulletin> {
  const drafted = await draft(toMail(parts))
  const { content, originals } = drafted
  const values = content.indicators.map(({ value }) => value)
  expect(values.filter(hasCanary)).toEqual([])
  expect(JSON.stringify({ ...content, indicators: [] })).not.toMatch(CANARY)
  const shared = originals.flatMap((text) => text.shared.map((one) => one.text)).join('')
  expect(hasCanary(shared) ? shared : '').toBe('')
  expect(release(content, [], TRACES)).toMatchObject({ ok: true })
  for (const fact of facts) expect(values.join(' ')).toContain(fact)
  return drafted
}

const RECIPIENT_HEADERS =
  'To Cc Bcc Resent-To Resent-Cc Resent-Bcc Delivered-To X-Delivered-To X-Original-To Envelope-To X-Envelope-To Apparently-To ' +
  'X-Rcpt-To X-RCPT-TO X-Forwarded-To X-Forwarded-For X-Real-To X-Receiver X-Failed-Recipients Original-Recipient Final-Recipient ' +
  'X-MS-Exchange-Organization-OriginalEnvelopeRecipients X-MailGun-To X-PM-Recipient X-SG-EID X-Mailer-RecptId X-Loop Reply-By ' +
  'X-Spam-Recipient X-Quarantine-ID X-Barracuda-Envelope-To X-FE-Envelope-To X-Proofpoint-Recipient X-Mimecast-Recipient X-TM-Rcpt ' +
  'X-Sophos-Recipient X-CM-Envelope X-Gw-Addressee X-Recipient-Hint X-Canary-Foo'

describe('T01: no recipient-like header goes out', () => {
  test.each(RECIPIENT_HEADERS.split(' '))('%s', async (name) => {
    await expectAnonymous({ headers: [`${name}: Narumi Kotaro <${ADDRESS}>`] })
  })
})

test('T02: of twelve hops nothing of the receiving side goes out', async () => {
  const hops = Array.from(
    { length: 12 },
    (_, hop) =>
      `Received: from mx${hop}.shirotae-glass.example (mx${hop}.shirotae-glass.example [203.0.113.${hop + 1}]) by SHRT-WS0471.shirotae-glass.example with ESMTPS id q${hop} for <${ADDRESS}>; Mon, ${hop + 1} Jun 2026 10:00:0${hop % 10} +0900`,
  )
  await expectAnonymous({ headers: hops })
})

describe('T03 T07 T08 T09: the recipient inside the sender’s own headers', () => {
  test.each([
    ['Return-Path: <bounce-7f3-k-narumi=shirotae-glass.example@trap.test>'],
    ['Return-Path: <SRS0=a1b2=XY=shirotae-glass.example=k-narumi@trap.test>'],
    ['Return-Path: <prvs=123456789a=k-narumi@trap.test>'],
    ['Return-Path: <bounces+123-k-narumi=shirotae-glass.example@em.trap.test>'],
    [`Return-Path: <v.${Buffer.from(ADDRESS).toString('hex')}@trap.test>`],
    [
      'DKIM-Signature: v=1; a=rsa-sha256; d=shirotae-glass.example; s=k; i=@shirotae-glass.example; b=aa',
    ],
    ['List-Id: <narumi.shirotae-glass.trap.test>'],
    [`List-Unsubscribe: <https://trap.test/u/${ADDRESS}>, <mailto:u+k-narumi@trap.test>`],
    ['Feedback-ID: narumi:shirotae:trap'],
    ['Disposition-Notification-To: read@shirotae-g1ass.test'],
    ['Return-Receipt-To: read@shirotae-giass.test'],
    ['Reply-To: k.narumi.shirotae@trap.test'],
  ])('%s', async (header) => {
    await expectAnonymous({ headers: [header] })
  })
})

describe('T04 T05 T06 T13 T14: identifiers of the receiving side', () => {
  test.each([
    ['Message-ID: <9f31.1@mx3.shirotae-glass.example>'],
    ['In-Reply-To: <77@shirotae-glass.example>'],
    ['References: <77@shirotae-glass.example> <78@mx3.shirotae-glass.example>'],
    ['X-Originating-IP: [203.0.113.77]'],
    ['X-MS-Exchange-CrossTenant-Id: TENANT-9c1f7a52'],
    ['X-MS-Exchange-Organization-AuthSource: SHRT-WS0471.shirotae-glass.example'],
    ['Authentication-Results: mx3.shirotae-glass.example; spf=fail smtp.mailfrom=pay-desk.test'],
    ['ARC-Authentication-Results: i=1; mx3.shirotae-glass.example; dkim=none'],
    ['X-Proofpoint-Virus-Version: vendor=x customer=shirotae'],
    ['X-Mimecast-Spam-Signature: TENANT-9c1f7a52'],
    ['X-TM-AS-Product-Ver: IMSVA-shirotae'],
    ['X-Barracuda-Connect: mx3.shirotae-glass.example[203.0.113.9]'],
    ['Thread-Topic: =?utf-8?B?55m95aaZ56Gd5a2Q?='],
    [`Thread-Index: ${Buffer.from('shirotae narumi').toString('base64')}`],
    ['Date: Mon, 1 Jun 2026 09:13:47 +0300'],
  ])('%s', async (header) => {
    const { content } = await expectAnonymous({ headers: [header] })
    expect(JSON.stringify(content)).not.toMatch(/09:13|\+0300|2026-06-01/u)
  })
})

describe('T10 T12: names in what the attacker chose', () => {
  test.each([
    ['shirotae-hr@pay-desk.test'],
    ['narumi.kotaro@pay-desk.test'],
    ['k.narumi@pay-desk.test'],
    ['n4rum1.k0taro@pay-desk.test'],
    ['sh1r0tae.glass@pay-desk.test'],
    ['ceo-narumi@pay-desk.test'],
    ['imuran.k@pay-desk.test'],
    ['=?utf-8?B?6bO05rW3IOiIquWkqumDjg==?= <boss@pay-desk.test>'],
    ['=?iso-2022-jp?B?GyRCTEQzJBsoQg==?= <boss@pay-desk.test>'],
    ['"Kotaro NARUMI" <boss@pay-desk.test>'],
    ['"なるみ　こうたろう" <boss@pay-desk.test>'],
    ['"白妙硝子（鳴海）" <boss@pay-desk.test>'],
  ])('%s', async (from) => {
    await expectAnonymous({ from })
  })
})

/** T11: what is sent from or linked to, each of which spells the provider. */
const LOOKALIKES =
  'shirotae-giass.test shirotae-g1ass.test shirotaeglass.test shirotae-glass.test shirotae-glass-co.test shirotae-glass.co.test ' +
  'shirotae-glas.test shirotae-glasss.test shirotae-galss.test shir0tae-glass.test shiratae-glass.test secure-shirotae-glass.test ' +
  'shirotae-glass-example.test shirotae-glass.example.evil.test mail.shirotae-glass.evil.test shirotaeglass-jp.test shirotae.test ' +
  'xn--shirote-glass-11k.test shiirotae-glass.test shirotea-glass.test'

describe('T11: twenty look-alikes are each a question, and none goes out', () => {
  test.each(LOOKALIKES.split(' '))('%s', async (domain) => {
    const asked: Parts[] = [
      { headers: [`Reply-To: info@${domain}`] },
      { text: `https://${domain}/a` },
      { text: `https://portal.${domain}/a` },
    ]
    for (const parts of asked) {
      const drafted = await draft(toMail(parts))
      const kinds = drafted.questions.map(({ questionId }) => questionId.split(':')[0])
      expect(kinds).toContain('identifying-domain')
      expect(JSON.stringify(drafted.content)).not.toContain(domain)
    }
  })
})

describe('T15: names split over encoded words and charsets', () => {
  test.each([
    ['Subject: =?utf-8?B?55m95aaZ?= =?utf-8?B?56Gd5a2Q?= pay'],
    ['Subject: =?utf-8?Q?=E7=99=BD?=\r\n =?utf-8?Q?=E5=A6=99=E7=A1=9D=E5=AD=90?= pay now'],
    ['Subject: =?iso-2022-jp?B?GyRCR3JMLztAO1IbKEI=?= invoice'],
    ['Subject: =?shift_jis?B?lJKWrQ==?= =?utf-8?B?56Gd5a2Q?= invoice'],
    ['Subject: =?euc-jp?B?x/LMr72tu9I=?= invoice'],
    ['Subject: Shiro\r\n tae Glass invoice'],
    ['Subject: S-h-i-r-o-t-a-e invoice'],
    ['Subject: 白\u200b妙\u200b硝\u200b子 invoice'],
  ])('%s', async (header) => {
    await expectAnonymous({ headers: [header] })
  })
})

describe('T16 T17 T24: a reader of the shared side meets nobody of the text', () => {
  test.each([
    ['白妙硝子 鳴海様\n\n本文です。'],
    ['Dear Mr Narumi,\nplease pay.'],
    ['本文\n--\n株式会社白妙硝子\n経理部 鳴海航太郎\nTEL 03-0206-1821'],
    ['本文\n\n-----Original Message-----\nFrom: 鳴海\nTo: 相手\n> > 白妙硝子\n'],
    ['2026年6月1日 鳴海 航太郎 のメール:\n> 白妙硝子の鳴海です\n>> 普通 5442369'],
    ['口座は普通5442369、電話は０３－０２０６－１８２１です。'],
    ['SHRT-WS0471 (203.0.113.40) にて'],
    ['白　妙\n硝\u200d子と NARUMI, K. です'],
  ])('%j', async (text) => {
    await expectAnonymous({ text })
  })
  test.each([
    ['<!-- 白妙硝子 -->'],
    ['<!--[if mso]>Shirotae<![endif]-->'],
    ['<style>.shirotae-glass{color:red}</style>'],
    ['<div style="display:none">鳴海様</div>'],
    ['<span style="color:#fff">Shirotae Glass</span>'],
    ['<img alt="白妙硝子" src="cid:x">'],
    ['<p title="Narumi">a</p>'],
    ['<p data-to="k-narumi@shirotae-glass.example">a</p>'],
    ['<meta name="author" content="Shirotae Glass">'],
    ['<title>白妙硝子</title>'],
    ['<input type="hidden" value="k-narumi">'],
    ['<base href="https://shirotae-glass.example/">'],
    ['<svg><desc>Shirotae</desc></svg>'],
    ['<p>白妙&#x200b;硝&#23376;</p>'],
    ['<a href="mailto:k-narumi@shirotae-glass.example?cc=x@shirotae-glass.example">a</a>'],
    ['<form action="https://trap.test/p?u=k-narumi"><input></form>'],
  ])('%s', async (html) => {
    await expectAnonymous({ html: `<html><body>${html}</body></html>` })
  })
})

const base32 = (bytes: Buffer): string => {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  const letters = bits.match(/.{1,5}/gu) ?? []
  return letters
    .map((five) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[Number.parseInt(five.padEnd(5, '0'), 2)])
    .join('')
}
const rot13 = (text: string): string =>
  text.replace(/[a-z]/giu, (c) =>
    String.fromCharCode(((c.charCodeAt(0) - (c < 'a' ? 65 : 97) + 13) % 26) + (c < 'a' ? 65 : 97)),
  )
const percent = (text: string): string =>
  [...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')
const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le')
const reverse = (text: string): string => [...text].toReversed().join('')

/** T19: how a recipient's id is written into a link. */
const ENCODINGS: readonly (readonly [name: string, encode: (text: string) => string])[] = [
  ['as written', (text) => text.replace('@', '%40')],
  ['base64', (text) => encodeURIComponent(Buffer.from(text).toString('base64'))],
  [
    'base64 without padding',
    (text) => Buffer.from(text).toString('base64').replace(/=+$/u, '').replaceAll('/', '_'),
  ],
  ['base64url', (text) => Buffer.from(text).toString('base64url')],
  [
    'base64 twice',
    (text) => Buffer.from(Buffer.from(text).toString('base64')).toString('base64url'),
  ],
  ['base64 reversed', (text) => reverse(Buffer.from(text).toString('base64url'))],
  ['base64 of capitals', (text) => Buffer.from(text.toUpperCase()).toString('base64url')],
  ['hex', (text) => Buffer.from(text).toString('hex')],
  ['hex in capitals', (text) => Buffer.from(text).toString('hex').toUpperCase()],
  ['hex in pairs', (text) => (Buffer.from(text).toString('hex').match(/../gu) ?? []).join('-')],
  ['percent', percent],
  ['percent twice', (text) => percent(text).replaceAll('%', '%25')],
  ['rot13', (text) => rot13(text).replace('@', '-')],
  ['reversed', (text) => reverse(text).replace('@', '-')],
  ['deflate', (text) => deflateRawSync(text).toString('base64url')],
  ['zlib', (text) => deflateSync(text).toString('base64url')],
  ['gzip', (text) => gzipSync(text).toString('base64url')],
  ['gzip in hex', (text) => gzipSync(text).toString('hex')],
  [
    'HTML entities',
    (text) => encodeURIComponent([...text].map((c) => `&#${c.codePointAt(0)};`).join('')),
  ],
  ['punycode', () => 'xn--bnqqz80e20f'],
  [
    'quoted-printable',
    (text) => [...Buffer.from(text)].map((b) => `=${b.toString(16).toUpperCase()}`).join(''),
  ],
  ['UTF-16 in base64', (text) => utf16(text).toString('base64url')],
  ['UTF-16 in hex', (text) => utf16(text).toString('hex')],
  [
    'JSON escapes',
    (text) =>
      encodeURIComponent(
        [...text].map((c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
      ),
  ],
  ['base32', (text) => base32(Buffer.from(text))],
  ['base32 in small letters', (text) => base32(Buffer.from(text)).toLowerCase()],
  ['numbers', (text) => [...Buffer.from(text)].join('.')],
]
const PLACES: readonly (readonly [name: string, put: (token: string) => string])[] = [
  ['path', (token) => `https://trap.test/c/${token}/view`],
  ['query', (token) => `https://trap.test/c?u=${token}`],
  ['fragment', (token) => `https://trap.test/c#${token}`],
  [
    'subdomain',
    (token) => `https://${token.replace(/[^A-Za-z0-9.-]/gu, '').slice(0, 60)}.trap.test/c`,
  ],
]

describe('T19 T20: a recipient’s id in a link, in 27 encodings and 4 places', () => {
  const rows = ENCODINGS.flatMap(([encoding, encode]) =>
    PLACES.map(([place, put]) => ({ encoding, place, encode, put })),
  )
  test.each(rows)('$encoding in the $place', async ({ encode, put }) => {
    for (const id of [ADDRESS]) {
      const token = encode(id)
      const { content } = await expectAnonymous({ text: put(token) })
      expect(JSON.stringify(content)).not.toContain(token)
    }
  })
})

describe('T21 T22: links wrapped by a gateway, and slugs', () => {
  const inner = encodeURIComponent('https://trap.test/login/index.php')
  test.each([
    [
      `https://jpn01.safelinks.protection.outlook.com/?url=${inner}&data=05%7C01%7Ck-narumi%40shirotae-glass.example%7Cabc&sdata=x`,
    ],
    [
      `https://urldefense.proofpoint.com/v2/url?u=https-3A__trap.test_login_index.php&d=DwM&r=${ADDRESS}&m=a`,
    ],
    [`https://urldefense.com/v3/__https://trap.test/login/index.php__;!!abc!shirotae$`],
    [
      `https://protect-eu.mimecast.com/s/abc?domain=trap.test&rcpt=k-narumi%40shirotae-glass.example`,
    ],
    [`https://linkprotect.cudasvc.com/url?a=${inner}&c=E,1,shirotae&typo=1`],
    [`https://secure-web.cisco.com/1abc_shirotae/${inner}`],
    [
      `https://imsva91-ctp.trendmicro.com/wis/clicktime/v1/query?url=${inner}&umid=SHRT-WS0471&auth=x`,
    ],
    ['https://logo.cdn-trap.test/shirotae-glass.example'],
    ['https://cdn-trap.test/logos/shirotae.png'],
    ['https://cdn-trap.test/s2/favicons?domain=shirotae-glass.example'],
  ])('%s', async (url) => {
    await expectAnonymous({ text: url })
  })
})

const multipart = (boundary: string, parts: readonly string[], around = ''): string =>
  [
    'From: Billing <billing@pay-desk.test>',
    'Subject: Payment advice for you',
    'MIME-Version: 1.0',
    `Content-Type: multipart/mixed; boundary="${boundary}"`,
    '',
    around,
    ...parts.map((part) => `--${boundary}\r\n${part}\r\n`),
    `--${boundary}\r\nContent-Type: text/plain\r\n\r\nhttps://trap.test/login/index.php\r\n--${boundary}--`,
    around,
  ].join('\r\n')
const attachment = (name: string, type = 'application/octet-stream', body = 'x'): string =>
  `Content-Type: ${type}\r\nContent-Disposition: attachment; ${name}\r\n\r\n${body}`

describe('T25 T26 T27 T31 T33: second copies in parts, boundaries and names', () => {
  test.each([
    ['a boundary', multipart('=_SHRT-WS0471_shirotae', [])],
    ['preamble and epilogue', multipart('b', [], 'sent for 白妙硝子 narumi')],
    ['a name', multipart('b', [attachment('filename="御見積_株式会社白妙硝子様.xlsx"')])],
    [
      'a split name',
      multipart('b', [
        attachment("filename*0*=utf-8''%E7%99%BD%E5%A6%99; filename*1*=%E7%A1%9D%E5%AD%90.pdf"),
      ]),
    ],
    [
      'a name in words',
      multipart('b', [attachment('filename="=?utf-8?B?55m95aaZ56Gd5a2Q?=_invoice.pdf"')]),
    ],
    [
      'a name in romaji',
      multipart('b', [attachment('filename="Invoice_Shirotae-Glass_Narumi.pdf"')]),
    ],
    ['a packed name', multipart('b', [attachment('filename="invoiceshirotaeglass.zip"')])],
    ['a name with an address', multipart('b', [attachment(`filename="${ADDRESS}.html"`)])],
    [
      'a name in base64',
      multipart('b', [attachment(`filename="${Buffer.from(ADDRESS).toString('base64url')}.html"`)]),
    ],
    [
      'a nested mail',
      multipart('b', [
        `Content-Type: message/rfc822\r\n\r\nFrom: a@pay-desk.test\r\nTo: ${ADDRESS}\r\nSubject: 白妙硝子\r\n\r\nhi`,
      ]),
    ],
    [
      'a calendar',
      multipart('b', [
        attachment(
          'filename=i.ics',
          'text/calendar',
          `BEGIN:VCALENDAR\r\nATTENDEE;CN=Narumi:mailto:${ADDRESS}\r\nEND:VCALENDAR`,
        ),
      ]),
    ],
    [
      'a visiting card',
      multipart('b', [
        attachment(
          'filename=c.vcf',
          'text/vcard',
          `BEGIN:VCARD\r\nFN:鳴海 航太郎\r\nORG:Shirotae Glass\r\nEND:VCARD`,
        ),
      ]),
    ],
    [
      'a password',
      multipart('b', [
        'Content-Type: text/plain; charset=utf-8\r\n\r\nパスワード: shirotae0206 (Password: Shirotae-Glass!)',
      ]),
    ],
  ])('%s', async (_name, raw) => {
    const { content } = await expectAnonymous({ raw })
    expect(content.indicators.filter(({ type }) => type === 'sha256')).toEqual([])
  })
})
