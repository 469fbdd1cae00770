import { buildOwners } from 'engine'
import { expect, test } from 'vitest'
import { mayBeBlocked } from './may-be-blocked.ts'
import { listKeptPlaces, toOwnersForLists } from './owners-for-lists.ts'

const NOTHING = { names: [], hosts: [], numbers: [], people: [], ipAddresses: [], domains: [] }
const confirmed = buildOwners({
  organisations: [
    {
      ...{ ...NOTHING, id: 'q', role: 'provider', domains: ['tateyama-tool.example'] },
      people: [{ names: [], addresses: ['tateyama.desk@gmail.com'] }],
    },
  ],
})
const all = buildOwners({
  organisations: [
    {
      ...{ ...NOTHING, id: 'q', role: 'provider', domains: ['tateyama-tool.example'] },
      ...{ hosts: ['pay.evil.test'], ipAddresses: ['198.51.100.0/24'] },
      people: [{ names: [], addresses: ['tateyama.desk@gmail.com', 'desk@gmail.com'] }],
    },
    { ...NOTHING, id: 'w', role: 'partner', domains: ['partner.test'] },
  ],
})
const ask = (value: string, choice: 'keep' | 'omit') => {
  const questionId = `registered-place:${value}`
  const question = { questionId, value } as Parameters<
    typeof listKeptPlaces
  >[0]['questions'][number]
  return listKeptPlaces({ questions: [question], decisions: { [questionId]: choice } })
}

test.each([
  ['domain', 'pay.evil.test'],
  ['domain', 'partner.test'],
  ['ipv4', '198.51.100.23'],
  ['email-address', 'desk@gmail.com'],
])(
  'a %s that a member entered by itself is off the lists until an analyst says otherwise',
  (type, value) => {
    const mayBe = (kept: ReadonlySet<string>) =>
      mayBeBlocked({ type, value }, toOwnersForLists({ all, confirmed }, kept))
    expect(mayBe(new Set())).toBe(false)
    expect(mayBe(ask(value, 'omit'))).toBe(false)
    expect(mayBe(ask(value, 'keep'))).toBe(true)
  },
)

test.each([
  ['domain', 'tateyama-tool.example'],
  ['domain', 'www.tateyama-tool.example'],
  ['email-address', 'tateyama.desk@gmail.com'],
])('a %s that the hub entered is on no list, whatever anybody answers', (type, value) => {
  const owners = toOwnersForLists({ all, confirmed }, ask(value, 'keep'))
  expect(mayBeBlocked({ type, value }, owners)).toBe(false)
})
