import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { sql } from '../database/index.ts'
import { expectOk, releaseAs, type Story, tellStory } from '../testing/bulletin-story.ts'
import { mailBytes } from '../testing/mails.ts'
import { agree, ask, askingBulletin, openCaseOf } from '../testing/permission-story.ts'
import { recordVisit, type Visit } from '../testing/record-visit.ts'
import { withHub } from '../testing/with-hub.ts'

// A draft holds so many mails. The story's provider fills it with its own and reads, from whether its last ones are in the
// text, whether those of somebody else took room (T74).

/** No two of these are the same mail, which would open a case by themselves. */
const linkMail = (host: string, to: string, greeting = 'Regards'): Buffer =>
  mailBytes({
    ...{ from: 'desk@parcel-desk.test', subject: `Parcel at ${host}`, to },
    text: `https://${host}.parcel-desk.test/login\r\n\r\n${greeting}`,
  })

const OWN = 'k-narumi@shiomidai-seiki.example'
const THEIRS = 'desk@kaido-kogyo.example'

/** Everything that the filling provider reads, before its answer and when the text went out. */
const readAsFiller = (isAlone: boolean): Promise<Visit> =>
  withHub(async (hub) => {
    const story = await tellStory(hub)
    const peer = hub.as({ contactOf: story.peer })
    const own = ['first', 'last', 'beyond'].map(
      (host) => [story.contact, linkMail(host, OWN)] as const,
    )
    // What is in the text by itself says nothing, so they hold no value that the provider's first does not.
    const theirs = ['Best', 'Yours'].map(
      (greeting) => [peer, linkMail('first', THEIRS, greeting)] as const,
    )
    if (isAlone) hub.clock.advance(theirs.length * 60_000)
    const caseId = await openCaseOf(story, isAlone ? own : [...theirs, ...own])
    // With the first and the last a hundred.
    await copyFirst(story, 98)
    const bulletin = await askingBulletin(story, caseId)
    expectOk(await ask(story, bulletin))
    const asked = await readAll(story)
    await agree(story.contact)
    if (!isAlone) await agree(peer)
    expectOk(await releaseAs(story.lead, bulletin))
    await hub.runJobs()
    hub.clock.set('2026-10-16T01:00:00Z')
    return [...asked, ...(await readAll(story))].map(withoutChance)
  })

/** Further mails of the provider, as unlike as mails are and without anything to be drafted. */
const copyFirst = ({ hub, provider }: Story, count: number) =>
  hub.inStaff((db) =>
    sql`insert into noroshi.mail (id, submission_id, file_id, path, ordinal, sha256, size_bytes, subject, from_address,
                                  operation_key, view, analysed_at)
        select gen_random_uuid(), m.submission_id, m.file_id, 'copy/' || n, n, m.sha256, m.size_bytes, m.subject,
               m.from_address, 'copy ' || n, '{}', m.analysed_at
          from noroshi.mail m join noroshi.submission s on s.id = m.submission_id cross join generate_series(1, ${count}) as n
         where s.organisation_id = ${provider} and m.subject = 'Parcel at first'`.execute(db),
  )

async function readAll(story: Story): Promise<Visit> {
  const contact = story.hub.as({ contactOf: story.provider })
  const { rows } = expectOk(await contact.get('/api/approvals'))
  const visits = []
  for (const { approvalId } of rows) {
    visits.push(...(await recordVisit(story.hub, contact, { approval: approvalId })))
  }
  return visits
}

/** Hashes over ids drawn at random, and what is signed over them. */
const withoutChance = (line: string): string =>
  line
    .replaceAll(/\b[0-9a-f]{64}\b/g, '<hash>')
    .replaceAll(/"signature":"[^"]+"/g, '"signature":"<signature>"')

test('T74: a provider whose mails fill all that is drafted of it reads the same whoever else provided', async () => {
  const alone = await readAsFiller(true)
  const texts = alone.filter((line) => line.startsWith('GET /api/approvals/{approvalId} of'))
  expect(texts.some((text) => text.includes('last.parcel-desk.test'))).toBe(true)
  expect(texts.some((text) => text.includes('beyond.parcel-desk.test'))).toBe(false)
  expect(await readAsFiller(false)).toEqual(alone)
}, 240_000)

test('a case of more than one draft holds is refused as a whole, and nobody is asked about a part of it', () =>
  withHub(async (hub) => {
    const story = await tellStory(hub)
    const caseId = await openCaseOf(story, [[story.contact, linkMail('first', OWN)]])
    const bulletinId = await askingBulletin(story, caseId)
    // Ten providers more, each with as many mails as are drafted of one.
    const full: string[] = []
    for (let at = 0; at < 10; at += 1) full.push(await addFull(story, caseId))
    for (const answer of [
      await story.analyst.post('/api/bulletins', { caseId }),
      await ask(story, bulletinId),
    ])
      expect([answer.status, answer.body.code]).toEqual([409, 'case-too-large'])
    const { rows } = expectOk(await story.contact.get('/api/approvals'))
    expect(rows).toEqual([])
    const { draftProblem, content } = expectOk(
      await story.analyst.get(`/api/bulletins/${bulletinId}`),
    )
    expect(draftProblem.en).toContain('Split or merge')
    expect(JSON.stringify(content)).toContain('first.parcel-desk.test')
    // Split, it is drafted and asked about; whoever was in it meanwhile is asked all the same.
    const split = `/api/cases/${caseId}/split`
    expectOk(await story.analyst.post(split, { submissionIds: full.slice(0, 2) }))
    const path = `/api/bulletins/${bulletinId}`
    const after = expectOk(await story.analyst.get(path))
    expect([after.draftProblem, after.providers.length]).toEqual([undefined, 11])
    expectOk(await ask(story, bulletinId))
    expect(expectOk(await story.analyst.get(path)).approvals).toHaveLength(11)
    const late = await story.analyst.post(split, { submissionIds: full.slice(2, 3) })
    expect([late.status, late.body.code]).toEqual([409, 'bulletin-in-work'])
  }))

async function addFull({ hub, sig }: Story, caseId: string): Promise<string> {
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
    await sql`insert into noroshi.mail (id, submission_id, file_id, path, ordinal, sha256, size_bytes, subject, from_address,
                                  operation_key, view, analysed_at)
              select gen_random_uuid(), ${submissionId}, file_id, ${submissionId} || n, n, sha256, size_bytes, subject,
                     from_address, 'copy ' || n, '{}', analysed_at
                from (select * from noroshi.mail limit 1) m cross join generate_series(1, 100) as n`.execute(
      db,
    )
  })
  return submissionId
}
