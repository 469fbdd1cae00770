import { Buffer } from 'node:buffer'
import { describe, expect, test } from 'vitest'
import { techniqueById } from '../../techniques/index.ts'
import { WebLogReader } from '../../web-log/web-log-reader.ts'
import { release } from '../releasable-bulletin.ts'
import { FRAUD_CASE } from '../testing/case-of-invoice-fraud.ts'
import { KNOWN_TRACES } from '../testing/known-traces.ts'
import type { CaseLog, CaseRecord } from './case-record.ts'
import { draftBulletin } from './draft-bulletin.ts'
import { toDecisions } from '../question.ts'

interface Request {
  readonly from: string
  readonly path: string
  readonly status?: number
  readonly day?: string
  readonly agent?: string
  readonly method?: string
}

const toLine = (
  { from, path, status = 404, day = '01/Apr/2024', agent = '-', method = 'GET' }: Request,
  second: number,
) =>
  `${from} - - [${day}:10:${String(Math.floor(second / 60)).padStart(2, '0')}:${String(second % 60).padStart(2, '0')} +0900] "${method} ${path} HTTP/1.1" ${status} 10 "-" "${agent}"\n`

const many = (count: number, request: Request): Request[] =>
  Array.from({ length: count }, () => request)

/** A log as the hub hands it on; all times of the tests lie in the morning of their day in Japan. */
function toLog(requests: readonly Request[], providerId = 'org-kitahama'): CaseLog {
  const text = requests.map(toLine).join('')
  const reader = new WebLogReader()
  reader.write(Buffer.from(text))
  const { kinds, probing } = reader.end()
  return {
    ...{ providerId, kinds },
    sources: probing.map(({ firstAt, lastAt, ...source }) => ({
      ...source,
      ...(firstAt === undefined ? {} : { firstOn: firstAt.toISOString().slice(0, 10) }),
      ...(lastAt === undefined ? {} : { lastOn: lastAt.toISOString().slice(0, 10) }),
    })),
    texts: [{ label: 'access.log', text }],
  }
}

const { title, advice, attack = [] } = techniqueById('web-probe') ?? {}
const NO_WORDS = { ja: '', en: '' }
const caseOf = (...logs: readonly CaseLog[]): CaseRecord => ({
  ...FRAUD_CASE,
  classification: 'unclear',
  mails: [],
  logs,
  techniques: [{ id: 'web-probe', title: title ?? NO_WORDS, advice: advice ?? NO_WORDS, attack }],
})
const valuesOf = (record: CaseRecord) =>
  draftBulletin(record).content.indicators.map(({ value }) => value)

describe('a case that holds nothing but an access log', () => {
  const record = caseOf(
    toLog([
      ...many(3, { from: '198.51.100.9', path: '/.env' }),
      { from: '198.51.100.9', path: '/.git/config', day: '03/Apr/2024' },
      { from: '198.51.100.8', path: '/index.php?f=../../../../etc/passwd', status: 200 },
      { from: '198.51.100.7', path: '/', agent: 'sqlmap/1.8' },
      ...many(9, { from: '192.0.2.1', path: '/', status: 200 }),
    ]),
  )
  const { content } = draftBulletin(record)

  test('becomes a bulletin with the attacking addresses, thirds of months (T13) and their technique', () => {
    expect(content.indicators).toEqual([
      // Whoever was answered comes first.
      {
        ...{ type: 'ipv4', value: '198.51.100.8', context: 'web-log', technique: 'web-probe' },
        ...{ firstOn: '2024-04-01', lastOn: '2024-04-10' },
      },
      {
        ...{ type: 'ipv4', value: '198.51.100.9', context: 'web-log', technique: 'web-probe' },
        ...{ firstOn: '2024-04-01', lastOn: '2024-04-10' },
      },
    ])
    expect(content.techniques.map(({ id }) => id)).toEqual(['web-probe'])
  })

  test('tells of a web server, not of a mail, and of what was looked for', () => {
    expect(content.title.ja).toBe('ウェブサーバーに対する探索や攻撃の通信')
    const { ja, en } = content.summary
    expect(ja.join('')).not.toContain('メール')
    expect(ja[0]).toContain('A社')
    expect(ja).toContainEqual(expect.stringContaining('「/.env」'))
    expect(en).toContainEqual(expect.stringContaining('“sqlmap”'))
    expect(content.arrivedPeriod.ja).toBe('2024年4月上旬')
  })

  test('passes the check', () => {
    expect(release(content, [], KNOWN_TRACES).ok).toBe(true)
  })
})

test.each([
  ['the provider’s own address', '203.0.113.25'],
  ['an address inside its network', '10.1.2.3'],
  ['the same written as IPv6', '::ffff:10.1.2.3'],
  ['its own address in IPv6', '2001:db8::25'],
  ['a unique local address', 'fd00::12'],
  ['a name of its machines', 'kthm-ws065'],
  ['a host of its domain', 'fw.kitahama-seiki.example'],
])('%s never goes out, however it probed', (_name, from) => {
  const record = caseOf(toLog(many(30, { from, path: '/.env' })))
  expect(valuesOf(record)).toEqual([])
  expect(JSON.stringify(draftBulletin(record).content)).not.toContain(from)
})

test('a page of the attacked site that only its owner has is not named', () => {
  const path = '/kitahama-seiki/inquiry/form.php'
  const flood = many(60, { from: '198.51.100.9', path, method: 'POST', status: 200 })
  const record = caseOf(toLog([...flood, ...many(8, { from: '198.51.100.9', path: '/.env' })]))
  const { content } = draftBulletin(record)
  expect(content.indicators.map(({ value }) => value)).toEqual(['198.51.100.9'])
  expect(JSON.stringify(content)).not.toContain('inquiry')
  expect(content.summary.ja.join('')).toContain('フォームへの大量書き込み')
})

test('an office that signs in wrongly all morning is asked about and stays inside', () => {
  const login = many(60, {
    ...{ from: '198.51.100.30', path: '/login', method: 'POST', status: 401 },
  })
  const record = caseOf(toLog(login))
  const { content, questions } = draftBulletin(record)
  expect(content.indicators).toEqual([])
  expect(questions).toMatchObject([{ value: '198.51.100.30', proposed: 'omit' }])
  const decisions = toDecisions(questions.slice(0, 1), 'keep')
  expect(valuesOf({ ...record, decisions })).toEqual(['198.51.100.30'])
})

test('a log that mentions a look-alike of the provider asks nothing about it, for no line of it goes out', () => {
  const line = toLine({ from: '198.51.100.9', path: '/.env?u=kitaharna-seiki.example' }, 0)
  const log = {
    ...toLog([{ from: '198.51.100.9', path: '/.env' }]),
    texts: [{ label: 'l', text: line }],
  }
  const { questions, originals } = draftBulletin(caseOf(log))
  expect(questions.map(({ value }) => value)).toEqual(['198.51.100.9'])
  expect(originals).toHaveLength(1)
})

test('a person is asked once whether a source is a scan that was ordered, and none goes out when it is', () => {
  const record = caseOf(toLog([9, 8].map((at) => ({ from: `198.51.100.${at}`, path: '/.env' }))))
  const { questions } = draftBulletin(record)
  expect(questions).toMatchObject([
    {
      value: '198.51.100.8 198.51.100.9',
      proposed: 'keep',
      choices: [{ choice: 'keep' }, { choice: 'omit' }],
    },
  ])
  const decisions = toDecisions(questions.slice(0, 1), 'omit')
  expect(valuesOf({ ...record, decisions })).toEqual([])
})

test('a source that comes in with another log is asked about by itself, whatever was said of the others', () => {
  const from = (...ends: readonly number[]) =>
    toLog(ends.map((end) => ({ from: `198.51.100.${end}`, path: '/.env' })))
  const { questions } = draftBulletin(caseOf(from(8, 9)))
  for (const [choice, standing] of [
    ['keep', ['198.51.100.8', '198.51.100.9']],
    ['omit', []],
  ] as const) {
    const decisions = toDecisions(questions, choice)
    const grown = draftBulletin({ ...caseOf(from(8, 9), from(7)), decisions })
    expect(grown.questions.map(({ value, decided }) => [value, decided])).toEqual(
      expect.arrayContaining([
        ['198.51.100.8 198.51.100.9', choice],
        ['198.51.100.7', undefined],
      ]),
    )
    // Proposed to go out, and open: the text cannot be checked before somebody has answered.
    const values = grown.content.indicators.map(({ value }) => value)
    expect(values.toSorted()).toEqual(['198.51.100.7', ...standing])
  }
})

test.each([
  'Mozilla/5.0 (Kitahama Seiki security scan)',
  'uptime (+https://monitor.kitahama-seiki.example/bot)',
])('a source that names the provider as %s is its own scan and stays inside', (agent) => {
  const record = caseOf(
    toLog([
      ...many(5, { from: '198.51.100.60', path: '/.env', agent }),
      { from: '198.51.100.9', path: '/.env', agent: 'Mozilla/5.0' },
    ]),
  )
  const { questions } = draftBulletin(record)
  expect(questions.map(({ value, proposed }) => [value, proposed])).toEqual([
    ['198.51.100.60', 'omit'],
    ['198.51.100.9', 'keep'],
  ])
  expect(valuesOf(record)).toEqual(['198.51.100.9'])
})

test.each([
  // Googlebot’s network (developers.google.com/search/apis/ipranges/googlebot.json): anybody can send it a link to follow.
  ['a crawler’s', '66.249.66.1', []],
  // Beside 203.0.113.64/28, in the row that a company rents.
  ['a neighbour’s', '203.0.113.200', ['203.0.113.64/28']],
])(
  '%s address is asked about, and stays inside unless a person says otherwise',
  (_whose, from, ipAddresses) => {
    const record = caseOf(
      toLog([...many(9, { from, path: '/.env' }), { from: '198.51.100.9', path: '/.env' }]),
    )
    const [first, ...rest] = FRAUD_CASE.traces.organisations
    const traces = {
      organisations: first === undefined ? [] : [{ ...first, ipAddresses }, ...rest],
    }
    const { questions } = draftBulletin({ ...record, traces })
    const asked = questions.find(({ value }) => value === from)
    expect(asked?.proposed).toBe('omit')
    expect(valuesOf({ ...record, traces })).toEqual(['198.51.100.9'])
    const decisions = { [asked?.questionId ?? '']: 'keep' as const }
    expect(valuesOf({ ...record, traces, decisions })).toContain(from)
  },
)

test('whoever only gives the name of a scanner or looks for WordPress is no indicator', () => {
  const scan = many(40, { from: '198.51.100.7', path: '/wp-login.php', agent: 'zgrab/0.x' })
  expect(valuesOf(caseOf(toLog(scan)))).toEqual([])
})

test('whoever names the tool it attacks with is asked about, and stays a source', () => {
  const record = caseOf(
    toLog(many(40, { from: '198.51.100.7', path: '/wp-login.php', agent: 'sqlmap/1.8' })),
  )
  expect(valuesOf(record)).toEqual(['198.51.100.7'])
  expect(draftBulletin(record).questions.map(({ value }) => value)).toContain('198.51.100.7')
})

test('of two providers’ logs each source stands once, with the first and the last of its days', () => {
  const probe = { from: '198.51.100.9', path: '/.env' }
  const record = caseOf(
    toLog([{ ...probe, day: '14/Apr/2024' }]),
    toLog([{ ...probe, day: '02/Apr/2024' }], 'org-fjordell'),
  )
  const { content } = draftBulletin(record)
  expect(content.indicators).toMatchObject([{ firstOn: '2024-04-01', lastOn: '2024-04-20' }])
})

test('of very many sources the most telling hundred go out', () => {
  const logs = Array.from({ length: 4 }, (_, net) =>
    toLog(
      Array.from({ length: 50 }, (_unused, at) => ({
        from: `192.0.2.${net * 50 + at}`,
        path: '/.env',
        status: net === 3 ? 200 : 404,
      })),
    ),
  )
  const values = valuesOf(caseOf(...logs))
  expect(values).toHaveLength(100)
  // The last log's were answered.
  expect(values.slice(0, 50).every((value) => Number(value.split('.')[3]) >= 150)).toBe(true)
})
