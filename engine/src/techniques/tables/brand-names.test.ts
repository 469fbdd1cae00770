import { expect, test } from 'vitest'
import { findWordBrand, foldName } from './brand-names.ts'

test.each([
  ['Ledger', 'Ledger'],
  ['Outlook Support Team', 'Microsoft'],
  ['Status Entrega - Correios', 'Correios'],
  ['John from Ledger', 'Ledger'],
  ['BinanceMail', 'Binance'],
  ['General Ledger', undefined],
  ['Ledger of the harbour board', undefined],
  ['Outlook', undefined],
  ['Chase Miller', undefined],
  ['Support Team', undefined],
  ['Yumi from Kitahama', undefined],
  ['', undefined],
])('“%s” names %s', (displayName, owner) => {
  expect(findWordBrand(displayName)?.owner).toBe(owner)
})

test.each([
  ['letters of other scripts', 'Ϲоіnbаѕе', 'coinbase'],
  ['full width', 'Ｍｉｃｒｏｓｏｆｔ', 'microsoft'],
  ['mathematical letters', '𝗖𝗼𝗶𝗻𝗯𝗮𝘀𝗲', 'coinbase'],
  ['signs without width', 'Coin\u200bba\u{e0139}se', 'coinbase'],
])('a name folds to what one sees: %s', (_what, name, folded) => {
  expect(foldName(name)).toBe(folded)
})
