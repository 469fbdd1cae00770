import { describe, expect, test } from 'vitest'
import { toQuestionId } from '../../question.ts'
import { draftFromMail } from '../draft-from-mail.ts'

const DATE = 'Thu, 19 Nov 2026 09:12:00 +0900'

/** As whoever registers a domain for the attack can have it: his own mail passes every check, and its recipients are hidden. */
const toMail = (to: string) => [
  'Authentication-Results: mx.hoshimi-kiko.example; spf=pass smtp.mailfrom=a@okuri-corp.test; dkim=pass header.d=okuri-corp.test; dmarc=pass header.from=okuri-corp.test',
  `Received: from out.okuri-corp.test (out.okuri-corp.test [198.51.100.23]) by mx.hoshimi-kiko.example with ESMTP id 1 for <mori@hoshimi-kiko.example>; ${DATE}`,
  'From: Okuri Corp <a@okuri-corp.test>',
  `To: ${to}`,
  'Subject: shared document',
  `Date: ${DATE}`,
  'MIME-Version: 1.0',
  'Content-Type: text/plain; charset=utf-8',
  '',
  'A document has been shared with you. Please review the shared file.',
  'https://www.dropbox.com/s/abc/x.zip',
]

test.each(['undisclosed-recipients:;', 'a@okuri-corp.test'])(
  'a sender who passes all checks and writes to %s is asked about, and published by an answer',
  async (to) => {
    const { values, asked, findings } = await draftFromMail(toMail(to))
    expect(findings.map(({ technique }) => technique)).toContain('taken-account')
    expect(values.join('\n')).not.toContain('okuri-corp')
    expect(asked.filter((one) => one.startsWith('taken-account'))).toEqual([
      'taken-account okuri-corp.test',
    ])
    const decisions = { [toQuestionId('taken-account', 'okuri-corp.test')]: 'keep' } as const
    const published = await draftFromMail(toMail(to), { decisions })
    expect(published.values).toContain('domain okuri-corp.test')
    expect(published.values).toContain('email-address a@okuri-corp.test')
  },
)

test('a registered sender is asked about as such', async () => {
  const registered = [
    {
      ...{ id: 'org-okuri', role: 'partner' as const, names: ['送コーポレーション'] },
      ...{ domains: ['okuri-corp.test'], people: [], hosts: [], ipAddresses: [], numbers: [] },
    },
  ]
  const { values, asked } = await draftFromMail(toMail('undisclosed-recipients:;'), { registered })
  expect(values.join('\n')).not.toContain('okuri-corp')
  expect(asked.filter((one) => one.startsWith('taken-account'))).toEqual([])
  expect(asked).toContain('registered-place okuri-corp.test')
})

describe('what is left out of a sender whose account was taken over stays inside wherever his mail holds it', () => {
  const LOGO = 'https://www.okuri-corp.test/logo'
  const lines = [...toMail('undisclosed-recipients:;'), LOGO].toSpliced(
    ...([3, 0, 'Reply-To: <a@okuri-corp.test>'] as const),
  )
  const toDecisions = (choice: 'keep' | 'omit') => ({
    [toQuestionId('taken-account', 'okuri-corp.test')]: choice,
  })

  test('where answers go, and a link at his organisation', async () => {
    for (const decisions of [{}, toDecisions('omit')]) {
      const { values, asked } = await draftFromMail(lines, { decisions })
      expect(values.join('\n')).not.toContain('okuri-corp')
      expect(asked).toContain('taken-account okuri-corp.test')
    }
  })

  test('published, all of it goes out', async () => {
    const { values } = await draftFromMail(lines, { decisions: toDecisions('keep') })
    expect(values).toContain(`url ${LOGO}`)
    expect(values).toContain('email-address a@okuri-corp.test')
  })
})
