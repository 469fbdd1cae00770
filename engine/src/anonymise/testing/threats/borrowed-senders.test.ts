import { describe, expect, test } from 'vitest'
import { draftFromMail } from '../draft-from-mail.ts'

const RECEIVED =
  'Received: from out.bulk5.example (out.bulk5.example [198.51.100.23]) by mx.hoshimi-kiko.example with ESMTP id a1 for <suda@hoshimi-kiko.example>; Thu, 26 Nov 2026 10:15:00 +0900'

const toMail = (
  from: string,
  { results = '', replyTo = '', body = '', hasPlantedResults = false } = {},
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
    `Please look at https://pay.evil.test/signin now. ${body}`,
  ]
}

const FAILED =
  'spf=fail smtp.mailfrom=borrowed.example; dkim=none; dmarc=fail header.from=borrowed.example'

async function contextsOf(lines: readonly string[]) {
  const { indicators } = await draftFromMail(lines)
  return indicators
    .filter(({ value }) => value.endsWith('borrowed.example'))
    .map(({ type, context }) => `${type} ${context}`)
}

const SPOOFED = ['domain spoofed-from', 'email-address spoofed-from']
const OWN = ['domain from', 'email-address from']

describe('a sender that the receiving servers found not to have sent the mail', () => {
  test.each([
    [FAILED],
    ['dmarc=fail (p=none) header.from=borrowed.example'],
    ['spf=softfail smtp.mailfrom=a@borrowed.example; dmarc=none'],
    [
      'spf=pass smtp.mailfrom=bulk5.example; dkim=pass header.d=bulk5.example; dmarc=fail header.from=borrowed.example',
    ],
  ])('is told as borrowed: %s', async (results) => {
    expect(await contextsOf(toMail('pay@borrowed.example', { results }))).toEqual(SPOOFED)
  })

  test('stays so where only the footer leads to its front page, and answers go to the address shown', async () => {
    const mail = toMail('pay@borrowed.example', {
      ...{ results: FAILED, replyTo: 'pay@borrowed.example' },
      body: 'https://borrowed.example/',
    })
    expect(await contextsOf(mail)).toContain('email-address spoofed-from')
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
    ['is where the link leads', { results: FAILED, body: 'https://borrowed.example/login' }],
    ['is where answers go', { results: FAILED, replyTo: 'other@borrowed.example' }],
  ])('one that %s is the attacker’s', async (_case, options) => {
    const contexts = await contextsOf(toMail('pay@borrowed.example', options))
    expect(contexts).toEqual(expect.arrayContaining(OWN))
    expect(contexts).not.toContain('email-address spoofed-from')
  })
})
