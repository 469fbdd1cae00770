import { describe, expect, test } from 'vitest'
import { defang } from './find-defangs.ts'
import { findInvisible } from './find-invisible.ts'
import { toSpans } from './to-spans.ts'

describe('what is shown cannot become a link when it is pasted', () => {
  test.each([
    ['https://portal.mail.example/a.php?x=1', 'hxxps://portal.mail[.]example/a.php?x=1'],
    ['HTTP://WWW.SHOP.TEST', 'HxxP://WWW.SHOP[.]TEST'],
    ['Taro <taro@sales.mail.example>', 'Taro <taro@sales.mail[.]example>'],
    ['from mx (mx1.mail.example [192.0.2.44])', 'from mx (mx1.mail[.]example [192.0.2.44])'],
    ['taro.yamada@mail.example', 'taro.yamada@mail[.]example'],
    ['bank@pay.zip', 'bank@pay[.]zip'],
    ['振込先は bank.例え です', '振込先は bank[.]例え です'],
    ['xn--eckwd4c7c.xn--zckzah', 'xn--eckwd4c7c[.]xn--zckzah'],
    ['a.example. ', 'a[.]example. '],
  ])('%s', (written, shown) => {
    expect(defang(written)).toBe(shown)
  })

  test.each(['Invoice-2087.pdf', 'FP-20871', '3.14', 'end of sentence. Next', '…'])(
    'ordinary text stays as it is: %s',
    (written) => {
      expect(defang(written)).toBe(written)
    },
  )

  test('a megabyte of dots and letters is read in time that grows with its length', () => {
    const started = performance.now()
    defang('a.'.repeat(500_000))
    expect(performance.now() - started).toBeLessThan(2_000)
  })
})

describe('invisible characters are named', () => {
  test.each([
    ['invoice\u202efdp.exe', ['U+202E']],
    ['pay\u200bpal\ufeff', ['U+200B', 'U+FEFF']],
    ['a\u00a0b\u3164c', ['U+00A0', 'U+3164']],
    ['\u{e0041}', ['U+E0041']],
    ['請求書　御中\t\n葛\u{e0100}', []],
  ])('%j', (text, names) => {
    expect(findInvisible(text).map(({ name }) => name)).toEqual(names)
  })
})

describe('marks lie on the letters they were given', () => {
  const text = 'From: <a@pay.example>\u202e'

  test('defanging inside a mark does not move it', () => {
    const spans = toSpans(text, [{ start: 7, end: 20, number: 2 }], true)
    expect(spans.map(({ shown, mark }) => [shown, mark?.number])).toEqual([
      ['From: <', undefined],
      ['a@pay[.]example', 2],
      ['>', undefined],
      ['U+202E', undefined],
    ])
  })

  test('a mark out of range is cut, one over another is left out', () => {
    const spans = toSpans(
      'abcdef',
      [
        { start: 4, end: 99, number: 1 },
        { start: 5, end: 6, number: 2 },
      ],
      false,
    )
    expect(spans.map(({ shown, mark }) => [shown, mark?.number])).toEqual([
      ['abcd', undefined],
      ['ef', 1],
    ])
  })

  test('every character is drawn exactly once', () => {
    const spans = toSpans(
      text,
      [
        { start: 0, end: 4, number: 1 },
        { start: 9, end: 12, number: 2 },
      ],
      false,
    )
    expect(spans.map(({ shown }) => shown).join('')).toBe('From: <a@pay.example>U+202E')
  })
})
