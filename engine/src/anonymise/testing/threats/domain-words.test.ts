import { describe, expect, test } from 'vitest'
import { draftFromMail } from '../draft-from-mail.ts'

const DATE = 'Thu, 19 Nov 2026 09:12:00 +0900'
const LINK = 'https://login.parcel-desk.test/x'

/** All that a member entered on its first day: the name in the register of companies, and a domain. */
const draft = async (
  given: { readonly subject?: string; readonly from?: string; readonly body?: string },
  domain = 'kannami-valve.example',
) => {
  const { subject = 'x', from = 'a@parcel-desk.test', body = LINK } = given
  const { values, asked } = await draftFromMail(
    [
      `Received: from out.parcel-desk.test (out.parcel-desk.test [198.51.100.23]) by mx.${domain} with ESMTP id 1 for <suda@${domain}>; ${DATE}`,
      `From: ${from}`,
      `To: suda@${domain}`,
      `Subject: =?utf-8?B?${Buffer.from(subject).toString('base64')}?=`,
      `Date: ${DATE}`,
      '',
      body,
    ],
    { provider: { names: ['函南バルブ株式会社'], domains: [domain] } },
  )
  return { values, asked: asked.filter((one) => one.startsWith('identifying')) }
}

describe('T11: the word of a registered domain in an attacker’s places is asked about', () => {
  test.each([
    ['https://kannami.parcel-desk.test/', 'url https://{token}.parcel-desk.test/'],
    ['https://mail-kannami.parcel-desk.test/', 'url https://{token}.parcel-desk.test/'],
    ['https://kannami-owa.parcel-desk.test/login', 'url https://{token}.parcel-desk.test/login'],
    ['https://parcel-desk.test/kannami/login', 'url https://parcel-desk.test/{token}/login'],
    ['https://parcel-desk.test/kannami.html', 'url https://parcel-desk.test/{token}.html'],
  ])('%s', async (body, shown) => {
    const { values, asked } = await draft({ body })
    expect(values).toContain(shown)
    expect(values.join('\n')).not.toContain('kannami')
    expect(asked).toHaveLength(1)
  })

  test.each(['kannami@parcel-desk.test', 'hr-kannami@parcel-desk.test'])('%s', async (from) => {
    const { values, asked } = await draft({ from })
    expect(values).toContain('email-address ****@parcel-desk.test')
    expect(values.join('\n')).not.toContain('kannami')
    expect(asked).toEqual([`identifying-address ${from}`])
  })

  test('as the whole of what the attacker registered', async () => {
    const [from, body] = ['x@kannami-support.test', 'https://kannami-support.test/login']
    const { values, asked } = await draft({ from, body })
    expect(values.join('\n')).not.toContain('kannami')
    expect(asked).toEqual(['identifying-domain kannami-support.test'])
  })

  test.each([
    ['kannamivalve.example', 'https://kannami-support.test/'],
    ['nippon-kannami.example', 'https://kannami-support.test/'],
    ['kannami-hd.example', 'https://xkannamix.test/'],
    // What may be a word of any text counts as a word of its own.
    ['norvik-pumps.example', 'https://norvik-login.test/'],
    ['norvik-pumps.example', 'https://norvikportal.test/'],
    ['norvik-pumps.example', 'https://secure.norvik.parcel-desk.test/'],
  ])('%s in %s', async (domain, body) => {
    const { values, asked } = await draft({ body }, domain)
    expect(values.join('\n')).not.toMatch(/kannami|norvik/u)
    expect(asked).toHaveLength(1)
  })
})

describe('T18: the word of a registered domain as it is read', () => {
  test.each([
    ['かんなみバルブ 更新手続き', '**** 更新手続き'],
    ['カンナミバルブ 更新手続き', '**** 更新手続き'],
    ['ｶﾝﾅﾐﾊﾞﾙﾌﾞ 更新手続き', '**** 更新手続き'],
    ['かんなみ給与の更新手続き', '****給与の更新手続き'],
    ['K A N N A M I  V A L V E  Invoice', '**** Invoice'],
    ['Kannami payroll update', '**** payroll update'],
    ['函南valve 更新手続き', '**** 更新手続き'],
  ])('%s', async (subject, shown) => {
    expect((await draft({ subject })).values).toContain(`subject ${shown}`)
  })
})

describe('words that a domain shares with everybody are no names', () => {
  test.each([
    ['kannami-valve.example', 'https://valve-support.test/login'],
    ['support-group.example', 'https://support-desk.test/group/login'],
    ['japan-bank.example', 'https://japan-service.test/bank'],
    ['norvik-pumps.example', 'https://norvikings.test/pumps'],
    ['suzuki-relay.example', 'https://relay.parcel-desk.test/suzuki/login'],
  ])('%s in %s', async (domain, body) => {
    const { values, asked } = await draft({ body }, domain)
    expect(values).toContain(`url ${body}`)
    expect(asked).toEqual([])
  })
})

describe('T19: the mailbox of the recipient with an initial or another name beside it', () => {
  test.each([
    ['https://parcel-desk.test/u/ksuda/', 'url https://parcel-desk.test/u/{token}/'],
    ['https://parcel-desk.test/s/sudakei', 'url https://parcel-desk.test/s/{token}'],
    ['https://parcel-desk.test/~suda/', 'url https://parcel-desk.test/{token}/'],
  ])('%s', async (body, shown) => {
    expect((await draft({ body })).values).toContain(shown)
  })

  test.each(['https://parcel-desk.test/sudas/', 'https://parcel-desk.test/sudass'])(
    '%s is another word',
    async (body) => {
      expect((await draft({ body })).values).toContain(`url ${body}`)
    },
  )
})
