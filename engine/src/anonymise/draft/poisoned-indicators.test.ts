import { describe, expect, test } from 'vitest'
import type { Indicator } from '../../evidence/artefact.ts'
import { FRAUD_CASE, FRAUD_MAIL } from '../testing/case-of-invoice-fraud.ts'
import type { Finding } from '../../techniques/technique.ts'
import type { TraceOrganisation } from '../traces.ts'
import type { CaseRecord } from './case-record.ts'
import { draftBulletin } from './draft-bulletin.ts'
import { toDecisions } from '../question.ts'

// Whoever writes a mail chooses its links and reply addresses. None of that may make the members block one another,
// or everybody's services, or lose the attacker himself.

const NOBODY = { role: 'provider', people: [], hosts: [], numbers: [], ipAddresses: [] } as const
const provider: TraceOrganisation = {
  ...{
    ...NOBODY,
    id: 'org-p',
    names: ['Kannami Valve', 'KVC'],
    domains: ['kannami-valve.example'],
  },
}
const member: TraceOrganisation = {
  ...{ ...NOBODY, id: 'org-q', names: [], domains: ['tateyama-tool.example'] },
  ...{ hosts: ['tateyama.hosted.example'], ipAddresses: ['192.0.2.0/28'] },
  people: [{ names: [], addresses: ['tateyama.orders@gmail.com'] }],
}

type Place = readonly [type: Indicator['type'], value: string, context: string]

const recordOf = (places: readonly Place[], more: Partial<CaseRecord> = {}): CaseRecord => ({
  ...FRAUD_CASE,
  mails: [
    {
      ...{ ...FRAUD_MAIL, findings: [], texts: [] },
      indicators: places.map(([type, value, context]) => ({
        ...{ type, value, context, path: '0' },
      })),
    },
  ],
  traces: { organisations: [provider] },
  registered: { organisations: [provider, member] },
  ...more,
})

function draft(places: readonly Place[], more: Partial<CaseRecord> = {}) {
  const { content, questions } = draftBulletin(recordOf(places, more))
  return { values: content.indicators.map(({ value }) => value), questions, content }
}

describe('T74: what another member registered', () => {
  test.each([
    ['email-address', 'minato@tateyama-tool.example', 'reply-to'],
    ['email-address', 'tateyama.orders@gmail.com', 'from'],
    ['domain', 'tateyama-tool.example', 'reply-to'],
    ['domain', 'www.tateyama-tool.example.', 'link'],
    ['domain', 'tateyama.hosted.example', 'link'],
    ['url', 'https://www.tateyama-tool.example/order', 'link'],
    ['url', 'https://192.0.2.7/order', 'link'],
    ['ipv4', '192.0.2.7', 'received'],
  ] as const)(
    '%s %s is asked about and left out, and the question names nobody',
    (type, value, context) => {
      const place: Place = [type, value, context]
      const { values, questions } = draft([place])
      expect(values).toEqual([])
      expect(questions.map(({ proposed }) => proposed)).toEqual(['omit'])
      expect(JSON.stringify(questions.map(({ say, why }) => [say, why]))).not.toMatch(/tateyama/i)
      const decisions = { [questions[0]!.questionId]: 'keep' as const }
      expect(draft([place], { decisions }).values).toHaveLength(1)
    },
  )
})

describe('what everybody uses', () => {
  test.each([
    ...['slack.com', 'box.com', 'zendesk.com', 'cybozu.com', 'kintone.com', 'backlog.com'],
    ...[
      'backlog.jp',
      'antigena.com',
      'service-now.com',
      'atlassian.net',
      'okta.com',
      'myshopify.com',
    ],
    ...['sharepoint.com', 'github.io', 'pages.dev'],
  ])('a link to a name below %s publishes no part of it', (service) => {
    const host = `kannami-valve.${service}`
    const { values } = draft([
      ['url', `https://${host}/`, 'link'],
      ['domain', host, 'link'],
    ])
    expect(values).toEqual([])
  })

  test.each(['gmail.com', 'bit.ly', 'github.io', 'amazonaws.com', 'app.box.com', 'sendgrid.net'])(
    '%s is no domain to publish',
    (domain) => {
      expect(draft([['domain', domain, 'from']]).values).toEqual([])
    },
  )

  test('the attacker’s own domain stays when a name below it is cut off', () => {
    const { values } = draft([['domain', 'kannami-valve.pay-desk.test', 'link']])
    expect(values).toEqual(['pay-desk.test'])
  })

  test('his pages on a service stay links', () => {
    const url = 'https://app.box.com/shared/invoice.html'
    expect(draft([['url', url, 'link']]).values).toEqual([url])
  })
})

test('the dot of the root behind a host changes nothing', () => {
  const { values } = draft([
    ['url', 'https://evil.test./x', 'link'],
    ['domain', 'evil.test.', 'link'],
    ['url', 'https://kannami-valve.example./x', 'link'],
    ['domain', 'www.kannami-valve.example.', 'link'],
  ])
  expect(values).toEqual(['evil.test', 'https://evil.test/x'])
})

test('a quoted sender that nobody registered does not take the real one out', () => {
  const edits = [
    { kind: 'homoglyph', genuine: 'l', genuineAt: 3, observed: '1', observedAt: 3 },
  ] as const
  const synthetic = { genuine: 'abcl.example', observed: 'abc1.example', edits }
  const finding: Finding = {
    ...{ technique: 'lookalike', weight: 'strong', say: { ja: '', en: '' } },
    where: { path: '0', range: { start: 0, end: 1 }, excerpt: '' },
    detail: {
      ...{ kind: 'lookalike', genuine: 'evil-pay.test', observed: 'evi1-pay.test' },
      ...{ relation: 'correspondent', edits, synthetic },
    },
  }
  const record = recordOf([
    ['email-address', 'a@evi1-pay.test', 'from'],
    ['domain', 'evi1-pay.test', 'from'],
    ['url', 'https://evi1-pay.test/pay', 'link'],
  ])
  const mails = record.mails.map((mail) => ({ ...mail, findings: [finding] }))
  const { content, questions } = draftBulletin({ ...record, mails })
  expect(content.indicators.map(({ value }) => value)).toEqual([
    'evi1-pay.test',
    'a@evi1-pay.test',
    'https://evi1-pay.test/pay',
  ])
  expect(questions.map(({ value, proposed }) => [value, proposed])).toEqual([
    ['evi1-pay.test', 'keep'],
  ])
  const decisions = { [questions[0]!.questionId]: 'omit' as const }
  expect(draftBulletin({ ...record, mails, decisions }).content.indicators).toEqual([])
})

describe('a part of a registered person’s name in a longer word', () => {
  const president = { names: ['大山 高志', 'Oyama Takashi'], addresses: [], isExecutive: true }
  const traces = { organisations: [{ ...provider, people: [president] }] }
  const places: readonly Place[] = [
    ['domain', 'takashimaya-points.test', 'link'],
    ['url', 'https://takashimaya-points.test/login', 'link'],
    ['email-address', 'points@takashimaya-points.test', 'from'],
  ]

  test('is asked about once, and not left out in silence', () => {
    const { values, questions } = draft(places, { traces })
    expect(values).toEqual([])
    expect(questions.map(({ value, proposed }) => [value, proposed])).toEqual([
      ['takashimaya-points.test', 'omit'],
    ])
    const decisions = { [questions[0]!.questionId]: 'ask' as const }
    expect(draft(places, { traces, decisions }).values.toSorted()).toEqual(
      places.map(([, value]) => value).toSorted(),
    )
  })
})

test('a number in somebody’s name takes no address on the network out', () => {
  const clerk = { names: ['Person 203'], addresses: [], isExecutive: false }
  const traces = { organisations: [{ ...provider, people: [clerk] }] }
  const { values, questions } = draft([['ipv4', '203.0.113.10', 'received']], { traces })
  expect([values, questions]).toEqual([['203.0.113.10'], []])
})

test('the files of a large archive are one question', () => {
  const hashes = Array.from({ length: 150 }, (_, at) => at.toString(16).padStart(64, '0'))
  const places = hashes.map((hash): Place => ['sha256', hash, 'archive-member'])
  const { values, questions } = draft(places)
  expect(values).toEqual([])
  expect(questions).toHaveLength(1)
  const decisions = toDecisions(questions, 'ask')
  expect(draft(places, { decisions }).values).toEqual(hashes)
})
