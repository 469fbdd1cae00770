import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { analyse } from '../analyse.ts'
import { buildRegister } from '../register/build-register.ts'
import { sampleRegister } from '../techniques/sample-register.ts'
import { readCorpus } from '../testing/corpus.ts'

const register = buildRegister(sampleRegister)

async function propose(sample: string) {
  const file = new URL(`../techniques/${sample.replace('/', '/samples/')}.eml`, import.meta.url)
  return (await analyse(readFileSync(file), { register })).classification
}

describe('a mail is proposed as what it is after, and as meant for its reader or not', () => {
  test.each([
    ['payment-change/hit-furikomisaki-henkou-niseta-domain', 'bec-type-1', 'targeted'],
    ['payment-change/hit-bank-moved-reply-elsewhere', 'bec-type-1', 'unclear'],
    ['pretext/hit-himitsu-no-baishuu', 'bec-type-2', 'targeted'],
    ['pretext/hit-torihikisaki-ichiran', 'bec-type-5', 'targeted'],
    ['pretext/hit-extortion-bitcoin', 'other', 'mass'],
    ['pretext/hit-number-to-call', 'mass-mailed', 'mass'],
    ['pretext/hit-plant-rfq-with-program', 'targeted', 'targeted'],
    ['credential-phish/hit-mailbox-full', 'credential-phishing', 'mass'],
    ['credential-phish/hit-homoglyph-brand-parcel', 'credential-phishing', 'mass'],
  ])('%s: %s, %s', async (sample, value, reach) => {
    expect(await propose(sample)).toMatchObject({ value, reach })
  })
})

test('persistence is named as the reason why a request for quotation counts as targeted', async () => {
  const { reachReasons = [] } = await propose('pretext/hit-plant-rfq-with-program')
  expect(reachReasons.map(({ ja }) => ja).join('')).toContain('執拗さから標的型とみなして')
})

test('every proposal of an attack says that one mail cannot tell how many received it', async () => {
  const { reachReasons = [] } = await propose('credential-phish/hit-mailbox-full')
  expect(reachReasons.at(-1)?.en).toMatch(/How many others/)
})

test('no ordinary mail is proposed as an attack', async () => {
  for (const { name, bytes } of readCorpus('benign')) {
    const { classification } = await analyse(bytes, { register })
    expect(['harmless', 'unclear'], name).toContain(classification.value)
  }
})
