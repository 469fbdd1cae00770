import { expect, test } from 'vitest'
import { toAddressForms } from './to-address-forms.ts'

test.each([
  [
    '静岡県田方郡函南町仁田123番地45 架空ビル3階',
    [
      '静岡県田方郡函南町仁田123番地45 架空ビル3階',
      '静岡県田方郡函南町仁田123番地45',
      '仁田123番地45',
    ],
  ],
  ['東京都千代田区架空町2-2-5', ['東京都千代田区架空町2-2-5', '架空町2-2-5']],
  ['1-2-3 Example Street', ['1-2-3 Example Street']],
])('%s is searched in every form that tells a place', (address, forms) => {
  expect(toAddressForms(address)).toEqual(forms)
})
