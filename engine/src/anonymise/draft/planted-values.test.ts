import { describe, expect, test } from 'vitest'
import type { Indicator } from '../../evidence/artefact.ts'
import type { Finding } from '../../techniques/technique.ts'
import { FRAUD_CASE, FRAUD_MAIL } from '../testing/case-of-invoice-fraud.ts'
import { toQuestionId, toDecisions } from '../question.ts'
import type { TraceOrganisation } from '../traces.ts'
import type { CaseLog, CaseLogSource, CaseMail, CaseRecord } from './case-record.ts'
import { draftBulletin } from './draft-bulletin.ts'

// Mizuki handed a mail in that it wrote itself, full of what belongs to Kannami and to Tateyama. One of the two has
// provided as well, the other has not: the text that Mizuki reads at its approval must not say which.

const NOBODY = { role: 'provider', hosts: [], numbers: [], ipAddresses: [], people: [] } as const
const mizuki: TraceOrganisation = {
  ...{ ...NOBODY, id: 'org-m', names: ['瑞木商事株式会社', 'Mizuki Trading'] },
  domains: ['mizuki-trading.example'],
}
const kannami: TraceOrganisation = {
  ...{ ...NOBODY, id: 'org-k', names: ['函南バルブ株式会社', 'Kannami Valve'] },
  ...{ domains: ['kannami-valve.example'], ipAddresses: ['192.0.2.0/28'], hosts: ['vpn.knm.test'] },
  people: [{ names: ['遠山 弥生', 'Yayoi Toyama'], addresses: ['kannami.orders@gmail.com'] }],
}
const tateyama: TraceOrganisation = {
  ...{ ...NOBODY, id: 'org-t', names: ['館山工具株式会社', 'Tateyama Tool'] },
  ...{
    domains: ['tateyama-tool.example'],
    ipAddresses: ['198.51.100.0/28'],
    hosts: ['vpn.ttt.test'],
  },
  people: [{ names: ['堀江 皐月', 'Satsuki Horie'], addresses: ['tateyama.orders@gmail.com'] }],
}
const registered = { organisations: [mizuki, kannami, tateyama] }

type Place = readonly [type: Indicator['type'], value: string, context: string]

const mailOf = (providerId: string, places: readonly Place[]): CaseMail => ({
  ...{ ...FRAUD_MAIL, providerId, findings: [], texts: [] },
  indicators: places.map(([type, value, context]) => ({ ...{ type, value, context, path: '0' } })),
})

const REAL: readonly Place[] = [
  ['domain', 'pay-desk.test', 'link'],
  ['subject', '請求書の再送について', 'message'],
]

/** The case with one of the two as the other provider. */
const caseWith = (other: TraceOrganisation, planted: CaseMail): CaseRecord => ({
  ...FRAUD_CASE,
  mails: [planted, mailOf(other.id, REAL)],
  traces: { organisations: [mizuki, other] },
  registered,
})

const PROBING: CaseLogSource = {
  ...{ address: '203.0.113.9', type: 'ipv4', count: 9, probes: 9, answered: 0 },
  kinds: [{ kind: 'config-file', count: 9 }],
}

const PLANTS: readonly (readonly [Indicator['type'], string, string, context: string])[] = [
  ['subject', '函南バルブ 値上げ通知', '館山工具 値上げ通知', 'message'],
  ['subject', 'Order for Kannami Valve', 'Order for Tateyama Tool', 'message'],
  ['subject', '遠山弥生様 ご請求', '堀江皐月様 ご請求', 'message'],
  ['file-name', '函南バルブ_見積.xlsx', '館山工具_見積.xlsx', 'attachment'],
  ['domain', 'kannami-valve.example', 'tateyama-tool.example', 'link'],
  ['domain', 'vpn.knm.test', 'vpn.ttt.test', 'link'],
  ['domain', 'kannami-va1ve.test', 'tateyama-too1.test', 'link'],
  ['domain', 'kannami-login.test', 'tateyama-login.test', 'link'],
  ['domain', 'kannami.pay-desk.test', 'tateyama.pay-desk.test', 'link'],
  ['email-address', 'kannami.orders@gmail.com', 'tateyama.orders@gmail.com', 'reply-to'],
  ['email-address', 'kannami-valve@pay-desk.test', 'tateyama-tool@pay-desk.test', 'from'],
  ['email-address', 'desk@kannami-va1ve.test', 'desk@tateyama-too1.test', 'from'],
  ['url', 'https://pay-desk.test/kannami-valve/', 'https://pay-desk.test/tateyama-tool/', 'link'],
  ['url', 'https://www.kannami-valve.example/x', 'https://www.tateyama-tool.example/x', 'link'],
  ['ipv4', '192.0.2.7', '198.51.100.7', 'received'],
  ['url', 'https://192.0.2.7/order', 'https://198.51.100.7/order', 'link'],
]

describe('a value that one provider planted', () => {
  test.each(PLANTS)('%s %s is as missing as %s (%s)', (type, ofKannami, ofTateyama, context) => {
    for (const value of [ofKannami, ofTateyama]) {
      const planted = mailOf('org-m', [...REAL, [type, value, context]])
      const [beside, apart] = [kannami, tateyama].map(
        (other) => draftBulletin(caseWith(other, planted)).content,
      )
      expect(beside).toEqual(apart)
      expect(JSON.stringify(beside)).not.toMatch(/kannami|tateyama|函南|館山|遠山|堀江|\.7\b/iu)
    }
  })

  test('all at once they leave the same text', () => {
    const places = PLANTS.flatMap(([type, a, b, context]): Place[] => [
      [type, a, context],
      [type, b, context],
    ])
    const planted = mailOf('org-m', [...REAL, ...places])
    const [beside, apart] = [kannami, tateyama].map(
      (other) => draftBulletin(caseWith(other, planted)).content,
    )
    expect(beside).toEqual(apart)
    expect(beside?.indicators.map(({ value }) => value)).toContain('pay-desk.test')
  })

  test.each([
    ['an address', { address: '192.0.2.7' }, { address: '198.51.100.7' }],
    ['a program', { agent: 'scan for kannami-valve.example' }, { agent: 'Tateyama Tool scan' }],
    ['a holder', { holder: 'Kannami Valve' }, { holder: 'Tateyama Tool' }],
  ])('%s in an access log is as missing', (_, ofKannami, ofTateyama) => {
    for (const planted of [ofKannami, ofTateyama]) {
      const log: CaseLog = {
        ...{ providerId: 'org-m', kinds: [], texts: [] },
        sources: [{ ...PROBING, ...planted }],
      }
      const [beside, apart] = [kannami, tateyama].map(
        (other) =>
          draftBulletin({ ...caseWith(other, mailOf('org-m', REAL)), logs: [log] }).content,
      )
      expect(beside).toEqual(apart)
    }
  })

  test('of a look-alike with a quote that names whom it imitates', () => {
    const lookalike = (genuine: string, observed: string): Finding => ({
      ...{
        technique: 'lookalike',
        weight: 'strong',
        where: { path: '0', range: { start: 0, end: 0 }, excerpt: '' },
        alsoWhere: [],
      },
      say: { ja: '', en: '' },
      detail: {
        ...{ kind: 'lookalike', genuine, observed, relation: 'correspondent', edits: [] },
        ...{ synthetic: { genuine: 'a.example', observed: 'b.example', edits: [] } },
      },
    })
    const findings = [
      lookalike('kannami-valve.example', 'kannami-va1ve.test'),
      lookalike('tateyama-tool.example', 'tateyama-too1.test'),
    ]
    const planted = { ...mailOf('org-m', REAL), findings }
    const [beside, apart] = [kannami, tateyama].map(
      (other) => draftBulletin(caseWith(other, planted)).content,
    )
    expect(beside).toEqual(apart)
  })

  test('a person may let it out where it is no provider’s', () => {
    const planted = mailOf('org-m', [...REAL, ['subject', '館山工具 値上げ通知', 'message']])
    const record = caseWith(kannami, planted)
    const { questions } = draftBulletin(record)
    const asked = questions.find(({ questionId }) => questionId.startsWith('foreign-name:'))
    expect(asked?.value).toBe('館山工具 値上げ通知')
    const decisions = { [asked?.questionId ?? '']: 'keep' as const }
    const { content } = draftBulletin({ ...record, decisions })
    expect(content.indicators.map(({ value }) => value)).toContain('館山工具 値上げ通知')
  })
})

describe('what a person left out', () => {
  // The sender among the addressees: his own domain is asked about, and would go out unanswered.
  const self = (local: string, domain: string) => {
    const names = { domain, organisation: domain, localPart: local, displayName: '' }
    const one = { address: `${local}@${domain}`, ...names }
    return {
      ...{ delivered: [], addressed: [one], servers: [], hops: [], quoted: [], from: [one] },
      ...{ relays: [], senders: [domain], answered: [], isAuthenticated: false },
    }
  }
  const LINKS: readonly Place[] = [
    ['domain', 'subsidiary.test', 'from'],
    ['url', 'https://subsidiary.test/tateyama-tool/login', 'link'],
    ['url', 'https://subsidiary.test/kannami-valve/login', 'link'],
  ]
  const planted = {
    ...mailOf('org-m', [...REAL, ...LINKS]),
    recipients: self('taro', 'subsidiary.test'),
  }
  const omitted = { [toQuestionId('met-name', 'subsidiary.test')]: 'omit' } as const

  test('stays inside, whatever stands beside it, and of every text the same', () => {
    const [beside, apart] = [kannami, tateyama].map(
      (other) => draftBulletin({ ...caseWith(other, planted), decisions: omitted }).content,
    )
    expect(beside).toEqual(apart)
    expect(JSON.stringify(beside)).not.toContain('subsidiary')
  })

  test('would go out without his answer, and without the names', () => {
    const { content } = draftBulletin(caseWith(kannami, planted))
    expect(content.indicators.map(({ value }) => value)).toContain('subsidiary.test')
    expect(JSON.stringify(content)).not.toMatch(/kannami|tateyama/iu)
  })
})

test('what two providers handed in stays readable, whomever it names that is no provider', () => {
  const lure: readonly Place[] = [...REAL, ['subject', '館山工具 値上げ通知', 'message']]
  const record = {
    ...caseWith(kannami, mailOf('org-m', lure)),
    mails: [mailOf('org-m', lure), mailOf('org-k', lure)],
  }
  const { content } = draftBulletin(record)
  expect(content.indicators.map(({ value }) => value)).toContain('館山工具 値上げ通知')
})

test('of one provider a look-alike of another member goes out: there is nobody else to be found out', () => {
  const lure: readonly Place[] = [...REAL, ['domain', 'tateyama-too1.test', 'link']]
  const record = { ...caseWith(kannami, mailOf('org-m', lure)), mails: [mailOf('org-m', lure)] }
  const { content } = draftBulletin({ ...record, traces: { organisations: [mizuki] } })
  expect(content.indicators.map(({ value }) => value)).toContain('tateyama-too1.test')
})

describe('a mail that lines up what many have registered', () => {
  const others = Array.from({ length: 4 }, (_, at) => ({
    ...{ ...NOBODY, id: `org-${at}`, names: [], domains: [`member-${at}.example`] },
  }))
  const record = (places: readonly Place[]): CaseRecord => ({
    ...FRAUD_CASE,
    mails: [mailOf('org-m', places)],
    traces: { organisations: [mizuki] },
    registered: { organisations: [mizuki, ...others] },
  })
  const linkTo = (count: number): Place[] =>
    others.slice(0, count).map(({ domains }) => ['url', `https://${domains[0]}/x`, 'link'])
  const nobodys: Place = ['url', 'https://nobodys.test/x', 'link']
  const valuesOf = (one: CaseRecord) =>
    draftBulletin(one).content.indicators.map(({ value }) => value)

  test('loses what nobody registered as well, so that none stands out', () => {
    expect(valuesOf(record([nobodys, ...linkTo(3)]))).toEqual([])
  })

  test('is drafted like every other once a person says that it is an attack', () => {
    const many = record([nobodys, ...linkTo(3)])
    const asked = draftBulletin(many).questions.filter(({ questionId }) =>
      questionId.startsWith('many-registered:'),
    )
    const decisions = toDecisions(asked, 'keep')
    expect(valuesOf({ ...many, decisions })).toEqual(['https://nobodys.test/x'])
    // One more is a list of guesses again, until somebody has answered for that one too.
    const more = { ...record([nobodys, ...linkTo(4)]), decisions }
    expect(valuesOf(more)).toEqual([])
    const open = draftBulletin(more).questions.filter(({ decided }) => decided === undefined)
    expect(open.map(({ value }) => value)).toEqual(['member-3.example'])
  })

  test('that names one or two is an attack that quotes whom it imitates', () => {
    expect(valuesOf(record([nobodys, ...linkTo(2)]))).toEqual(['https://nobodys.test/x'])
  })

  test('those to whom it was sent are not counted', () => {
    const sent = others.map(({ domains }): Place => ['email-address', `a@${domains[0]}`, 'cc'])
    expect(valuesOf(record([nobodys, ...sent]))).toEqual(['https://nobodys.test/x'])
  })
})
