import { describe, expect, test } from 'vitest'
import { toQuestionId, toDecisions } from '../../question.ts'
import { draftFromMail } from '../draft-from-mail.ts'

const mail = (links: readonly string[]) => [
  'From: Desk <desk@pay.evil.test>',
  'To: suda@hoshimi-kiko.example',
  'Subject: Please check your payment',
  '',
  `Please look at ${links.join(' ')} now.`,
]

async function draftOf(links: readonly string[], answer?: 'ask' | 'omit') {
  const decisions =
    answer && toDecisions([{ questionId: 'identifying-url', values: links }], answer)
  const { indicators, asked } = await draftFromMail(mail(links), decisions && { decisions })
  return {
    values: indicators.filter(({ context }) => context === 'link').map(({ value }) => value),
    asked: asked.filter((question) => question.startsWith('identifying-url')),
  }
}

const FORM = 'https://docs.google.com/forms/d/e/1FAIpQLSdX7w2hYQJmH3xXQw9v1c8lKjT5bB0n4uZQ/viewform'

describe('a link to a place that all share, of which nothing telling is left without its code', () => {
  test.each([
    [FORM, 'https://docs.google.com/forms/d/e/{token}/{token}'],
    ['https://bit.ly/3xYzAbC', 'https://bit.ly/{token}'],
    ['https://pastebin.com/raw/aB3dE5fG', 'https://pastebin.com/raw/{token}'],
    ['https://t.me/x7qz9bot', 'https://t.me/{token}'],
    ['https://files.catbox.moe/x7qz9k.zip', 'https://files.catbox.moe/{token}.zip'],
    [
      'https://ipfs.io/ipfs/bafybeigdyrzt5sfp7udm7hu76uh7y26nf3efuylqabf3oclgtqy55fbzdi/login.html',
      'https://ipfs.io/{token}/{token}/login.html',
    ],
  ])(
    '%s goes out by its shape alone, as a whole with permission, and its host never',
    async (link, shape) => {
      expect(await draftOf([link])).toEqual({ values: [shape], asked: [`identifying-url ${link}`] })
      expect((await draftOf([link], 'ask')).values).toEqual([link])
      expect((await draftOf([link], 'omit')).values).toEqual([])
    },
  )

  test.each([
    // Behind the page stands what is made for the recipient, and goes out in no case.
    ['https://bit.ly/3xYzAbC?x=9q8w7e#r7t6', 'https://bit.ly/3xYzAbC'],
    [
      'https://drive.google.com/uc?export=download&id=1x7Qz9K2v&u=9q8w7e',
      'https://drive.google.com/uc?export=download&id=1x7Qz9K2v',
    ],
    [
      'https://drive.google.com/open?usp=sharing&u=k7x2q9mz-shibata&id=1x7Qz9K2w',
      'https://drive.google.com/open?usp=sharing&id=1x7Qz9K2w',
    ],
  ])('of %s the page alone is asked about', async (link, page) => {
    const { indicators, asked } = await draftFromMail(mail([link]), {
      decisions: { [toQuestionId('identifying-url', page)]: 'ask' },
    })
    expect(asked).toContain(`identifying-url ${page}`)
    expect(indicators.map(({ value }) => value)).toContain(page)
  })

  test('a page that a readable path tells is not asked about', async () => {
    const link = 'https://storage.googleapis.com/market/place.html#4MCBQk25914eNiY288'
    expect(await draftOf([link])).toEqual({
      values: ['https://storage.googleapis.com/market/place.html#{token}'],
      asked: [],
    })
  })

  test('many of one mail are one question', async () => {
    const links = ['1aB2c', '2aB3c', '3aB4c', '4aB5c'].map((code) => `https://bit.ly/${code}`)
    expect((await draftOf(links)).asked).toEqual([`identifying-url ${links.join(' ')}`])
    expect((await draftOf(links, 'ask')).values).toEqual(links)
  })

  test.each([
    // The attacker's own host tells it, whatever is left of its path.
    'https://pay.evil.test/3xYzAbC',
    // A service counts the clicks of one customer's mails: its codes are made for each recipient.
    'https://u1234567.ct.sendgrid.net/ls/click?upn=u001.x7qz9k2v',
    'https://pastebin.com/',
  ])('%s is not asked about', async (link) => {
    expect((await draftOf([link])).asked).toEqual([])
  })

  test('what names the recipient is asked about by itself', async () => {
    const named = 'https://pastebin.com/raw/hoshimi-kiko'
    expect((await draftOf([named, FORM])).asked).toEqual([
      `identifying-url ${named}`,
      `identifying-url ${FORM}`,
    ])
  })
})
