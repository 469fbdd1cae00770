import { describe, expect, test } from 'vitest'
import { release } from './releasable-bulletin.ts'
import { toVisibleLine, toVisibleText } from './visible-text.ts'

/** A recipient's name, a tag for each letter (U+E0000 and up). */
const TAGS = [...'sugiura']
  .map((letter) => String.fromCodePoint(0xe0000 + letter.charCodeAt(0)))
  .join('')

describe('T14 T74: nothing invisible is published', () => {
  test.each([
    ['tags', `Payment${TAGS} due`],
    ['variation selectors', 'Pay\u{e0101}me\u{e01ef}nt\ufe0f\ufe00 due'],
    ['zero width spaces as bits', 'Pay\u200b\u200c\u200b\u200dment\u2060\ufeff due'],
    ['fillers', 'Pay\u3164\u115f\uffa0\u034fment\u2800 due'],
    ['bidirectional controls', '\u202ePayment\u202c\u2066 due\u2069'],
    ['marks that no letter takes', 'P\u0336\u0302\u0303ay\u20ddm\u0336ent due'],
    ['private use and unassigned', 'Pay\ue000me\u{10fffd}nt\u0378 due'],
    ['lone halves of a pair', 'Pay\ud800ment due'],
    ['several spaces as bits', 'Payment \u00a0\u2003\u3000due'],
  ])('%s', (_kind, text) => {
    expect(toVisibleLine(text)).toBe('Payment due')
  })

  test.each([
    ['ガス料金のお知らせ（至急）'],
    ['مرحبا، فاتورة جديدة'],
    ['हिन्दी में सूचना'],
    ['น้ำประปา'],
    ['Überprüfung, très tôt'],
    ['🎁 👍 🇯🇵'],
  ])('%s is left as it is', (text) => {
    expect(toVisibleLine(text)).toBe(text)
    expect(toVisibleText(text)).toBe(text)
  })

  test('half-composed kana becomes the letter a keyboard writes', () => {
    expect(toVisibleLine('か\u3099')).toBe('が')
  })

  test.each(['\r\n', '\n', '\r', '\u0085', '\u2028', '\u2029', '\u000b', '\u0000'])(
    'T65: %j makes no second line',
    (end) => {
      expect(toVisibleLine(`line1${end}TLP:CLEAR`)).toBe('line1 TLP:CLEAR')
    },
  )
})

test('T14: what an analyst pasted leaves without its tags, whatever field it stands in', () => {
  const hidden = { ja: `あ${TAGS}い`, en: `a${TAGS}b` }
  const released = release(
    {
      title: hidden,
      summary: { ja: [hidden.ja], en: [hidden.en] },
      classification: 'other',
      arrivedPeriod: hidden,
      techniques: [{ id: 'x', title: hidden, say: hidden, attack: [`T1${TAGS}`] }],
      lookalikes: [{ genuine: hidden.en, observed: hidden.en, edits: [] }],
      indicators: [{ type: 'subject', value: hidden.en, context: 'subject' }],
      advice: [hidden],
      omitted: [],
      tlp: 'AMBER',
    },
    [],
    { organisations: [] },
  )
  expect(released.ok).toBe(true)
  expect(JSON.stringify(released)).not.toMatch(/[\u{e0000}-\u{e007f}]/u)
})
