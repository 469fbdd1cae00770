import { expect, test } from 'vitest'
import { Tlp, TLP_LABELS } from 'contract/common'
import { isWider, strictest, TLP_RULES } from './tlp-rules.ts'

// Expectations from "Traffic Light Protocol (TLP) Version 2.0", FIRST, §1–§3.

// biome-ignore format: a table is read by its columns.
test.each([
  // label          groups  relays  exports  named in mail
  ['RED',           false,  false,  false,   false], // "for the eyes and ears of individual recipients only"
  ['AMBER+STRICT',  true,   false,  true,    true],  // "restricts sharing to the organization only"
  ['AMBER',         true,   true,   true,    true],  // "the organization and its clients"
  ['GREEN',         true,   true,   true,    true],  // "within their community"
  ['CLEAR',         true,   true,   true,    true],  // "no limit on disclosure"
] as const)('TLP:%s', (label, mayReachGroups, mayReachRelays, mayBeExported, mayBeNamedInMail) => {
  expect(TLP_RULES[label]).toEqual({ mayReachGroups, mayReachRelays, mayBeExported, mayBeNamedInMail })
})

test('there are five labels, spelled as in 2.0, and WHITE is none of them', () => {
  expect([...TLP_LABELS]).toEqual(['RED', 'AMBER+STRICT', 'AMBER', 'GREEN', 'CLEAR'])
  expect(Tlp.safeParse('WHITE').success).toBe(false)
})

test('what is derived is as strict as its strictest source, and strict when nobody said', () => {
  for (const one of TLP_LABELS)
    for (const other of TLP_LABELS) {
      const derived = strictest([one, other])
      expect(isWider(derived, one) || isWider(derived, other)).toBe(false)
    }
  expect(strictest([])).toBe('AMBER+STRICT')
})
