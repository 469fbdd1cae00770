import { describe, expect, test } from 'vitest'
import type { ReleasableBulletin } from 'engine'
import { CONTENT, toReleasable } from '../testing/bulletin.ts'
import { toBlockList } from './to-block-list.ts'
import { toCsv } from './to-csv.ts'
import { toPlainText } from './to-plain-text.ts'

const bulletin = toReleasable(CONTENT)
const release = { number: 'B-2026-9XW2TH', version: 1, publishedOn: '2026-10-15', hubName: 'Hub' }

describe('text', () => {
  test.each(['ja', 'en'] as const)('in %s', async (language) => {
    await expect(toPlainText(bulletin, language, release)).toMatchFileSnapshot(
      `golden/bulletin.${language}.txt`,
    )
  })

  test('leads nowhere: no link can be clicked', () => {
    const text = toPlainText(bulletin, 'en', release)
    expect(text).not.toMatch(/https?:\/\//u)
    expect(text).not.toContain('relay-drop.test')
  })

  test.each([
    ['subject', 'line1\r\nTLP:CLEAR\r\nline3'],
    ['subject', 'line1\u2028■ 取り下げ'],
    ['file-name', 'bill\rTLP:CLEAR.exe'],
  ] as const)('T65: %s %j writes no line of the warning', (type, value) => {
    const hostile = {
      ...bulletin,
      indicators: [{ type, value, context: 'subject' }],
    } as ReleasableBulletin
    const ends = /\r\n?|[\n\u0085\u2028\u2029]/u
    const lines = toPlainText(hostile, 'ja', release).split(ends)
    expect(lines.filter((line) => line === 'TLP:CLEAR' || line.startsWith('■'))).toEqual([])
    expect(toCsv(hostile).trim().split(ends)).toHaveLength(2)
  })

  test('a withdrawn bulletin says so first', () => {
    const text = toPlainText(bulletin, 'ja', { ...release, isWithdrawn: true })
    expect(text.split('\n\n')[1]).toBe('この情報は取り下げられました。')
  })
})

const HEAD = 'type,value,context,is_pattern,tlp,technique,first_seen_on,last_seen_on'

describe('CSV', () => {
  test('the source of an access log comes with its technique and its days', () => {
    expect(toCsv(bulletin)).toContain(
      '\r\nipv4,198.51.100.77,web-log,false,TLP:AMBER,web-probe,2026-10-01,2026-10-10\r\n',
    )
  })

  test.each([
    ['=cmd|calc', `"'=cmd|calc"`],
    ['+1', `"'+1"`],
    ['-1', `"'-1"`],
    ['@sum', `"'@sum"`],
    ['＝1', `"'＝1"`],
    ['a,"b"\r\nc', `"a,""b"" c"`],
    ['\t=cmd|calc', `"'=cmd|calc"`],
    ['plain', 'plain'],
  ])('T65: %j is a cell that runs nothing', (value, cell) => {
    const content = {
      ...CONTENT,
      indicators: [{ type: 'subject', value, context: 'subject' } as const],
    }
    expect(toCsv(toReleasable(content))).toBe(
      `${HEAD}\r\nsubject,${cell},subject,false,TLP:AMBER,,,\r\n`,
    )
  })
})

describe('block lists', () => {
  test.each([
    ['domains', 'relay-drop.test\n'],
    ['addresses', '192.0.2.44\n198.51.100.77\n2001:db8::44\n'],
    ['urls', "https://pay-desk.test/a?b='c\n"],
    ['senders', ''],
  ] as const)('%s', (kind, expected) => {
    expect(toBlockList(bulletin, kind, () => true)).toBe(expected)
  })

  test('a value cannot add a line', () => {
    const indicators = [{ type: 'domain', value: 'a.test\nbank.example', context: 'from' } as const]
    expect(toBlockList(toReleasable({ ...CONTENT, indicators }), 'domains', () => true)).toBe('')
  })
})
