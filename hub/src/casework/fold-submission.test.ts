import { expect, test } from 'vitest'
import type { SubmissionId } from 'contract/common'
import { startJob } from '../jobs/index.ts'
import { type TestHub, withHub } from '../testing/index.ts'
import { type MailToSeed, seedMails } from '../testing/mail-rows.ts'
import { seedSubmissions } from '../testing/quarter-records.ts'

const at = (time: string) => new Date(`2026-10-14T${time}:00+09:00`)

/** Hands in one submission for each entry, each from an organisation of its own, and lets the jobs run. */
async function handIn(
  hub: TestHub,
  mails: readonly Omit<MailToSeed, 'submissionId'>[],
): Promise<SubmissionId[]> {
  const ids: SubmissionId[] = []
  for (const mail of mails) {
    const organisationId = await hub.seed.organisation()
    const [id] = await seedSubmissions(hub, [{ at: hub.clock.now(), items: 1, organisationId }])
    if (id === undefined) throw new Error('not seeded')
    await seedMails(hub, [{ ...mail, submissionId: id }])
    ids.push(id)
  }
  await correlate(hub, ids)
  return ids
}

async function correlate(hub: TestHub, ids: readonly SubmissionId[]) {
  await hub.inStaff(async (db) => {
    for (const submissionId of ids) await startJob(db, 'correlate-submission', { submissionId })
  })
  await hub.runJobs()
}

/** Which submissions are together: for each the receipt-free name of its case, in order of first sight. */
async function groupsOf(hub: TestHub, ids: readonly SubmissionId[]): Promise<string> {
  const names = new Map<string, string>()
  const letters: string[] = []
  for (const id of ids) {
    const { caseId } = (await hub.as('analyst').get(`/api/submissions/${id}`)).body
    if (caseId === undefined) {
      letters.push('-')
      continue
    }
    if (!names.has(caseId)) names.set(caseId, String.fromCharCode(65 + names.size))
    letters.push(names.get(caseId) ?? '')
  }
  return letters.join('')
}

// biome-ignore format: a table is read by its columns.
test.each([
  ['three providers, one wave',               [{ wave: 'a', arrivedAt: at('09:00') }, { wave: 'a', arrivedAt: at('09:20') }, { wave: 'a', arrivedAt: at('10:10') }], 'AAA'],
  ['a gap of one hour ends the operation',    [{ wave: 'a', arrivedAt: at('09:00') }, { wave: 'a', arrivedAt: at('10:00') }], '--'],
  ['one minute less does not',                [{ wave: 'a', arrivedAt: at('09:00') }, { wave: 'a', arrivedAt: at('09:59') }], 'AA'],
  ['a chain reaches further than an hour',    [{ wave: 'a', arrivedAt: at('09:00') }, { wave: 'a', arrivedAt: at('09:50') }, { wave: 'a', arrivedAt: at('10:40') }, { wave: 'a', arrivedAt: at('11:40') }], 'AAA-'],
  ['order of handing in does not matter',     [{ wave: 'a', arrivedAt: at('10:40') }, { wave: 'a', arrivedAt: at('09:00') }, { wave: 'a', arrivedAt: at('09:50') }], 'AAA'],
  ['another wave stays apart',                [{ wave: 'a', arrivedAt: at('09:00') }, { wave: 'b', arrivedAt: at('09:01') }, { wave: 'b', arrivedAt: at('09:02') }], '-AA'],
  ['the very same mail counts at any time',   [{ bytes: 'x', arrivedAt: at('09:00') }, { bytes: 'x', arrivedAt: at('23:00') }], 'AA'],
  ['no time, no operation',                   [{ wave: 'a' }, { wave: 'a' }], '--'],
  ['mail without key is alone',               [{ arrivedAt: at('09:00') }, { arrivedAt: at('09:00') }], '--'],
] as const)('%s', (_, mails, expected) =>
  withHub(async (hub) => {
    const ids = await handIn(hub, mails)
    expect(await groupsOf(hub, ids)).toBe(expected)
    // Everything again changes nothing.
    await correlate(hub, ids)
    expect(await groupsOf(hub, ids)).toBe(expected)
    for (const id of ids) {
      const audit = await hub.auditOf(`submission:${id}`)
      expect(audit.filter((action) => action === 'submission-in-case').length).toBeLessThan(2)
    }
  }),
)

test('a later submission joins the case, the proposal is the surest of its mails, and the reason is given', () =>
  withHub(async (hub) => {
    const targeted = { value: 'targeted', confidence: 'medium' } as const
    const phishing = { value: 'credential-phishing', confidence: 'strong' } as const
    const [first = ''] = await handIn(hub, [
      { wave: 'a', arrivedAt: at('09:00'), proposal: targeted },
      { wave: 'a', arrivedAt: at('09:10'), proposal: targeted },
    ])
    const { caseId } = (await hub.as('analyst').get(`/api/submissions/${first}`)).body
    await handIn(hub, [{ wave: 'a', arrivedAt: at('09:30'), proposal: phishing }])
    const view = (await hub.as('analyst').get(`/api/cases/${caseId}`)).body
    expect(view).toMatchObject({
      number: 'C-2026-0001',
      state: 'open',
      classification: 'credential-phishing',
      submissionCount: 3,
      providerCount: 3,
      proposal: { confidence: 'strong' },
    })
    expect(
      view.changes.map((change: { kind: string; by: string }) => [change.kind, change.by]),
    ).toEqual([
      ['folded', 'Noroshi'],
      ['folded', 'Noroshi'],
    ])
    expect(view.reasons).toHaveLength(1)
    expect(view.mails).toHaveLength(3)
  }))

test('what a person took out, the hub does not put back; what a closed case holds stays closed', () =>
  withHub(async (hub) => {
    const analyst = hub.as('analyst')
    const wave = [
      { wave: 'a', arrivedAt: at('09:00') },
      { wave: 'a', arrivedAt: at('09:10') },
      { wave: 'a', arrivedAt: at('09:20') },
    ]
    const ids = await handIn(hub, wave)
    const { caseId } = (await analyst.get(`/api/submissions/${ids[0]}`)).body
    await analyst.post(`/api/cases/${caseId}/split`, { submissionIds: [ids[2]] })
    await correlate(hub, ids)
    expect(await groupsOf(hub, ids)).toBe('AAB')

    for (const row of (await analyst.get('/api/cases')).body.rows) {
      await analyst.post(`/api/cases/${row.caseId}/state`, { to: 'closed' })
    }
    const late = await handIn(hub, [{ wave: 'a', arrivedAt: at('09:25') }])
    expect(await groupsOf(hub, [...ids, ...late])).toBe('AAB-')
  }))

test('questions and answers are not folded', () =>
  withHub(async (hub) => {
    const organisationId = await hub.seed.organisation()
    const now = hub.clock.now()
    const ids = await seedSubmissions(hub, [
      { at: now, items: 1, organisationId, kind: 'consultation' },
      { at: now, items: 1, organisationId, kind: 'feedback' },
    ])
    await seedMails(
      hub,
      ids.map((submissionId) => ({ submissionId, wave: 'a', arrivedAt: at('09:00') })),
    )
    await correlate(hub, ids)
    expect(await groupsOf(hub, ids)).toBe('--')
  }))

test('rare values are proposed as ties with their reasons, common ones are not', () =>
  withHub(async (hub) => {
    const attacker = { type: 'email-address', value: 'pay@attacker.test', context: 'reply-to' }
    const search = { type: 'domain', value: 'www.google.com', context: 'link' }
    const host = { type: 'domain', value: 'login.attacker.test', context: 'link-target' }
    const ids = await handIn(hub, [
      { indicators: [attacker, search], attachments: ['invoice'] },
      { indicators: [attacker, host] },
      { indicators: [search], attachments: ['invoice'] },
      { indicators: [search] },
    ])
    const { ties } = (await hub.as('analyst').get(`/api/submissions/${ids[0]}`)).body
    expect(
      ties.map((tie: { submissionId: string; reasons: { weight: string }[] }) => [
        ids.indexOf(tie.submissionId as SubmissionId),
        tie.reasons.map(({ weight }) => weight),
      ]),
    ).toEqual([
      [2, ['strong']],
      [1, ['medium']],
    ])
    expect(JSON.stringify(ties)).toContain('pay@attacker[.]test')
  }))

// biome-ignore format: a table is read by its columns.
test.each([
  ['a single label',            { type: 'domain',        value: 'fileserver',              context: 'link' }],
  ['localhost',                 { type: 'domain',        value: 'localhost',               context: 'file-link' }],
  ['a .local name',             { type: 'domain',        value: 'wiki.seiki.local',        context: 'link' }],
  ['an .internal name',         { type: 'domain',        value: 'db.prod.internal',        context: 'link-target' }],
  ['a .corp name',              { type: 'domain',        value: 'portal.seiki.corp',       context: 'qr' }],
  ['an RFC 1918 address',       { type: 'ipv4',          value: '192.168.1.10',            context: 'link' }],
  ['a unique local address',    { type: 'ipv6',          value: 'fd00::12',                context: 'link' }],
  ['a sender on localhost',     { type: 'email-address', value: 'root@localhost',          context: 'from' }],
  ['a sender inside a network', { type: 'email-address', value: 'scan@printer.lan',        context: 'from' }],
])('%s, which every network has, ties nothing', (_name, indicator) =>
  withHub(async (hub) => {
    const ids = await handIn(hub, [{ indicators: [indicator] }, { indicators: [indicator] }])
    const { ties } = (await hub.as('analyst').get(`/api/submissions/${ids[0]}`)).body
    expect(ties).toEqual([])
  }),
)

test('links to one address on the open network tie like links to one name', () =>
  withHub(async (hub) => {
    const address = { type: 'ipv4', value: '203.0.113.80', context: 'link' }
    const ids = await handIn(hub, [{ indicators: [address] }, { indicators: [address] }])
    const { ties } = (await hub.as('analyst').get(`/api/submissions/${ids[0]}`)).body
    expect(ties).toMatchObject([{ submissionId: ids[1], reasons: [{ weight: 'medium' }] }])
  }))

test('twenty workers at once make one case', () =>
  withHub(async (hub) => {
    const now = hub.clock.now()
    const organisationId = await hub.seed.organisation()
    const ids = await seedSubmissions(
      hub,
      Array.from({ length: 20 }, () => ({ at: now, items: 1, organisationId })),
    )
    await seedMails(
      hub,
      ids.map((submissionId) => ({ submissionId, wave: 'a', arrivedAt: at('09:00') })),
    )
    await correlate(hub, ids)
    expect(await groupsOf(hub, ids)).toBe('A'.repeat(20))
    expect((await hub.as('analyst').get('/api/cases')).body.rows).toHaveLength(1)
  }))
