import { createHash } from 'node:crypto'
import { domainToUnicode } from 'node:url'
import { describe, expect, test } from 'vitest'
import type { Indicator } from '../../evidence/artefact.ts'
import { toQuestionId } from '../question.ts'
import { FRAUD_CASE, FRAUD_MAIL } from '../testing/case-of-invoice-fraud.ts'
import type { CaseRecord } from './case-record.ts'
import { draftBulletin } from './draft-bulletin.ts'

const toRecord = (
  type: Indicator['type'],
  value: string,
  context: string,
  ipAddresses: readonly string[] = [],
): CaseRecord => ({
  ...FRAUD_CASE,
  mails: [
    { ...FRAUD_MAIL, findings: [], texts: [], indicators: [{ type, value, context, path: '0' }] },
  ],
  traces: {
    organisations: [
      {
        ...{ id: 'org-kannami', role: 'provider', people: [], hosts: [], numbers: [], ipAddresses },
        ...{ names: ['Kannami Valve Co., Ltd.', '函南バルブ'], domains: ['kannami-valve.example'] },
      },
    ],
  },
})

function draft(...parts: Parameters<typeof toRecord>) {
  const { content, questions } = draftBulletin(toRecord(...parts))
  return {
    values: content.indicators.map(({ type, value, isPattern }) =>
      [type, value, ...(isPattern === true ? ['pattern'] : [])].join(' '),
    ),
    asked: questions.map(({ questionId, proposed }) => `${questionId.split(':')[0]} ${proposed}`),
  }
}

const md5 = createHash('md5').update('k-narumi@kannami-valve.example').digest('hex')
const base64 = Buffer.from('k-narumi').toString('base64url')

describe('T03 T20: a local part that is no word may be the recipient', () => {
  test.each([
    [`${md5}@bulk5.example`],
    ['r-7Gh29xKq81Lm@bulk5.example'],
    [`r-${md5.slice(0, 16)}@bulk5.example`],
    [`${base64}@bulk5.example`],
    [`${base64.toLowerCase()}@bulk5.example`],
    ['bounce=k-77@bulk5.example'],
    ['news-4711@bulk5.example'],
  ])('%s goes out as a pattern, with a question', (address) => {
    for (const context of ['from', 'reply-to', 'sender']) {
      const { values, asked } = draft('email-address', address, context)
      expect(values).toEqual(['email-address ****@bulk5.example pattern'])
      expect(asked).toEqual(['identifying-address pattern'])
    }
  })

  test('where everybody has an address, the pattern would match everybody', () => {
    expect(draft('email-address', `${md5}@gmail.com`, 'from').values).toEqual([])
  })

  test.each([
    ['billing@bulk5.example'],
    ['yamada.taro@bulk5.example'],
    ['no-reply@bulk5.example'],
    ['support-team2@bulk5.example'],
    ['johnsmith447@gmail.com'],
  ])('%s is published, unasked', (address) => {
    expect(draft('email-address', address, 'from')).toEqual({
      values: [`email-address ${address}`],
      asked: [],
    })
  })

  test('a host made for one recipient is left out of an address as well', () => {
    expect(draft('email-address', 'pay@a91f.bulk5.example', 'from').values).toEqual([
      'email-address pay@{token}.bulk5.example pattern',
    ])
  })
})

describe('T20: tokens in subjects and file names', () => {
  test.each([
    ['subject', 'case id aXk29fQ7b ref qzjxkvbwpmgh', 'message', 'case id **** ref ****'],
    ['file-name', '8f3a9c1-notice.exe', 'attachment', '****-notice.exe'],
  ] as const)('%s %s', (type, value, context, shown) => {
    expect(draft(type, value, context).values).toEqual([`${type} ${shown} pattern`])
  })

  test.each(['請求書.exe', '注文書.vbs', 'PO.exe', 'RFQ.lnk'])(
    '%s is told by its ending too',
    (name) => {
      expect(draft('file-name', name, 'attachment').values).toEqual([`file-name ${name}`])
    },
  )

  test('an ending alone is no indicator', () => {
    expect(draft('file-name', '8f3a9c1.html', 'attachment').values).toEqual([])
  })
})

describe('T14 T65: an indicator is one line of what can be seen', () => {
  test.each([
    ['subject', 'line1\r\nTLP:CLEAR\r\nline3', 'message', 'line1 TLP:CLEAR line3'],
    ['subject', 'Notice\u2028■ 取り下げ', 'message', 'Notice ■ 取り下げ'],
    ['subject', 'Pay\u200b\u200cment\u{e0073}\u{e0101} due', 'message', 'Payment due'],
    ['file-name', 'bill\rTLP:CLEAR.exe', 'attachment', 'bill TLP:CLEAR.exe'],
    ['email-address', 'a\u200bb@bulk5.example', 'from', 'ab@bulk5.example'],
  ] as const)('%s %j', (type, value, context, shown) => {
    expect(draft(type, value, context).values).toEqual([`${type} ${shown}`])
  })
})

describe('T11: a name in a label below what the attacker registered', () => {
  test.each([
    [
      'url',
      'https://kannami-valve.portal-h2.example/c',
      'url https://{token}.portal-h2.example/c pattern',
    ],
    ['domain', 'kannami-valve.portal-h2.example', 'domain portal-h2.example'],
    ['email-address', 'a@kannami.mailer1.example', 'domain mailer1.example'],
  ] as const)('%s %s: the registered domain goes out', (type, value, shown) => {
    const { values, asked } = draft(type, value, type === 'url' ? 'link' : 'from')
    expect(values).toContain(shown)
    expect(values.join(' ')).not.toContain('kannami')
    expect(asked).toContain('identifying-domain pattern')
  })

  test('an internationalised domain is read as its readers do', () => {
    const domain = 'xn--ndkm6dw49ppob.example'
    expect(domainToUnicode(domain)).toBe('函南バルブ.example')
    const parts = [
      ['email-address', `a@${domain}`, 'from'],
      ['url', `https://${domain}/login`, 'link'],
      ['domain', domain, 'link'],
    ] as const
    for (const [type, value, context] of parts) {
      expect(draft(type, value, context)).toEqual({
        values: [],
        asked: ['identifying-domain pattern'],
      })
    }
  })

  test('a registered domain that itself says the name stays inside', () => {
    expect(draft('url', 'https://www.kannami-valve-pay.example/c', 'link').values).toEqual([])
  })
})

describe('T11: the name of somebody whom only the mail names, in what the attacker registered', () => {
  const toAsked = (choice: 'keep' | 'omit') => {
    const indicators = [
      ['url', 'https://narumi-keiko.example/login', 'link'],
      ['url', 'https://www.narumi-keiko.example/a', 'link'],
      ['email-address', 'billing@narumi-keiko.example', 'from'],
      ['domain', 'narumi-keiko.example', 'link'],
      ['domain', 'www.narumi-keiko.example', 'link'],
    ] as const
    const { traces, ...record } = toRecord('domain', 'bulk5.example', 'link')
    const mail = {
      ...FRAUD_MAIL,
      findings: [],
      texts: [{ label: '1', text: 'To: Keiko Narumi <k-narumi@kannami-valve.example>' }],
      indicators: indicators.map(([type, value, context]) => ({ type, value, context, path: '0' })),
    }
    const decisions = { [toQuestionId('met-name', 'narumi-keiko.example')]: choice }
    const { content, questions } = draftBulletin({ ...record, traces, mails: [mail], decisions })
    const asked = questions.filter(({ questionId }) => questionId.startsWith('met-name:'))
    return {
      values: content.indicators.map(({ value }) => value),
      asked: asked.map(({ value }) => value),
      omitted: content.omitted,
    }
  }

  test('one answer takes out its domains, links and addresses, and says that domains are missing', () => {
    const { values, asked, omitted } = toAsked('omit')
    expect(values).toEqual([])
    expect(asked).toEqual(['narumi-keiko.example'])
    expect(omitted).toContain('identifying-domains')
  })

  test('and the other lets all of them stay', () => {
    expect(toAsked('keep').values.toSorted()).toEqual([
      'billing@narumi-keiko.example',
      'https://narumi-keiko.example/login',
      'https://www.narumi-keiko.example/a',
      'narumi-keiko.example',
      'www.narumi-keiko.example',
    ])
  })

  test('a name in the path of a link is left out as a code is', () => {
    const { mails, ...record } = toRecord('url', 'https://bulk5.example/narumi/a', 'link')
    const texts = [{ label: '1', text: 'To: Keiko Narumi <k-narumi@kannami-valve.example>' }]
    const { content } = draftBulletin({
      ...record,
      mails: mails.map((mail) => ({ ...mail, texts })),
    })
    expect(content.indicators.map(({ value }) => value)).toEqual([
      'https://bulk5.example/{token}/a',
    ])
    expect(content.omitted).toContain('url-tokens')
  })
})

test('links too long to be checked together are left out, and the short ones after them stay', () => {
  const record = toRecord('domain', 'bulk5.example', 'link')
  const path = Array.from({ length: 60 }, () => 'invoice-of-the-month').join('/')
  const long = Array.from({ length: 90 }, (_, at) => `https://host-${at}.bulk5.example/${path}`)
  const urls = [...long, 'https://pay.bulk5.example/now']
  const indicators = urls.map(
    (value) => ({ type: 'url', value, context: 'link', path: '0' }) as const,
  )
  const mails = [{ ...FRAUD_MAIL, findings: [], texts: [], indicators }]
  const { content } = draftBulletin({ ...record, mails })
  const letters = content.indicators.reduce((sum, { value }) => sum + value.length, 0)
  expect(letters).toBeLessThanOrEqual(60_000)
  expect(content.indicators.map(({ value }) => value)).toContain('https://pay.bulk5.example/now')
  expect(content.omitted).toContain('more-links')
})

describe('T19 T20: a word in a link that differs from mail to mail is made for its recipient', () => {
  const draftLinks = (...mails: readonly (readonly string[])[]) => {
    const record = toRecord('domain', 'bulk5.example', 'link')
    const toMail = (urls: readonly string[]) => ({
      ...FRAUD_MAIL,
      ...{ findings: [], texts: [] },
      indicators: urls.map(
        (value) => ({ type: 'url', value, context: 'link', path: '0' }) as const,
      ),
    })
    const { content } = draftBulletin({ ...record, mails: mails.map(toMail) })
    return content.indicators.map(({ value }) => value)
  }
  const [anna, otto] = ['https://bulk5.example/r/anna/login', 'https://bulk5.example/r/otto/login']

  test('it goes out as a token', () => {
    expect(draftLinks([anna], [otto])).toEqual(['https://bulk5.example/r/{token}/login'])
  })

  test.each([
    ['pages of one mail', [['https://bulk5.example/help', 'https://bulk5.example/terms']]],
    [
      'pages of each mail',
      [
        ['https://bulk5.example/a', 'https://bulk5.example/b'],
        ['https://bulk5.example/b', 'https://bulk5.example/a'],
      ],
    ],
    ['the page of each of two waves', [[anna], [anna], [otto], [otto]]],
    ['the same link', [[anna], [anna]]],
  ])('%s stay', (_, mails) => {
    expect(draftLinks(...mails)).toEqual([...new Set(mails.flat())].toSorted())
  })
})

describe('T02: a link to a machine of the provider’s own network', () => {
  test.each([
    ['http://198.51.100.77/a', '198.51.100.0/24'],
    ['http://3325256781/d', '198.51.100.0/24'],
    ['http://0xc633644d/d', '198.51.100.77'],
    ['http://[2001:db8:77::77]/b', '2001:db8:77::/48'],
    ['http://[::ffff:198.51.100.77]/b', '198.51.100.0/24'],
  ])('%s is left out', (url, network) => {
    expect(draft('url', url, 'link', [network]).values).toEqual([])
    expect(draft('url', url, 'link', ['203.0.113.0/24']).values).toHaveLength(1)
  })
})

test('a relay of a service that carries everybody’s mail is asked about, and stays inside unless a person says otherwise', () => {
  // One of Google’s senders (_spf.google.com).
  expect(draft('ipv4', '209.85.216.53', 'received')).toEqual({
    values: [],
    asked: ['sending-host omit'],
  })
  expect(draft('ipv4', '198.51.100.23', 'received').values).toEqual(['ipv4 198.51.100.23'])
})

describe('T05 T21: a gateway that no table knows', () => {
  const linksOf = (urls: readonly string[], decide?: 'keep' | 'omit') => {
    const record = toRecord('domain', 'gw.receiving-mail.test', 'link')
    const indicators = urls.flatMap((value) => [
      { type: 'url', value, context: 'link', path: '0' } as const,
      { type: 'domain', value: new URL(value).hostname, context: 'link', path: '0' } as const,
    ])
    const mails = [{ ...FRAUD_MAIL, findings: [], texts: [], indicators }]
    const { questions } = draftBulletin({ ...record, mails })
    const asked = questions.filter(({ questionId }) => questionId.startsWith('rewriting-place:'))
    const decisions = Object.fromEntries(
      decide === undefined ? [] : asked.map(({ questionId }) => [questionId, decide]),
    )
    const { content } = draftBulletin({ ...record, mails, decisions })
    const values = content.indicators.map(({ value }) => value)
    return { values, asked: asked.map(({ value, proposed }) => [value, proposed]) }
  }
  const rewritten = (target: string) =>
    `https://gw.receiving-mail.test/click?user=suda&url=${encodeURIComponent(target)}`
  const two = [rewritten('https://pay.bulk5.test/a'), rewritten('https://pay.bulk5.test/b')]

  test('stays inside with all links that it rewrote, and one question is asked', () => {
    const { values, asked } = linksOf(two)
    expect(values).toEqual([])
    expect(asked).toEqual([['receiving-mail.test', 'omit']])
  })

  test('a redirector of the attacker goes out when a person says so', () => {
    expect(linksOf(two, 'keep').values).toContain('gw.receiving-mail.test')
  })

  test.each([
    ['one link that leads on', two.slice(0, 1)],
    [
      'links beside the notice of who checked them',
      [...two, 'https://gw.receiving-mail.test/checked'],
    ],
  ])('%s: asked about, and nothing of the place goes out unanswered', (_, urls) => {
    const { values, asked } = linksOf(urls)
    expect(values).toEqual([])
    expect(asked).toEqual([['receiving-mail.test', 'omit']])
  })

  test('pages that lead to one another are no gateway', () => {
    const { asked } = linksOf(['https://a.bulk5.test/go?url=https%3A%2F%2Fb.bulk5.test'])
    expect(asked).toEqual([])
  })
})
