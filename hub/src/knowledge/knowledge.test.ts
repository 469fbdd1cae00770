import { expect, test } from 'vitest'
import { type TestHub, withHub } from '../testing/index.ts'

const RULE =
  'rule Marker { meta: weight = "strong" strings: $a = "NOROSHI-TEST-MARKER" condition: $a }'
const MAIL = Buffer.from(
  [
    'From: Desk <desk@secure-mars.example>',
    'To: Reader <reader@member.example>',
    'Subject: Files',
    'Date: Thu, 1 Oct 2026 09:00:00 +0900',
    '',
    'NOROSHI-TEST-MARKER',
    '',
  ].join('\r\n'),
)

let handedIn = 0

/** The same mail as a submission of its own. */
async function submit(hub: TestHub, mail = MAIL): Promise<string> {
  const organisationId = await hub.seed.organisation()
  const key = `test-key-${String(handedIn++).padStart(8, '0')}`
  const answer = await hub
    .as({ contactOf: organisationId })
    .post('/api/submissions', mail, { 'idempotency-key': key })
  expect(answer.status).toBe(201)
  await hub.runJobs()
  return answer.body.submissionId as string
}

async function listTechniques(hub: TestHub, submissionId: string): Promise<string[]> {
  const analyst = hub.as('analyst')
  const { body } = await analyst.get(`/api/submissions/${submissionId}`)
  const mail = await analyst.get(`/api/mails/${body.mails[0].mailId}`)
  return mail.body.findings.map((one: { technique: string }) => one.technique)
}

test(
  'a rule saved today is asked of mail that arrives later, and of earlier mail on request',
  () =>
    withHub(async (hub) => {
      const analyst = hub.as('analyst')
      const before = await submit(hub)
      const { body } = await analyst.post('/api/knowledge/rules', {
        name: 'marker',
        text: RULE,
        isEnabled: true,
      })
      expect(body).toMatchObject({ saved: true })
      expect(await listTechniques(hub, before)).not.toContain('hub-rule')
      const after = await submit(hub)
      expect(await listTechniques(hub, after)).toContain('hub-rule')

      await analyst.post('/api/knowledge/analyse-again', { days: 30 })
      await hub.runJobs()
      expect(await listTechniques(hub, before)).toContain('hub-rule')
      const { body: known } = await analyst.get('/api/knowledge')
      expect(known.rules).toMatchObject([{ name: 'marker', findingCount: 2, isEnabled: true }])

      // Out of force, it stands on nothing any more once the evidence is read again.
      await analyst.put(`/api/knowledge/rules/${body.ruleId}`, {
        name: 'marker',
        text: RULE,
        isEnabled: false,
      })
      await analyst.post('/api/knowledge/analyse-again', { days: 30 })
      await hub.runJobs()
      expect(await listTechniques(hub, before)).not.toContain('hub-rule')
    }),
  60_000,
)

test.each([
  [
    'does not compile',
    { name: 'a', text: 'rule A { condition: }', isEnabled: true },
    200,
    { saved: false },
  ],
  ['has no name', { name: ' ', text: RULE, isEnabled: true }, 400, {}],
  ['is longer than allowed', { name: 'a', text: 'a'.repeat(524_289), isEnabled: true }, 400, {}],
])('a rule that %s is not taken and says why', (_name, rule, status, answer) =>
  withHub(async (hub) => {
    const response = await hub.as('analyst').post('/api/knowledge/rules', rule)
    expect(response.status).toBe(status)
    expect(response.body).toMatchObject(answer)
    expect((await hub.as('analyst').get('/api/knowledge')).body.rules).toEqual([])
  }),
)

test(
  'a rule nested until the compiler breaks is not taken, and the next one compiles as ever',
  () =>
    withHub(async (hub) => {
      const analyst = hub.as('analyst')
      for (const condition of [
        `${'('.repeat(20_000)}true${')'.repeat(20_000)}`,
        `${'not '.repeat(100_000)}true`,
      ]) {
        const text = `rule Deep { condition: ${condition} }`
        const deep = await analyst.post('/api/knowledge/rules', {
          name: 'a',
          text,
          isEnabled: true,
        })
        expect(deep.body).toMatchObject({ saved: false })
      }
      const next = await analyst.post('/api/knowledge/rules', {
        name: 'a',
        text: RULE,
        isEnabled: true,
      })
      expect(next.body).toMatchObject({ saved: true })
    }),
  60_000,
)

test('two rules cannot have one name', () =>
  withHub(async (hub) => {
    const rule = { name: 'a', text: RULE, isEnabled: true }
    await hub.as('analyst').post('/api/knowledge/rules', rule)
    const second = await hub.as('lead').post('/api/knowledge/rules', rule)
    expect([second.status, second.body.code]).toEqual([409, 'name-taken'])
  }))

test('a pasted record makes a domain fresh, and taking it out makes it unknown again', () =>
  withHub(async (hub) => {
    const analyst = hub.as('analyst')
    const submissionId = await submit(hub)
    const record =
      'Domain Name: SECURE-MARS.EXAMPLE\r\nCreation Date: 2026-09-29T10:00:00Z\r\nRegistrar: Reg Works\r\n'
    const { body } = await analyst.post('/api/knowledge/registrations', { record })
    expect(body.registration).toMatchObject({
      domain: 'secure-mars.example',
      registeredOn: '2026-09-29',
    })
    await analyst.post('/api/knowledge/analyse-again', { days: 30 })
    await hub.runJobs()
    expect(await listTechniques(hub, submissionId)).toContain('fresh-domain')

    const removed = await analyst.delete('/api/knowledge/registrations/secure-mars.example')
    expect(removed.status).toBe(200)
    const again = await analyst.delete('/api/knowledge/registrations/secure-mars.example')
    expect(again.body.code).toBe('not-found')
    const refused = await analyst.post('/api/knowledge/registrations', { record: 'no domain' })
    expect(refused.body.code).toBe('no-domain-in-record')
  }))

const SPOOFED = Buffer.from(
  [
    'Return-Path: <desk@secure-mars.example>',
    'Received: from host.invalid (host.invalid [192.0.2.66]) by mx.member.example with ESMTPS; Thu, 1 Oct 2026 09:00:00 +0900',
    'From: Desk <desk@secure-mars.example>',
    'To: Reader <reader@member.example>',
    'Subject: Files',
    'Date: Thu, 1 Oct 2026 09:00:00 +0900',
    '',
    'Please see the files.',
    '',
  ].join('\r\n'),
)
const ANSWERS = `secure-mars.example. 300 IN TXT "v=spf1 ip4:198.51.100.0/24 -all"
_dmarc.secure-mars.example. 300 IN TXT "v=DMARC1; p=reject"
s1._domainkey IN TXT "v=DKIM1; p=MIIB"
`

test('a recorded DNS answer speaks against a forged sender once the mail is read again', () =>
  withHub(async (hub) => {
    const analyst = hub.as('analyst')
    const submissionId = await submit(hub, SPOOFED)
    expect(await listTechniques(hub, submissionId)).not.toContain('auth')
    const { body } = await analyst.post('/api/knowledge/dns-answers', {
      record: ANSWERS,
      recordedOn: '2026-09-30',
    })
    expect(body.unread).toEqual([{ line: 3, reason: 'bad-name' }])
    await analyst.post('/api/knowledge/analyse-again', { days: 30 })
    await hub.runJobs()
    expect(await listTechniques(hub, submissionId)).toContain('auth')

    const { body: known } = await analyst.get('/api/knowledge')
    expect(known.dnsAnswers).toMatchObject([
      { name: '_dmarc.secure-mars.example', type: 'TXT', recordedOn: '2026-09-30' },
      { name: 'secure-mars.example', type: 'TXT', recordedOn: '2026-09-30' },
    ])
    const path = '/api/knowledge/dns-answers/TXT%3A_dmarc.secure-mars.example'
    expect((await analyst.delete(path)).status).toBe(200)
    expect((await analyst.delete(path)).body.code).toBe('not-found')
  }))

test.each([
  [{ record: 'Thank you, it works.' }, 'no-answer-in-text'],
  [{ record: '"v=spf1 -all"' }, 'no-answer-in-text'],
  [{ record: ANSWERS, recordedOn: '2099-01-01' }, 'day-to-come'],
  [{ record: `a.example TXT "v=spf1 -all"\n;; WHEN: Fri Jan 01 10:00:00 JST 2100` }, 'day-to-come'],
])('of %j nothing is recorded', (body, code) =>
  withHub(async (hub) => {
    const answer = await hub.as('analyst').post('/api/knowledge/dns-answers', body)
    expect(answer.body.code).toBe(code)
    expect((await hub.as('analyst').get('/api/knowledge')).body.dnsAnswers).toEqual([])
  }),
)

test('an answer about the longest name there is is kept, written down and taken out', () =>
  withHub(async (hub) => {
    const analyst = hub.as('analyst')
    const name = `${'a'.repeat(60)}.${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(50)}.example`
    const saved = await analyst.post('/api/knowledge/dns-answers', {
      record: `${name}. 300 IN TXT "v=spf1 -all"`,
    })
    expect(saved.body).toMatchObject({ answers: [{ name }] })
    expect((await analyst.delete(`/api/knowledge/dns-answers/TXT%3A${name}`)).status).toBe(200)
  }))

test('a member sees none of it and changes none of it', () =>
  withHub(async (hub) => {
    const member = hub.as({ contactOf: await hub.seed.organisation() })
    const rule = { name: 'a', text: RULE, isEnabled: true }
    expect((await member.get('/api/knowledge')).status).toBeGreaterThanOrEqual(403)
    expect((await member.post('/api/knowledge/rules', rule)).status).toBeGreaterThanOrEqual(403)
    expect((await hub.as('admin').post('/api/knowledge/rules', rule)).status).toBe(403)
  }))
