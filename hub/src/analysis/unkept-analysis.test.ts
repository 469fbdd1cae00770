import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ATTEMPTS_MAX } from '../jobs/start-job.ts'
import { openQueuePool } from '../jobs/queue-pool.ts'
import { listFileProblems, listMailIds, loadSubmissionRow } from '../testing/evidence-rows.ts'
import { type TestHub, withHub } from '../testing/index.ts'
import { mailBytes, zipOf } from '../testing/mails.ts'
import { analyseSubmission } from './analyse-submission.ts'
import { ParsingThread } from './thread/parsing-thread.ts'
import { loadSubmissionView } from './view/load-submission-view.ts'

/** The last second of 9999 west of the date line lies in the year 10000 of universal time. */
const BEYOND = 'Fri, 31 Dec 9999 23:59:59 -1200'
const farMail = Buffer.from(
  `Received: by mx.corp.example; ${BEYOND}\r\nFrom: <a@sender.example>\r\nDate: ${BEYOND}\r\nSubject: Far\r\n\r\nx\r\n`,
)

async function handIn(hub: TestHub, bytes: Uint8Array, fileName: string) {
  const organisation = await hub.seed.organisation()
  const { body } = await hub
    .as({ contactOf: organisation })
    .post(`/api/submissions?fileName=${fileName}`, bytes, { 'idempotency-key': 'unkept-test-0001' })
  return { organisation, submissionId: body.submissionId, sha256: body.sha256 }
}

test.each([
  ['alone', 'far.eml', farMail, 1],
  [
    'among three others',
    'mails.zip',
    zipOf([
      { name: '1.eml', bytes: mailBytes({ subject: 'One' }) },
      { name: '2.eml', bytes: farMail },
      { name: '3.eml', bytes: mailBytes({ subject: 'Three' }) },
      { name: '4.eml', bytes: mailBytes({ subject: 'Four' }) },
    ]),
    4,
  ],
])('a mail from beyond the year 9999, %s, is read and has no date', (_, fileName, bytes, count) =>
  withHub(async (hub) => {
    const { submissionId } = await handIn(hub, bytes, fileName)
    await hub.runJobs()
    expect(await loadSubmissionRow(hub, submissionId)).toMatchObject({
      ...{ state: 'analysed', analysis: 'done', mailCount: count, unreadableCount: 0 },
    })
    const mails = await Promise.all(
      (await listMailIds(hub, submissionId)).map((id) => hub.as('analyst').get(`/api/mails/${id}`)),
    )
    const far = mails.find(({ body }) => body.subject === 'Far')
    expect(far?.status).toBe(200)
    expect(far?.body.sentAt).toBeUndefined()
    expect(mails.filter(({ body }) => body.sentAt !== undefined)).toHaveLength(count - 1)
  }),
)

test('a mail whose reading the database refuses is kept unread and holds up no other', () =>
  withHub(async (hub) => {
    const { submissionId } = await handIn(hub, Buffer.from('fine\nunkept\nfine'), 'orders')
    const thread = new ParsingThread({
      entry: new URL('../testing/poison-thread.ts', import.meta.url),
      times: { fileWallMs: 5_000, furtherMailMs: 0, mailWallMs: 2_000 },
    })
    await analyseSubmission(hub, thread, submissionId)
    await thread.close()

    expect(await loadSubmissionRow(hub, submissionId)).toMatchObject({
      ...{ state: 'analysed', analysis: 'done', mailCount: 3, unreadableCount: 1 },
    })
    const mails = await Promise.all(
      (await listMailIds(hub, submissionId)).map((id) => hub.as('analyst').get(`/api/mails/${id}`)),
    )
    expect(
      mails.map(({ body }) => body.problems.map(({ code }: { code: string }) => code)),
    ).toEqual([[], ['reading-not-kept'], []])
  }))

/** Lets the queue try until it gives up, without its pauses; it may begin one after the round in which a job failed. */
async function useUpAttempts(hub: TestHub): Promise<void> {
  const pool = openQueuePool(hub.databaseOf.app, 1)
  const jobs = 'graphile_worker._private_jobs'
  for (let round = 0; round < ATTEMPTS_MAX * 3; round += 1) {
    await hub.runJobs({ mayFail: true })
    const { rowCount } = await pool.query(
      `update ${jobs} set run_at = now() where attempts between 1 and max_attempts - 1`,
    )
    if (rowCount === 0) break
  }
  await pool.end()
}

test('an analysis that always fails says so to analyst and provider, and can be tried again', () =>
  withHub(async (hub) => {
    const { organisation, submissionId, sha256 } = await handIn(hub, mailBytes(), 'mail.eml')
    // The disk with the evidence is away, as an outage for longer than five attempts looks.
    const path = join(
      ...[hub.config.dataFolder, 'evidence/objects', sha256.slice(0, 2), sha256.slice(2, 4)],
      sha256,
    )
    await rename(path, `${path}.away`)
    await useUpAttempts(hub)

    expect(await loadSubmissionRow(hub, submissionId)).toMatchObject({
      ...{ state: 'analysed', analysis: 'failed', title: 'mail.eml', unreadableCount: 1 },
    })
    expect(await listFileProblems(hub, submissionId)).toEqual(['reading-given-up'])
    const { files } = await hub.inStaff((db) => loadSubmissionView(db, submissionId))
    expect(files[0]?.problems[0]?.say.ja).toContain('解析はやり直せます')
    const mine = await hub.as({ readerOf: organisation }).get(`/api/my/submissions/${submissionId}`)
    expect(mine.body).toMatchObject({ step: 'analysed', unreadableCount: 1 })
    const { body } = await hub.as('analyst').get('/api/queue')
    expect(JSON.stringify(body)).toContain('failed-analysis')

    await rename(`${path}.away`, path)
    const retry = (who: 'analyst' | 'admin') =>
      hub.as(who).post(`/api/submissions/${submissionId}/retry`)
    expect((await retry('admin')).status).toBe(403)
    expect((await retry('analyst')).status).toBe(200)
    expect((await retry('analyst')).body.code).toBe('not-in-this-state')
    await hub.runJobs()
    expect(await loadSubmissionRow(hub, submissionId)).toMatchObject({
      ...{ state: 'analysed', analysis: 'done', mailCount: 1, unreadableCount: 0 },
    })
    expect(await listFileProblems(hub, submissionId)).toEqual([])
    expect(await hub.auditOf(`submission:${submissionId}`)).toEqual([
      ...['submission-handed-in', 'analysis-given-up', 'analysis-tried-again', 'evidence-read'],
    ])
  }))
