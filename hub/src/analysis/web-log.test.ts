import { gzipSync, zstdCompressSync } from 'node:zlib'
import { SubmissionId } from 'contract/common'
import { expect, test } from 'vitest'
import { listFileProblems, loadSubmissionRow } from '../testing/evidence-rows.ts'
import { type TestHub, withHub } from '../testing/index.ts'
import { mailBytes, zipOf } from '../testing/mails.ts'

let counter = 0

async function submit(hub: TestHub, bytes: Uint8Array, fileName: string) {
  counter += 1
  const organisation = await hub.seed.organisation()
  const { body } = await hub
    .as({ contactOf: organisation })
    .post(
      `/api/submissions?kind=malicious-traffic&fileName=${encodeURIComponent(fileName)}`,
      bytes,
      { 'idempotency-key': `web-log-test-${counter}-x` },
    )
  await hub.runJobs()
  return { organisation, submissionId: SubmissionId.parse(body.submissionId) }
}

const LINES = [
  ...Array.from(
    { length: 50 },
    (_, at) => `198.51.100.${at} - - [01/Apr/2024:10:00:00 +0900] "GET / HTTP/1.1" 200 10 "-" "-"`,
  ),
  ...Array.from(
    { length: 7 },
    (_, at) =>
      `203.0.113.${at % 2} - - [01/Apr/2024:10:00:0${at} +0900] "GET /.env?${at} HTTP/1.1" ${at === 3 ? 200 : 404} 10 "-" "-"`,
  ),
]
const LOG = Buffer.from(`${LINES.join('\n')}\n`)

/** What must be read in every packing of this log. */
const READ = {
  lines: { requests: 57, broken: 0 },
  probes: { count: 7, sources: 2, answered: 1 },
  kinds: [{ kind: 'config-file', count: 7, weight: 'strong' }],
}

test.each([
  ['plain', 'access.log', LOG],
  ['packed with gzip', 'access.log.gz', gzipSync(LOG)],
  ['packed with Zstandard', 'access.log.zst', zstdCompressSync(LOG)],
  ['named like something else', 'note.eml', LOG],
])('a log, %s, is counted and stands as one item', (_name, fileName, bytes) =>
  withHub(async (hub) => {
    const { submissionId } = await submit(hub, bytes, fileName)
    expect(await loadSubmissionRow(hub, submissionId)).toEqual({
      state: 'analysed',
      analysis: 'done',
      title: fileName,
      mailCount: 0,
      itemsProposed: 1,
      unreadableCount: 0,
    })
    const { body } = await hub.as('analyst').get(`/api/submissions/${submissionId}/web-logs`)
    expect(body.logs).toMatchObject([{ path: '', fileName, summary: READ }])
    expect(await hub.auditOf(`submission:${submissionId}`)).toContain('web-logs-opened')
    const view = await hub.as('analyst').get(`/api/submissions/${submissionId}`)
    expect(view.body.logCount).toBe(1)
  }),
)

test('logs inside an archive are counted beside its mails', () =>
  withHub(async (hub) => {
    const zip = zipOf([
      { name: 'mail.eml', bytes: mailBytes() },
      { name: 'logs/access.log', bytes: LOG },
      { name: 'notes.bin', bytes: Buffer.from([1, 2, 3]) },
    ])
    const { submissionId } = await submit(hub, zip, 'evidence.zip')
    const { body } = await hub.as('analyst').get(`/api/submissions/${submissionId}/web-logs`)
    expect(body.logs).toMatchObject([{ fileName: 'logs/access.log', summary: READ }])
    expect(await loadSubmissionRow(hub, submissionId)).toMatchObject({ mailCount: 1 })
    expect(await listFileProblems(hub, submissionId)).toEqual(['member-is-no-mail'])
  }))

test('a packed log that breaks off is counted up to there, and that is told', () =>
  withHub(async (hub) => {
    const bytes = gzipSync(LOG)
    const { submissionId } = await submit(
      hub,
      bytes.subarray(0, bytes.length - 12),
      'access.log.gz',
    )
    expect(await listFileProblems(hub, submissionId)).toEqual(['reading-log-damaged'])
    expect(await loadSubmissionRow(hub, submissionId)).toMatchObject({
      analysis: 'done',
      unreadableCount: 1,
    })
  }))

test('members see nothing of the figures', () =>
  withHub(async (hub) => {
    const { organisation, submissionId } = await submit(hub, LOG, 'access.log')
    const { status } = await hub
      .as({ contactOf: organisation })
      .get(`/api/submissions/${submissionId}/web-logs`)
    expect([403, 404]).toContain(status)
  }))

test('sources that probed stand among the indicators of the case', () =>
  withHub(async (hub) => {
    const { submissionId } = await submit(hub, LOG, 'access.log')
    const made = await hub.as('analyst').post('/api/cases', {
      title: 'Probing',
      submissionIds: [submissionId],
    })
    const { body } = await hub.as('analyst').get(`/api/cases/${made.body.caseId}`)
    expect(body.indicators).toEqual([
      { type: 'ipv4', value: '203.0.113.0', context: 'web-log', path: '', mailCount: 1 },
      { type: 'ipv4', value: '203.0.113.1', context: 'web-log', path: '', mailCount: 1 },
    ])
  }))
