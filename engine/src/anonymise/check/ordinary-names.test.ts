import { describe, expect, test } from 'vitest'
import type { TraceOrganisation, Traces } from '../traces.ts'
import { checkTraces } from './find-traces.ts'

/** A company with names that mean something else as well. */
const check = (names: readonly string[], text: string) => {
  const traces: Traces = {
    organisations: [
      {
        ...{ id: 'org', role: 'provider', names, domains: [], people: [] },
        ...{ hosts: [], ipAddresses: [], numbers: [] },
      },
    ],
  }
  const found = checkTraces([{ format: 'x', bytes: Buffer.from(text) }], traces)
  if (found.leaks.length > 0) return 'refused'
  return found.weakTraces.length > 0 ? 'weak' : 'clean'
}

describe('T18: an ordinary word that was entered as a name', () => {
  test.each([
    // The stem of a name that nobody entered by itself.
    ['大阪精機株式会社', '攻撃者は大阪の銀行を名乗りました。', 'weak'],
    ['大阪精機株式会社', '大阪精機の担当者', 'refused'],
    ['Falcon Trading', 'A falcon on the logo.', 'weak'],
    // Entered as such, it refuses where it is a word of its own.
    ['朝日', '朝日が受け取りました。', 'refused'],
    ['朝日', '朝日町の住所です。', 'weak'],
    ['Falcon', 'Sent to Falcon.', 'refused'],
    ['サクラボシ', 'サクラボシを装った。', 'refused'],
    // A word of every bulletin is only shown, whoever entered it.
    ['クラウド', 'クラウドのログイン画面', 'weak'],
    ['Tokyo', 'a bank in Tokyo', 'weak'],
    // Too short or too common for any other spelling than the one entered.
    ['ND', 'Orders of ND were read.', 'weak'],
    ['ND', 'and end, nd', 'clean'],
    ['IT', 'it is clean', 'clean'],
    ['光', '光が担当した。', 'weak'],
    ['光', '観光案内', 'clean'],
    ['Green', 'Green was named.', 'weak'],
    ['Green', 'TLP:GREEN, green, Greenland', 'clean'],
  ])('%s in %j: %s', (name, text, expected) => {
    expect(check([name], text)).toBe(expected)
  })
})

test('what is entered in two forms is not said to be skipped', () => {
  const organisation: TraceOrganisation = {
    ...{ id: 'org', role: 'provider', domains: [], people: [] },
    ...{ hosts: [], ipAddresses: [], numbers: [] },
    names: ['株式会社北浜精機', '北浜精機', '日本', 'ア'],
  }
  const { skipped, ordinary } = checkTraces([], { organisations: [organisation] })
  expect([skipped, ordinary]).toEqual([['ア'], ['日本']])
})
