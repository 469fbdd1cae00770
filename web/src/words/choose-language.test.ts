import { expect, test } from 'vitest'
import { chooseLanguage } from './choose-language.ts'

test.each([
  [['ja'], 'ja'],
  [['ja-JP', 'ja', 'en-US', 'en'], 'ja'],
  [['en-GB', 'ja'], 'en'],
  [['EN-us'], 'en'],
  [['de-DE', 'de', 'ja', 'en'], 'ja'],
  [['fr-CA', 'fr'], 'en'],
  // Javanese and Middle English begin alike and are others.
  [['jav', 'ja'], 'ja'],
  [['enm', 'ja'], 'ja'],
  [[], 'ja'],
] as const)('a browser that asks for %j reads %s', (asked, language) => {
  expect(chooseLanguage(asked)).toBe(language)
})
