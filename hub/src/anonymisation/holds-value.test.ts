import { expect, test } from 'vitest'
import type { IdentifyingValue } from 'contract/bulletin'
import { holdsValue } from './holds-value.ts'

const HASH = `${'0123456789abcdef'.repeat(4)}`
const LINK = 'https://kita.example/t?u=Zx81'

// biome-ignore format: a table is read by its columns.
const TEXTS: readonly (readonly [text: string, value: string, kind: IdentifyingValue['kind'], isHeld: boolean])[] = [
  ['okita.example',                          'kita.example',       'domain',    false],
  ['see okita.example and kita.example.',    'kita.example',       'domain',    true],
  ['pay.kita.example',                       'kita.example',       'domain',    true],
  ['KITA.example',                           'kita.example',       'domain',    true],
  ['kita[.]example',                         'kita.example',       'domain',    true],
  ['北のkita.exampleです',                    'kita.example',       'domain',    true],
  [`may ${HASH.toUpperCase()} go out?`,      HASH,                 'hash',      true],
  [`${HASH}0`,                               HASH,                 'hash',      false],
  ['hxxps://kita[.]example/t?u=Zx81',        LINK,                 'url',       true],
  ['kita.example/t?u=Zx812',                 LINK,                 'url',       false],
  ['desk@kita.example',                      'desk@kita.example',  'address',   true],
  ['helpdesk@kita.example',                  'desk@kita.example',  'address',   false],
  ['Hamada-Works.example',                   'mada',               'name-part', true],
]

test.each(TEXTS)('%s: whether it holds %s', (text, value, kind, isHeld) => {
  expect(holdsValue(text, { value, kind })).toBe(isHeld)
})
