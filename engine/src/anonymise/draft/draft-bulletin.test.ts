import { describe, expect, test } from 'vitest'
import { findTraces } from '../check/find-traces.ts'
import { release } from '../releasable-bulletin.ts'
import { findUnknownNames } from '../unknown-names/find-unknown-names.ts'
import { FRAUD_CASE, FRAUD_MAIL } from '../testing/case-of-invoice-fraud.ts'
import { KNOWN_TRACES } from '../testing/known-traces.ts'
import type { CaseRecord } from './case-record.ts'
import { draftBulletin } from './draft-bulletin.ts'
import { toDecisions } from '../question.ts'

const values = (record: CaseRecord) =>
  draftBulletin(record).content.indicators.map(({ type, value, isPattern }) =>
    [type, value, ...(isPattern === true ? ['pattern'] : [])].join(' '),
  )

describe('a draft of an invoice fraud', () => {
  const { content, aliases, questions, originals, identifying } = draftBulletin(FRAUD_CASE)

  test('calls the provider A and the imitated partner B', () => {
    expect(aliases.rows).toEqual([
      { organisationId: 'org-kitahama', letter: 'A' },
      { organisationId: 'org-fjordell', letter: 'B' },
    ])
    expect(content.summary.ja[0]).toContain('B社の担当者を装い、A社に')
    expect(content.summary.en[0]).toContain('staff of Company B and asked Company A')
  })

  test('T01 T02 T03 T13: publishes nothing of the recipient', () => {
    expect(values(FRAUD_CASE)).toEqual([
      'domain relay-drop.test',
      'email-address ****@mailbox-desk.test pattern',
      'file-name 御見積_****様.xlsx pattern',
      'ipv4 192.0.2.44',
      'url https://portal.pay-desk.test/inv?e={token} pattern',
    ])
    expect(content.arrivedPeriod).toEqual({ ja: '2026年10月中旬', en: 'mid October 2026' })
  })

  test('T11: shows the making of the look-alike on an invented name', () => {
    expect(content.lookalikes.map(({ genuine, observed }) => [genuine, observed])).toEqual([
      ['b-company.co.example', 'b-cornpany-co.example'],
    ])
    for (const { genuine, observed, edits } of content.lookalikes) {
      for (const edit of edits) {
        expect(genuine.startsWith(edit.genuine, edit.genuineAt)).toBe(true)
        expect(observed.startsWith(edit.observed, edit.observedAt)).toBe(true)
      }
    }
  })

  test('takes the strictest wish, and says what it leaves out', () => {
    expect(content.tlp).toBe('AMBER')
    expect(draftBulletin({ ...FRAUD_CASE, tlpCeilings: [] }).content.tlp).toBe('RED')
    expect(content.omitted).toEqual([
      'names',
      'amounts',
      'exact-times',
      'recipient-records',
      'quoted-mail',
      'attachments',
      'file-hashes',
      'invoice-numbers',
      'identifying-domains',
      'url-tokens',
    ])
  })

  test('names the techniques found, strongest first, without a value from the mail', () => {
    expect(content.techniques.map(({ id }) => id)).toEqual([
      'lookalike',
      'reply-to',
      'payment-change',
      'thread-hijack',
    ])
    expect(JSON.stringify(content)).not.toContain('solberg')
  })

  test('asks about each identifying indicator once, with a safe proposal', () => {
    expect(
      questions.map(({ questionId, proposed }) => [questionId.split(':')[0], proposed]),
    ).toEqual([
      ['identifying-domain', 'pattern'],
      ['identifying-address', 'pattern'],
      ['identifying-url', 'pattern'],
      ['conversation-subject', 'omit'],
      ['identifying-hash', 'omit'],
    ])
    expect(identifying).toEqual([])
  })

  test('T12 T16 T17: neither side of the workbench keeps a name on the shared side', () => {
    const shared = originals.map((text) => text.shared.map((part) => part.text).join('')).join('\n')
    expect(findTraces([{ format: 'x', bytes: Buffer.from(shared) }], KNOWN_TRACES)).toEqual([])
    const original = originals.map((text) => text.original.map((part) => part.text).join(''))
    expect(original).toEqual(FRAUD_MAIL.texts.map(({ text }) => text))
  })

  test('passes the check', () => {
    const released = release(content, [], KNOWN_TRACES)
    expect(released).toMatchObject({ ok: true })
  })
})

test('T33: that a second member handed the same file in unlocks no hash', () => {
  const second = { ...FRAUD_MAIL, providerId: 'org-fjordell' }
  const record = { ...FRAUD_CASE, mails: [FRAUD_MAIL, second] }
  expect(values(record).filter((value) => value.startsWith('sha256'))).toEqual([])
  const { questions } = draftBulletin(record)
  const hash = questions.find(({ questionId }) => questionId.startsWith('identifying-hash'))
  const decisions = { [hash!.questionId]: 'ask' as const }
  expect(values({ ...record, decisions })).toContain(`sha256 ${'ab'.repeat(32)}`)
})

test('T33: a file that came with many and, elsewhere, alone is asked about once, and left out of both', () => {
  const file = (letter: string) =>
    ({ type: 'sha256', value: letter.repeat(64), context: 'attachment', path: '0.2/1' }) as const
  const many = { ...FRAUD_MAIL, indicators: ['a', 'b', 'c', 'd'].map(file) }
  const few = { ...FRAUD_MAIL, providerId: 'org-fjordell', indicators: [file('b'), file('e')] }
  const together = ['a', 'b', 'c', 'd'].map((letter) => letter.repeat(64)).join(' ')
  for (const mails of [
    [many, few],
    [few, many],
  ]) {
    const record = { ...FRAUD_CASE, mails }
    const asked = draftBulletin(record).questions.filter(({ questionId }) =>
      questionId.startsWith('identifying-hash'),
    )
    expect(asked.map(({ value }) => value).sort()).toEqual([together, 'e'.repeat(64)])
    const large = asked.filter(({ value }) => value === together)
    expect(values({ ...record, decisions: toDecisions(large, 'omit') })).toEqual([])
    expect(values({ ...record, decisions: toDecisions(large, 'ask') })).toHaveLength(4)
  }
})

test.each([
  ['url', 'http://fileserver/keiri/form.htm'],
  ['url', 'http://10.20.30.40/share/form.htm'],
  ['url', 'http://[fd00::12]/share/'],
  ['url', 'https://wiki.kitahama.local/form'],
  ['domain', 'intra.seiki.corp'],
] as const)('%s %s, which only one network knows, is not published', (type, value) => {
  const link = { type, value, context: 'file-link', path: '0.2/1' }
  const mails = [{ ...FRAUD_MAIL, indicators: [link] }]
  expect(values({ ...FRAUD_CASE, mails })).toEqual([])
})

test('a permitted look-alike goes out, and only that passes the check', () => {
  const { questions } = draftBulletin(FRAUD_CASE)
  const domain = questions.find(({ questionId }) => questionId.startsWith('identifying-domain'))
  const decisions = { [domain!.questionId]: 'ask' as const }
  const { content, identifying } = draftBulletin({ ...FRAUD_CASE, decisions })
  expect(identifying).toEqual(['fjordell-purnps-co.example'])
  expect(content.indicators.map(({ value }) => value)).toContain('fjordell-purnps-co.example')
  expect(release(content, [], KNOWN_TRACES).ok).toBe(false)
  expect(release(content, [], KNOWN_TRACES, { permitted: identifying }).ok).toBe(true)
})

test('T40 T74: two victims of one attack give the same text', () => {
  const other = {
    ...FRAUD_CASE,
    traces: {
      organisations: KNOWN_TRACES.organisations.map((one) =>
        one.id === 'org-kitahama' ? { ...one, id: 'org-other' } : one,
      ),
    },
    mails: [{ ...FRAUD_MAIL, providerId: 'org-other' }],
  }
  expect(draftBulletin(other).content).toEqual(draftBulletin(FRAUD_CASE).content)
})

test('a case keeps its aliases, and a later provider takes the next letter', () => {
  const aliases = { rows: [{ organisationId: 'org-fjordell', letter: 'A' }] }
  expect(draftBulletin({ ...FRAUD_CASE, aliases }).aliases.rows).toEqual([
    { organisationId: 'org-fjordell', letter: 'A' },
    { organisationId: 'org-kitahama', letter: 'B' },
  ])
})

test('a case in which everybody is called as its draft calls them has the same draft', () => {
  const others = KNOWN_TRACES.organisations.map(({ id }) => id)
  const mails = others.map((providerId) => ({ ...FRAUD_MAIL, providerId }))
  const asked = draftBulletin(FRAUD_CASE).questions.map(({ questionId }) => [questionId, 'keep'])
  const records: readonly CaseRecord[] = [
    FRAUD_CASE,
    { ...FRAUD_CASE, mails: [...FRAUD_CASE.mails, ...mails] },
    { ...FRAUD_CASE, decisions: Object.fromEntries(asked) },
    { ...FRAUD_CASE, aliases: { rows: [{ organisationId: others.at(-1) ?? '', letter: 'B' }] } },
  ]
  for (const record of records) {
    const drafted = draftBulletin(record)
    expect(drafted.aliases.rows.length).toBeGreaterThan(0)
    expect(draftBulletin({ ...record, aliases: drafted.aliases })).toEqual(drafted)
  }
})

test('T74: providers who do not stand in a text leave no gap in its letters', () => {
  const silent = ['org-second', 'org-third', 'org-fourth'].map((id) => ({
    ...{ id, role: 'provider' as const, names: [`架空${id}`], domains: [`${id}.example`] },
    ...{ hosts: [], ipAddresses: [], numbers: [], people: [] },
  }))
  const { content, aliases, called } = draftBulletin({
    ...FRAUD_CASE,
    traces: { organisations: [...silent, ...KNOWN_TRACES.organisations] },
    mails: [FRAUD_MAIL, ...silent.map(({ id }) => ({ ...FRAUD_MAIL, providerId: id }))],
  })
  expect(content.summary.ja[0]).toContain('B社の担当者を装い、A社に')
  expect(aliases.rows).toEqual([
    { organisationId: 'org-kitahama', letter: 'A' },
    { organisationId: 'org-fjordell', letter: 'B' },
  ])
  // The hub's workbench calls everybody something.
  expect(called.rows.map(({ letter }) => letter)).toEqual(['A', 'B', 'C', 'D', 'E'])
})

test('T02: among several relaying hosts a person chooses', () => {
  const extra = { type: 'ipv4', value: '198.51.100.7', context: 'received', path: '0' } as const
  const mails = [{ ...FRAUD_MAIL, indicators: [...FRAUD_MAIL.indicators, extra] }]
  const { content, questions } = draftBulletin({ ...FRAUD_CASE, mails })
  expect(content.indicators.filter(({ type }) => type === 'ipv4')).toEqual([])
  expect(questions.filter(({ questionId }) => questionId.startsWith('sending-host'))).toHaveLength(
    2,
  )
})

test('T56, T74: whether others were hit is not said, nor how many', () => {
  const mails = ['org-kitahama', 'org-fjordell', 'org-third'].map((providerId) => ({
    ...FRAUD_MAIL,
    providerId,
  }))
  const { summary } = draftBulletin({ ...FRAUD_CASE, mails }).content
  const alone = draftBulletin({ ...FRAUD_CASE, mails: mails.slice(0, 1) }).content
  expect(summary).toEqual(alone.summary)
})

test('a taken-over account is a victim: its address stays inside', () => {
  const mails = [
    {
      ...FRAUD_MAIL,
      findings: [{ ...FRAUD_MAIL.findings[1]!, technique: 'taken-account' }],
      indicators: [
        {
          type: 'email-address',
          value: 'sales@honest-firm.test',
          context: 'from',
          path: '0',
        } as const,
        { type: 'domain', value: 'trap.test', context: 'link', path: '0' } as const,
      ],
    },
  ]
  expect(values({ ...FRAUD_CASE, mails })).toEqual(['domain trap.test'])
})

describe('people whom the mails name and nobody has entered', () => {
  const toMail = (lines: readonly string[], values: readonly string[]): CaseRecord => ({
    ...FRAUD_CASE,
    mails: [
      {
        ...FRAUD_MAIL,
        indicators: values.map((value) => ({
          type: value.includes('@') ? 'email-address' : 'domain',
          ...{ value, context: 'from', path: '0' },
        })),
        texts: [{ label: '', text: lines.join('\n') }],
      },
    ],
  })
  const record = toMail(
    [
      'From: 柊木 千尋 <chihiro.hiiragi@fjordell-purnps-co.example>',
      'To: Oisin Quill <oisin.quill@kitahama-seiki.example>',
      '',
      'Quill 様、柊木です。Chihiro Hiiragi からのお願いです。Mallory より。',
    ],
    ['quill.invoice@mailbox-desk.test', 'oisinquill.test', 'mallory@mailbox-desk.test'],
  )

  test('are replaced where the evidence is shown, the attacker’s own are not', () => {
    const shared = draftBulletin(record).originals.map((text) =>
      text.shared.map((segment) => segment.text).join(''),
    )
    for (const name of ['柊木', '千尋', 'Quill', 'Oisin', 'Chihiro', 'Hiiragi', 'hiiragi']) {
      expect(shared.join('')).not.toContain(name)
    }
    expect(shared.join('')).toContain('Mallory')
  })

  test('make what holds them a question: nothing is left out for a name that a sender may have planted', () => {
    const drafted = draftBulletin(record)
    expect(drafted.questions.map(({ value }) => value)).toEqual([
      'quill.invoice@mailbox-desk.test',
      'oisinquill.test',
      'fjordell-purnps-co.example',
    ])
    expect(drafted.content.indicators.map(({ value }) => value)).toEqual(
      expect.arrayContaining(['mallory@mailbox-desk.test', 'oisinquill.test']),
    )
    const decisions = Object.fromEntries(
      drafted.questions.map(({ questionId }) => [questionId, 'ask' as const]),
    )
    const values = draftBulletin({ ...record, decisions }).content.indicators
    expect(values.map(({ value }) => value)).toEqual(
      expect.arrayContaining(['quill.invoice@mailbox-desk.test', 'oisinquill.test']),
    )
  })

  test('take no domain out that a sender planted as a name', () => {
    const planted = toMail(
      [
        '> From: Mailbox Relay <mailbox.relay@kitahama-seiki.example>',
        '> Cc: Harbor Pumps <harbor.pumps@kitahama-seiki.example>',
        '> Cc: メール <a@kitahama-seiki.example>, 請求書 <b@kitahama-seiki.example>',
        '請求書のメールをご確認ください。',
      ],
      ['harbor-pumps.test', 'mailbox-relay.test'],
    )
    const { content, originals } = draftBulletin(planted)
    expect(content.indicators.map(({ value }) => value)).toEqual([
      'harbor-pumps.test',
      'mailbox-relay.test',
    ])
    const shown = originals.flatMap(({ shared }) => shared.map(({ text }) => text)).join('')
    expect(shown).toContain('請求書のメールをご確認ください。')
  })

  test('are asked about where a text names them', () => {
    const { content, met } = draftBulletin(record)
    const summary = { ja: ['オイシン・クイルの Quill さんと千尋が気づいた'], en: [] }
    const found = findUnknownNames({ ...content, summary }, KNOWN_TRACES, met)
    expect(found.map(({ kind, value }) => [kind, value])).toEqual(
      expect.arrayContaining([
        ['person', 'Quill'],
        ['person', '千尋'],
      ]),
    )
  })
})
