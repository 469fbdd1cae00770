import type { BulletinContent } from 'contract/bulletin'
import { expect, test } from 'vitest'
import { findTracePlace } from './find-trace-place.ts'

const CONTENT: BulletinContent = {
  title: { ja: '請求を装うメール', en: 'Mail posing as an invoice' },
  summary: { ja: ['届きました。', 'Ｋｉｔａｈａｍａ の窓口に届きました。'], en: ['It arrived.'] },
  classification: 'bec-type-1',
  arrivedPeriod: { ja: '', en: '' },
  techniques: [],
  lookalikes: [],
  indicators: [],
  advice: [{ ja: '確かめてください。', en: 'Ask Minami Works by phone.' }],
  omitted: [],
  tlp: 'AMBER',
}

test.each([
  ['kitahama', { field: 'summary-1-ja', language: 'ja' }],
  ['MINAMI works', { field: 'advice-0-en', language: 'en' }],
  ['請求を', { field: 'title-ja', language: 'ja' }],
  ['nobody', undefined],
])('%s', (trace, place) => {
  expect(findTracePlace(CONTENT, trace)).toEqual(place)
})
