import { describe, expect, test } from 'vitest'
import { type Decisions, toQuestionId } from '../../question.ts'
import { draftFromMail } from '../draft-from-mail.ts'

const RECEIVED =
  'Received: from out.bulk5.example (out.bulk5.example [198.51.100.23]) by mx.hoshimi-kiko.example with ESMTP id a1 for <suda@hoshimi-kiko.example>; Thu, 26 Nov 2026 10:15:00 +0900'

const toMail = (
  from: string,
  {
    results = '',
    replyTo = '',
    body = '',
    link = 'https://pay.evil.test/signin',
    hasPlantedResults = false,
  } = {},
) => {
  const noted =
    results === '' ? [] : [`Authentication-Results: mx.hoshimi-kiko.example; ${results}`]
  return [
    ...(hasPlantedResults ? [] : noted),
    RECEIVED,
    ...(hasPlantedResults ? noted : []),
    `From: Desk <${from}>`,
    ...(replyTo === '' ? [] : [`Reply-To: ${replyTo}`]),
    'To: suda@hoshimi-kiko.example',
    'Subject: Please check your payment',
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    '',
    `Please look at ${link} now. ${body}`,
  ]
}

const FAILED =
  'spf=fail smtp.mailfrom=borrowed.example; dkim=none; dmarc=fail header.from=borrowed.example'

async function draftOf(lines: readonly string[], domain = 'borrowed.example', answer?: 'omit') {
  const decisions = answer && { [toQuestionId('borrowed-sender', domain)]: answer }
  const { indicators, asked } = await draftFromMail(lines, decisions && { decisions })
  const contexts = indicators
    .filter(({ value }) => value.endsWith(domain))
    .map(({ type, context }) => `${type} ${context}`)
  return { contexts, isAsked: asked.includes(`borrowed-sender ${domain}`) }
}

const OWN = ['domain from', 'email-address from']

describe('a sender that the receiving servers found not to have sent the mail', () => {
  test.each([
    [FAILED],
    ['dmarc=fail (p=none) header.from=borrowed.example'],
    ['spf=softfail smtp.mailfrom=a@borrowed.example; dmarc=none'],
    [
      'spf=pass smtp.mailfrom=bulk5.example; dkim=pass header.d=bulk5.example; dmarc=fail header.from=borrowed.example',
    ],
  ])(
    'is told as borrowed where everybody knows whose it is, and asked about else: %s',
    async (results) => {
      const known = { results: results.replaceAll('borrowed.example', 'nikkei.com') }
      expect(await draftOf(toMail('pay@nikkei.com', known), 'nikkei.com')).toEqual({
        ...{ contexts: ['email-address spoofed-from'], isAsked: false },
      })
      const mail = toMail('pay@borrowed.example', { results })
      expect(await draftOf(mail)).toEqual({ contexts: OWN, isAsked: true })
      expect((await draftOf(mail, 'borrowed.example', 'omit')).contexts).toEqual([])
    },
  )

  test('is asked about too where only the footer leads to its front page, and answers go to the address shown', async () => {
    const mail = toMail('pay@borrowed.example', {
      ...{ results: FAILED, replyTo: 'pay@borrowed.example' },
      body: 'https://borrowed.example/',
    })
    expect((await draftOf(mail)).isAsked).toBe(true)
  })

  // Letters are copied with the links of their footers, which lead deeper than the front page.
  test('is asked about where links lead to its pages beside the attacker’s, and they stay inside with it', async () => {
    const footer = 'https://www.borrowed.example/support/'
    const mail = toMail('pay@borrowed.example', { results: FAILED, body: footer })
    const { contexts, isAsked } = await draftOf(mail)
    expect([isAsked, contexts]).toEqual([
      true,
      ['domain from', 'domain link', 'email-address from'],
    ])
    const decisions = { [toQuestionId('borrowed-sender', 'borrowed.example')]: 'omit' as const }
    const { indicators } = await draftFromMail(mail, { decisions })
    expect(indicators.filter(({ value }) => value.includes('borrowed'))).toEqual([])
    expect(indicators.map(({ value }) => value)).toContain('https://pay.evil.test/signin')
  })

  test('of one that everybody knows its own pages stay inside, and pages that anybody puts there do not', async () => {
    const linksOf = async (domain: string, body: string) => {
      const results = FAILED.replaceAll('borrowed.example', domain)
      const { indicators } = await draftFromMail(toMail(`pay@${domain}`, { results, body }))
      return indicators.filter(({ type }) => type === 'url').map(({ value }) => value)
    }
    expect(await linksOf('ts3card.com', 'https://www.ts3card.com/support/')).toEqual([
      'https://pay.evil.test/signin',
    ])
    expect(await linksOf('google.com', 'https://sites.google.com/view/sign-in')).toEqual([
      'https://pay.evil.test/signin',
      'https://sites.google.com/view/sign-in',
    ])
  })

  test.each([
    [
      'passed',
      {
        results: 'spf=fail smtp.mailfrom=borrowed.example; dmarc=pass header.from=borrowed.example',
      },
    ],
    [
      'was signed',
      {
        results:
          'spf=fail smtp.mailfrom=borrowed.example; dkim=pass header.d=mail.borrowed.example',
      },
    ],
    ['was not judged', { results: 'spf=none; dkim=none; dmarc=none' }],
    ['was not looked at', {}],
    // A sender who writes this himself would keep his own domain off the lists.
    ['is said to have failed by the sender alone', { results: FAILED, hasPlantedResults: true }],
    [
      'is where alone the links lead',
      { results: FAILED, body: '', link: 'https://borrowed.example/login' },
    ],
    ['is where answers go', { results: FAILED, replyTo: 'other@borrowed.example' }],
  ])('one that %s is the attacker’s', async (_case, options) => {
    const { contexts, isAsked } = await draftOf(toMail('pay@borrowed.example', options))
    expect(contexts).toEqual(expect.arrayContaining(OWN))
    expect(isAsked).toBe(false)
  })
})

test('a page at a member’s place that a person lets out goes out, whoever the sender pretends to be', async () => {
  const member = {
    ...({ id: 'org-akagane', role: 'provider', names: ['赤金工業株式会社'] } as const),
    ...{ domains: ['borrowed.example'], people: [], hosts: [], ipAddresses: [], numbers: [] },
  }
  const lines = toMail('pay@borrowed.example', {
    ...{ results: FAILED, link: 'https://shop.borrowed.example/kit/signin' },
    body: 'https://pay.evil.test/signin',
  })
  const linksOf = async (decisions: Decisions) => {
    const { indicators } = await draftFromMail(lines, { decisions, registered: [member] })
    return indicators.filter(({ type }) => type === 'url').map(({ value }) => value)
  }
  const kit = toQuestionId('registered-place', 'shop.borrowed.example')
  expect(await linksOf({})).toEqual(['https://pay.evil.test/signin'])
  expect(await linksOf({ [kit]: 'keep' })).toContain('https://shop.borrowed.example/kit/signin')
})
