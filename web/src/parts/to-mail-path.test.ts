import { expect, test } from 'vitest'
import { toMailPath } from './to-mail-path.ts'

const gate = {
  fromName: 'pay.example',
  fromIp: '192.0.2.44',
  byName: 'mx1.member.example',
  at: '2026-10-14T08:52:00.000Z',
  line: 3,
}
const inner = {
  fromName: 'mx1.member.example',
  fromIp: '198.51.100.7',
  byName: 'box.member.example',
  at: '2026-10-14T08:52:03.000Z',
  line: 1,
}
const invented = {
  fromName: 'desk.bank.example',
  fromIp: '203.0.113.9',
  byName: 'relay.bank.example',
  at: '2026-10-14T09:30:00.000Z',
  line: 5,
}

test.each([
  ['no line at all', [], []],
  ['one line', [gate], ['host pay.example', 'recorded mx1.member.example']],
  [
    'an inner line is trusted too',
    [inner, gate],
    ['host pay.example', 'recorded mx1.member.example', 'recorded box.member.example'],
  ],
  [
    'a line below the gate is only a claim',
    [inner, gate, invented],
    [
      'claimed relay.bank.example',
      'host pay.example',
      'recorded mx1.member.example',
      'recorded box.member.example',
    ],
  ],
])('%s', (_, received, expected) => {
  expect(toMailPath(received).map(({ kind, name }) => `${kind} ${name}`)).toEqual(expected)
})

test('a clock that runs backwards is named at the stop where it shows', () => {
  const stops = toMailPath([gate, invented])
  expect(stops.map(({ oddities }) => oddities)).toEqual([[], [], ['clock-backwards']])
})

test('where the engine says that trust begins, names are not asked', () => {
  const borrowed = { ...invented, byName: 'mx9.member.example', isTrusted: false, oddities: [] }
  const stops = toMailPath([{ ...gate, isTrusted: true, isGate: true, oddities: [] }, borrowed])
  expect(stops.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
    'claimed mx9.member.example',
    'host pay.example',
    'recorded mx1.member.example',
  ])
})
