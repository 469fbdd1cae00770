import { expect, test } from 'vitest'
import { cutGatewayMarks } from './cut-gateway-marks.ts'

test.each([
  ['[SPAM] お支払いの確認', 'お支払いの確認'],
  ['***SPAM*** Invoice', 'Invoice'],
  [
    '[SPAM] [外部メール] [EXT] [SPAM 85%] ***SPAM*** {External} 【社外】お支払いの確認',
    'お支払いの確認',
  ],
  ['[External Email]: Invoice', 'Invoice'],
  ['{Spam?} Invoice', 'Invoice'],
  ['[AK-SPAM] Invoice', 'Invoice'],
  ['[EXTERNAL] 【AK 社外】[AK_EXT] Invoice', 'Invoice'],
  ['Re: [EXT] Invoice', 'Re: Invoice'],
  ['[EXT] Re: [EXT] Invoice', 'Re: Invoice'],
  ['Fwd: {Spam?} RE: [SPAM] Invoice', 'Fwd: RE: Invoice'],
  // What the attacker wrote himself stays.
  ['【重要】お支払いの確認', '【重要】お支払いの確認'],
  ['[Action required] Invoice', '[Action required] Invoice'],
  ['[text] Invoice', '[text] Invoice'],
  ['Invoice [EXT]', 'Invoice [EXT]'],
  ['Spam in your mailbox', 'Spam in your mailbox'],
])('%s → %s', (subject, left) => {
  expect(cutGatewayMarks(subject)).toBe(left)
})
