import { describe, expect, test } from 'vitest'
import type { TraceOrganisation } from '../traces.ts'
import { checkTraces } from './find-traces.ts'

const PROVIDER: TraceOrganisation = {
  ...{ id: 'o1', role: 'provider', domains: [], hosts: [], ipAddresses: [] },
  names: ['函南リレー株式会社', 'Kannami Relays Co., Ltd.', 'かもめ航空整備', '瑞浪バルブ'],
  people: [
    {
      names: ['須田 蓮', 'Jiro Saito'],
      addresses: ['suda@kannami.example', 'kvc@kannami.example'],
    },
  ],
  numbers: ['03-5550-1234'],
}

const check = (text: string) => {
  const bytes = new TextEncoder().encode(text)
  const { leaks, weakTraces } = checkTraces([{ format: 'text', bytes }], {
    organisations: [PROVIDER],
  })
  return leaks.length > 0 ? 'refused' : weakTraces.length > 0 ? 'looked at' : 'clean'
}

test.each([
  // No list holds リレー and Relays: what stands before them may be any word.
  ['函南の設備', 'looked at'],
  ['函南グループ', 'looked at'],
  ['the Kannami works', 'looked at'],
  ['x@kannami-new.test', 'looked at'],
  ['かもめに届いた', 'looked at'],
  ['瑞浪に届いた', 'refused'],
  ['payslip_suda.js', 'refused'],
  ['invoice-kvc.pdf', 'looked at'],
  ['〇三ー五五五〇ー一二三四', 'refused'],
  ['03ー5550ー1234', 'refused'],
  ['Saito asked for it', 'refused'],
  ['偽サイトに誘導', 'looked at'],
])('%s of a provider is %s', (text, expected) => {
  expect(check(text)).toBe(expected)
})

test.each([['沢山の設備'], ['The relays were cut'], ['航空整備の会社'], ['データー3ー4を見た']])(
  '%s is of nobody',
  (text) => {
    expect(check(text)).toBe('clean')
  },
)

test('letters that come out when other bytes are decoded are no name', () => {
  const people = [{ names: ['浜口 晃'], addresses: [] }]
  const organisations = [{ ...PROVIDER, people }]
  const decode = (text: string) => Buffer.from(text, 'latin1')
  // k ﾗ u 濵 ﾛ k ﾍ u in Shift_JIS, in Base64 as a random identifier may hold it.
  const noise = Buffer.concat([decode('k\xd7u'), decode('\xe0\x52'), decode('\xdbk\xcdu')])
  const bytes = Buffer.from(`id-${noise.toString('base64')}`)
  expect(checkTraces([{ format: 'stix', bytes }], { organisations }).leaks).toEqual([])
  const written = Buffer.from(`id-${Buffer.from('浜口様へ、浜口より', 'utf8').toString('base64')}`)
  expect(
    checkTraces([{ format: 'stix', bytes: written }], { organisations }).leaks.length,
  ).toBeGreaterThan(0)
})

describe('what the domain of a provider calls it', () => {
  const checkDomain = (domain: string, text: string) => {
    const names = ['函南バルブ株式会社']
    const traces = { ...PROVIDER, names, domains: [domain], people: [] }
    const bytes = new TextEncoder().encode(text)
    const { leaks, weakTraces } = checkTraces([{ format: 'text', bytes }], {
      organisations: [traces],
    })
    return leaks.length > 0 ? 'refused' : weakTraces.length > 0 ? 'looked at' : 'clean'
  }
  test.each([
    ['kannami-valve.example', 'https://kannami-support.test/', 'refused'],
    ['kannami-valve.example', 'かんなみ給与の更新', 'refused'],
    ['kannami-valve.example', 'カンナミバルブの名で届いた', 'refused'],
    ['kannamivalve.example', '函南valveの名で届いた', 'refused'],
    ['kannami-valve.example', 'the valve and its support', 'clean'],
    ['norvik-pumps.example', 'https://norvik-login.test/', 'looked at'],
    ['horizon-pumps.example', 'beyond the horizon', 'looked at'],
    ['support-group.example', 'support of a group', 'clean'],
  ])('%s in %s is %s', (domain, text, expected) => {
    expect(checkDomain(domain, text)).toBe(expected)
  })
})
