import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { sql } from '../database/index.ts'
import {
  approvedBulletin,
  expectOk,
  handIn,
  releaseAs,
  type Story,
  STORY_TRACES,
  tellStory,
} from '../testing/bulletin-story.ts'
import { withHub } from '../testing/index.ts'

const line = (from: string, path: string, status: number, day: number, agent = '-') =>
  `${from} - - [0${day}/Oct/2026:23:30:00 +0000] "GET ${path} HTTP/1.1" ${status} 10 "https://www.shiomidai-seiki.example/" "${agent}"`

/** Two attackers, the provider's own monitoring, and visitors. */
const LOG = Buffer.from(
  `${[
    ...Array.from({ length: 4 }, () => line('203.0.113.66', '/.env', 404, 1, 'sqlmap/1.8')),
    line('203.0.113.66', '/.git/config', 404, 5),
    line('2001:db8::bad', '/?page=../../../../etc/passwd', 200, 3),
    ...Array.from({ length: 30 }, () => line('10.8.0.4', '/.env', 404, 3)),
    ...Array.from({ length: 20 }, () => line('198.51.100.20', '/', 200, 3)),
  ].join('\n')}\n`,
)

async function openLogCase(story: Story): Promise<string> {
  const submissionId = await handIn(story, story.contact, LOG, '&kind=malicious-traffic')
  const opened = await story.analyst.post('/api/cases', { submissionIds: [submissionId] })
  return expectOk(opened).caseId
}

const withStory = (work: (story: Story) => Promise<void>) =>
  withHub(async (hub) => work(await tellStory(hub)))

test('an access log becomes a warning whose feed and files carry the attackers, with days and technique', () =>
  withStory(async (story) => {
    const bulletinId = await approvedBulletin(story, await openLogCase(story))
    const { content, originals } = expectOk(await story.analyst.get(`/api/bulletins/${bulletinId}`))
    // 23:30 UTC is the next day in Japan.
    expect(content.indicators).toEqual([
      {
        ...{ type: 'ipv6', value: '2001:db8::bad', context: 'web-log', technique: 'web-probe' },
        ...{ firstOn: '2026-10-01', lastOn: '2026-10-10' },
      },
      {
        ...{ type: 'ipv4', value: '203.0.113.66', context: 'web-log', technique: 'web-probe' },
        ...{ firstOn: '2026-10-01', lastOn: '2026-10-10' },
      },
    ])
    expect(content.techniques).toMatchObject([{ id: 'web-probe' }])
    expect(originals).toHaveLength(1)
    const text = JSON.stringify(content)
    for (const trace of [...STORY_TRACES, '10.8.0.4']) expect(text).not.toContain(trace)

    expectOk(await releaseAs(story.lead, bulletinId))
    const peer = story.hub.as({ contactOf: story.peer })
    const [{ releaseId }] = expectOk(await peer.get('/api/inbox')).rows
    const files = new Map<string, string>()
    for (const form of ['csv', 'stix', 'text']) {
      const { bytes } = await peer.get(`/api/inbox/${releaseId}/${form}`)
      files.set(form, Buffer.from(bytes).toString())
    }
    expect(files.get('csv')).toContain(
      'ipv4,203.0.113.66,web-log,false,TLP:AMBER,web-probe,2026-10-01,2026-10-10',
    )
    expect(files.get('stix')).toContain("[ipv6-addr:value = '2001:db8::bad']")
    expect(files.get('stix')).toContain('"external_id":"T1595.002"')
    expect(files.get('text')).toContain('203.0.113[.]66')
    const { body } = await peer.get('/api/blocklist?type=addresses')
    expect(body).toBe('2001:db8::bad\n203.0.113.66\n')
  }))

test('the daily logs of six providers, twenty of each, make one draft', () =>
  withStory(async (story) => {
    const caseId = await openLogCase(story)
    for (let at = 1; at < 6; at += 1) await addProvider(story, caseId)
    await story.hub.inStaff((db) =>
      sql`insert into noroshi.web_log (id, submission_id, file_id, path, file_name, summary, analysed_at)
          select gen_random_uuid(), s.id, l.file_id, s.id || '/' || day, 'access.log', l.summary, l.analysed_at
            from noroshi.web_log l cross join noroshi.submission s cross join generate_series(1, 20) as day`.execute(
        db,
      ),
    )
    expectOk(await story.analyst.post('/api/bulletins', { caseId }))
  }))

/** With as much in hand as the first, and no log yet. */
async function addProvider({ hub, sig }: Story, caseId: string): Promise<void> {
  const organisationId = await hub.seed.organisation({ groupIds: [sig] })
  const submissionId = randomUUID()
  await hub.inStaff(async (db) => {
    await sql`insert into noroshi.submission (id, receipt, organisation_id, provider_kind, kind, channel, state, analysis, title,
                                            received_at, wishes, dates)
              select ${submissionId}, 'S-2026-' || upper(left(md5(${submissionId}), 6)), ${organisationId}, provider_kind, kind, channel,
                     state, analysis, title, received_at, wishes, dates from noroshi.submission limit 1`.execute(
      db,
    )
    await sql`insert into noroshi.case_submission (submission_id, case_id, added_at)
              values (${submissionId}, ${caseId}, now())`.execute(db)
  })
}

test('a case of a log alone is proposed as malicious traffic, with what was seen as the reason', () =>
  withStory(async (story) => {
    const { body } = await story.analyst.get(`/api/cases/${await openLogCase(story)}`)
    expect(body).toMatchObject({
      classification: 'malicious-traffic',
      proposal: { value: 'malicious-traffic', confidence: 'medium' },
    })
    expect(JSON.stringify(body.proposal.reasons)).toContain('tried to climb out of the folder')
  }))

test('the provider is shown the lines of its own log', () =>
  withStory(async (story) => {
    await approvedBulletin(story, await openLogCase(story))
    const [{ approvalId }] = expectOk(await story.contact.get('/api/approvals')).rows
    const { sent } = expectOk(await story.contact.get(`/api/approvals/${approvalId}`))
    expect(sent).toMatchObject([{ subject: 'mail.eml', from: '', to: '' }])
    expect(JSON.stringify(sent[0].segments)).toContain('GET /.env')
  }))

test('what the provider entered as its own networks is no attacker, and its numbers and hosts do not leave', () =>
  withStory(async (story) => {
    const path = `/api/organisations/${story.provider}`
    const { names, domains, people, watchList, urlServices } = expectOk(
      await story.contact.get(path),
    )
    const machines = {
      hosts: ['SHIO-WS07'],
      networks: ['203.0.113.64/27', '2001:db8:7::/48'],
      numbers: ['03-0206-1999', '０３−０２０６−１９９９', '普通 5442369'],
    }
    const vault = { names, domains, people, watchList, urlServices, ...machines }
    expectOk(await story.contact.put(`${path}/vault`, vault))
    expect(expectOk(await story.contact.get(path))).toMatchObject(machines)
    // An older client that does not know of these lists leaves them as they are.
    const older = { names, domains, people, watchList, urlServices }
    expectOk(await story.contact.put(`${path}/vault`, older))
    expect(expectOk(await story.contact.get(path))).toMatchObject(machines)
    for (const networks of [['0.0.0.0/0'], ['::/0'], ['10.0.0.0/8'], ['x'], ['192.0.2.0/99']])
      expect((await story.contact.put(`${path}/vault`, { ...vault, networks })).status).toBe(400)

    const bulletinId = await approvedBulletin(story, await openLogCase(story))
    const { content } = expectOk(await story.analyst.get(`/api/bulletins/${bulletinId}`))
    expect(content.indicators.map(({ value }: { value: string }) => value)).toEqual([
      '2001:db8::bad',
    ])
  }))
