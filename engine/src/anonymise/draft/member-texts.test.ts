import { expect, test } from 'vitest'
import { FRAUD_CASE, FRAUD_MAIL } from '../testing/case-of-invoice-fraud.ts'
import { toQuestionId } from '../question.ts'
import type { TraceOrganisation } from '../traces.ts'
import { draftBulletin } from './draft-bulletin.ts'

const NOBODY = { role: 'provider', hosts: [], numbers: [], ipAddresses: [], people: [] } as const
const kitahama: TraceOrganisation = {
  ...{ ...NOBODY, id: 'org-kita', names: ['北浜精機株式会社'] },
  domains: ['kitahama-seiki.example'],
}
const kannami: TraceOrganisation = {
  ...{
    ...NOBODY,
    id: 'org-kan',
    names: ['函南バルブ株式会社'],
    domains: ['kannami-valve.example'],
  },
  people: [{ names: ['須田 圭'], addresses: ['suda@kannami-valve.example'] }],
}

const draft = (subject: string, decisions = {}) => {
  const one = { type: 'subject', value: subject, context: 'message', path: '0' } as const
  const { content, questions } = draftBulletin({
    ...{ ...FRAUD_CASE, decisions, traces: { organisations: [kitahama] } },
    mails: [{ ...FRAUD_MAIL, providerId: 'org-kita', findings: [], texts: [], indicators: [one] }],
    registered: { organisations: [kitahama, kannami] },
  })
  const asked = questions.map(({ questionId }) => questionId)
  return { values: content.indicators.map(({ value }) => value), asked }
}

test.each([
  ['函南バルブ 須田より 請求書', '請求書'],
  ['函南バルブの件で請求書', 'の件で請求書'],
])('%s: another member in the only provider’s subject is asked about', (subject, rest) => {
  const { values, asked } = draft(subject)
  expect(asked).toContain(toQuestionId('foreign-name', subject))
  expect(values.join()).not.toMatch(/函南|須田/u)
  expect(values.join()).toContain(rest)
  const decisions = { [toQuestionId('foreign-name', subject)]: 'keep' } as const
  expect(draft(subject, decisions).values).toContain(subject)
})

test.each(['須田 請求書の再送', '請求書の再送について'])('%s names no member', (subject) => {
  const { values, asked } = draft(subject)
  expect(values).toEqual([subject])
  expect(asked).toEqual([])
})
