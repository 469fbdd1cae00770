import type { BulletinContent } from 'contract/bulletin'
import { describe, expect, test } from 'vitest'
import { type BulletinText, rebaseText } from './rebase-text.ts'
import { toSavable } from './to-savable.ts'

const CONTENT: BulletinContent = {
  title: { ja: '見積もりを装うメール', en: 'Mail posing as a quotation' },
  summary: { ja: ['一つ目', '二つ目'], en: ['First', 'Second'] },
  classification: 'malware-mail',
  arrivedPeriod: { ja: '2026年11月中旬', en: 'mid November 2026' },
  techniques: [],
  lookalikes: [],
  indicators: [
    { type: 'domain', value: 'supply.test', context: 'from' },
    { type: 'ipv4', value: '198.51.100.7', context: 'received' },
  ],
  advice: [{ ja: '開かないでください。', en: 'Do not open it.' }],
  omitted: [],
  tlp: 'AMBER',
}
const BASE: BulletinText = { content: CONTENT, groupIds: [] }
const withContent = (changes: Partial<BulletinContent>): BulletinText => ({
  ...BASE,
  content: { ...CONTENT, ...changes },
})
const TITLE_A = { ja: '題A', en: 'Title A' }
const TITLE_B = { ja: '題B', en: 'Title B' }

describe('two people edited one text', () => {
  test.each([
    // what I did, what they did, title after, parts named
    ['neither', {}, {}, CONTENT.title, []],
    ['only mine', { title: TITLE_A }, {}, TITLE_A, []],
    ['only theirs', {}, { title: TITLE_B }, TITLE_B, []],
    ['the same', { title: TITLE_A }, { title: TITLE_A }, TITLE_A, []],
    ['both', { title: TITLE_A }, { title: TITLE_B }, TITLE_A, ['title']],
    ['different parts', { title: TITLE_A }, { tlp: 'GREEN' }, TITLE_A, []],
  ] as const)('%s', (_name, mine, theirs, title, both) => {
    const rebased = rebaseText(BASE, withContent(mine), withContent(theirs))
    expect(rebased.text.content.title).toEqual(title)
    expect(rebased.both).toEqual(both)
  })

  test('what I left out stays out, and what they left out too', () => {
    const [domain, address] = CONTENT.indicators
    const added = { type: 'domain', value: 'other.test', context: 'link' } as const
    const rebased = rebaseText(
      BASE,
      withContent({ indicators: [address!] }),
      withContent({ indicators: [domain!, added] }),
    )
    expect(rebased.text.content.indicators).toEqual([added])
  })

  test('what follows from the evidence is theirs', () => {
    const rebased = rebaseText(BASE, withContent({ title: TITLE_A }), {
      ...BASE,
      content: { ...CONTENT, omitted: ['amounts'] },
    })
    expect(rebased.text.content.omitted).toEqual(['amounts'])
  })
})

test('lines left empty in both languages are not saved', () => {
  const saved = toSavable({
    ...CONTENT,
    summary: { ja: ['一つ目', ' ', '三つ目'], en: ['First', '', ''] },
    advice: [...CONTENT.advice, { ja: '', en: ' ' }],
  })
  expect(saved.summary).toEqual({ ja: ['一つ目', '三つ目'], en: ['First'] })
  expect(saved.advice).toEqual(CONTENT.advice)
})
