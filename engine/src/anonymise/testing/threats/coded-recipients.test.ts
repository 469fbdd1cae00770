import { describe, expect, test } from 'vitest'
import { toQuestionId } from '../../question.ts'
import { draftFromMail } from '../draft-from-mail.ts'

const DATE = 'Thu, 19 Nov 2026 09:12:00 +0900'
const PERSON = { names: ['須田 圭', 'Kei Suda'], addresses: ['suda@hoshimi-kiko.example'] }
const provider = { people: [PERSON] }
const toMail = (subject: string, links: readonly string[], from = 'desk@notice-room.test') => [
  `Received: from out.notice-room.test ([198.51.100.23]) by mx.hoshimi-kiko.example for <shibata7@hoshimi-kiko.example>; ${DATE}`,
  `From: ${from}`,
  'To: shibata7@hoshimi-kiko.example',
  `Subject: ${subject}`,
  `Date: ${DATE}`,
  'MIME-Version: 1.0',
  'Content-Type: text/plain; charset=utf-8',
  '',
  ...links,
]

describe('T19: a host that is a code for its recipient which anybody can read or compute', () => {
  test.each([
    // printf suda@hoshimi-kiko.example | md5sum, sha1sum, sha1sum | xxd -r -p | base32
    ['MD5 of an address', 'ee8563df1c9594bd3fb279020619329c'],
    ['the same after a word', 'login-ee8563df1c9594bd3fb279020619329c'],
    ['the same, cut off', 'ee8563df1c95'],
    ['SHA-1', '166e8e7147a9c92d8b1aef190756669e61ba550a'],
    ['SHA-1 in Base32', 'czxi44khvhes3cy254mqovtgtzq3uvik'],
    ['Base32 of a person', 'on2wiyi'],
    ['hexadecimal of a name', '686f7368696d69'],
    ['the numbers of its letters', '104-111-115-104-105-109-105'],
  ])('%s: asked about, and not published', async (_name, label) => {
    for (const host of [`${label}.web.app`, `${label}.test`]) {
      const mail = toMail('notice', [`https://${host}/login`, 'https://notice-room.test/login'])
      const { values, asked } = await draftFromMail(mail, { provider })
      expect(values.join('\n')).not.toContain(label)
      expect(values).toContain('url https://notice-room.test/login')
      expect(asked).toContain(`identifying-domain ${host}`)
      const decisions = { [toQuestionId('identifying-domain', host)]: 'ask' } as const
      const permitted = await draftFromMail(mail, { provider, decisions })
      expect(permitted.values).toContain(`domain ${host}`)
    }
  })

  test.each([
    // printf shibata7@hoshimi-kiko.example | md5sum, sha256sum cut at 40
    ['MD5', '9ba8c662ab727f6cea89d9036b89c3db'],
    ['SHA-256, cut off', 'f841245e8f3fd961133a1c40b3b21c764a0d22f0'],
  ])('%s of a mailbox that only the mail tells of', async (_name, label) => {
    const { values, asked } = await draftFromMail(toMail('notice', [`https://${label}.web.app/a`]))
    expect(values.join('\n')).not.toContain(label)
    expect(asked).toContain(`met-name ${label}.web.app`)
  })

  test.each([
    'on2xiyi.web.app',
    'ee8563df1c9594bd3fb279020619329d.test',
    '104-111-115.test',
    'deadbeef.test',
    'service-login.pages.dev',
  ])('%s is a code for nobody known', async (host) => {
    const { values } = await draftFromMail(toMail('notice', [`https://${host}/login`]), {
      provider,
    })
    expect(values).toContain(`domain ${host}`)
  })
})

describe('T10: a registered name with a letter more or less marks its bearer', () => {
  test.each(['hoxshimikiko', 'hosrimikiko', 'hohsimikiko'])('%s', async (word) => {
    const links = [`https://notice-room.test/${word}/login`]
    const mail = toMail(`Invoice ${word} attached`, links, `${word}@notice-room.test`)
    const { values, asked } = await draftFromMail(mail, { provider })
    expect(values.join('\n')).not.toContain(word)
    expect(values).toContain('subject Invoice **** attached')
    expect(values).toContain('url https://notice-room.test/{token}/login')
    expect(values).toContain('email-address ****@notice-room.test')
    expect(asked).toContain(`identifying-address ${word}@notice-room.test`)
  })
  test('words that are merely as long stay', async () => {
    const links = ['https://notice-room.test/monitoring/login']
    const { values } = await draftFromMail(toMail('Horizontal invoice', links), { provider })
    expect(values).toContain('subject Horizontal invoice')
    expect(values).toContain('url https://notice-room.test/monitoring/login')
  })
})
