import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { analyse } from '../../analyse.ts'
import { buildRegister } from '../../register/build-register.ts'
import { sampleKnowledge } from '../sample-knowledge.ts'
import { sampleRegister } from '../sample-register.ts'

const register = buildRegister(sampleRegister)

// Days and names as the record of the sample says them.
test.each([
  [
    'hit-four-days-old-sender',
    {
      kind: 'registration',
      domain: 'northgate-trading.example',
      registeredOn: '2026-10-01',
      arrivedOn: '2026-10-05',
      registrar: 'Cheap Names',
      registrant: 'REDACTED FOR PRIVACY',
    },
  ],
  [
    'hit-registrant-holds-lookalike',
    {
      kind: 'registration',
      domain: 'quiet-river.test',
      registeredOn: '2024-02-10',
      registrant: 'Nise Holdings',
      sibling: { domain: 'fjordell-purnps.co.example', genuine: 'fjordell-pumps.co.example' },
    },
  ],
])('%s tells the record beside the day of the mail', async (name, expected) => {
  const bytes = readFileSync(new URL(`samples/${name}.eml`, import.meta.url))
  const { findings } = await analyse(bytes, { register, knowledge: sampleKnowledge })
  const found = findings.find(({ technique }) => technique === 'fresh-domain')
  expect(found?.detail).toMatchObject(expected)
})
