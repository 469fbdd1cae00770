import { expect, test } from 'vitest'
import { listReplaced } from './list-replaced.ts'

const row = (alias: string, ...standsFor: string[]) => ({
  alias: { ja: alias, en: alias },
  letter: 'A',
  standsFor,
})
const TANAKA = '田中 実'
const ADDRESS = 'tanaka@maker.example'

// biome-ignore format: a table is read by its columns.
test.each([
  ['somebody of the vault who has an account stands once', [row('担当', TANAKA, '田中実', ADDRESS), row('担当', TANAKA, ADDRESS)], [0]],
  ['also where the account comes first',                   [row('担当', TANAKA, ADDRESS), row('担当', TANAKA, '田中実', ADDRESS)], [1]],
  ['two rows that say the same are one',                   [row('担当', TANAKA), row('担当', TANAKA)],                             [0]],
  ['two people under one alias stay two',                  [row('担当', TANAKA, ADDRESS), row('担当', '阿部 直美')],               [0, 1]],
  ['one name under two aliases stays with each',           [row('担当', TANAKA), row('経営者', TANAKA)],                           [0, 1]],
])('%s', (_, rows, left) => {
  expect(listReplaced(rows)).toEqual(left.map((at) => rows[at]))
})
