import { SubmissionId } from 'contract/common'
import { openEvidence } from 'engine'
import { describe, expect, test } from 'vitest'
import {
  countRows,
  listFileProblems,
  listMailIds,
  loadReading,
  loadSubmissionRow,
} from '../testing/evidence-rows.ts'
import { type TestHub, withHub } from '../testing/index.ts'
import { forwardBytes, mailBytes, zipOf } from '../testing/mails.ts'
import { startAnalysis } from '../intake/index.ts'
import { analyseSubmission } from './analyse-submission.ts'
import { loadSubmissionView } from './load-submission-view.ts'
import { ParsingThread } from './parsing-thread.ts'

let counter = 0

/** Hands in a file for a new member and lets the jobs run. */
async function submit(hub: TestHub, bytes: Uint8Array, fileName = 'mail.eml') {
  counter += 1
  const organisation = await hub.seed.organisation()
  const { body } = await hub
    .as({ contactOf: organisation })
    .post(`/api/submissions?fileName=${encodeURIComponent(fileName)}`, bytes, {
      'idempotency-key': `analysis-test-${counter}-x`,
    })
  await hub.runJobs()
  return { organisation, submissionId: SubmissionId.parse(body.submissionId) }
}

/** A mail whose Reply-To leads away from its From, which is a finding. */
const SUSPICIOUS = mailBytes({ headers: ['Reply-To: <payments@other.example>'] })

test('a mail that came in is analysed and the provider sees that', () =>
  withHub(async (hub) => {
    const { organisation, submissionId } = await submit(hub, SUSPICIOUS)

    expect(await loadSubmissionRow(hub, submissionId)).toEqual({
      state: 'analysed',
      analysis: 'done',
      title: 'Invoice 2026-10',
      mailCount: 1,
      itemsProposed: 1,
      unreadableCount: 0,
    })
    expect(await hub.auditOf(`submission:${submissionId}`)).toEqual([
      'submission-handed-in',
      'evidence-read',
      'submission-analysed',
    ])
    const mine = await hub.as({ readerOf: organisation }).get(`/api/my/submissions/${submissionId}`)
    expect(mine.body).toMatchObject({ step: 'analysed', mailCount: 1, title: 'Invoice 2026-10' })
  }))

test('the viewer shows headers with their bytes, parts, path, findings and indicators', () =>
  withHub(async (hub) => {
    const { submissionId } = await submit(hub, SUSPICIOUS)
    const [mailId] = await listMailIds(hub, submissionId)
    const { body } = await hub.as('analyst').get(`/api/mails/${mailId}`)

    const field = body.headers.find(({ name }: { name: string }) => name === 'Reply-To')
    const bytes = await hub
      .as('analyst')
      .get(`/api/mails/${mailId}/bytes?start=${field.range.start}&end=${field.range.end}`)
    expect(Buffer.from(bytes.bytes).toString()).toBe('Reply-To: <payments@other.example>')
    expect(body.received).toMatchObject([{ fromIp: '192.0.2.10', byName: 'mx.b-company.example' }])
    expect(body.parts).toMatchObject([{ text: 'Please see the attached invoice.\r\n' }])
    expect(body.findings[0]).toMatchObject({ number: 1, technique: 'reply-to' })
    expect(body.findings[0].title.ja).not.toBe('reply-to')
    expect(body.indicators).toContainEqual(
      expect.objectContaining({ type: 'email-address', value: 'payments@other.example' }),
    )
    expect(body.providerCount).toBe(1)
  }))

test('reading again, after a crash or with another register, leaves the same rows', () =>
  withHub(async (hub) => {
    const { submissionId } = await submit(hub, SUSPICIOUS)
    const before = await loadReading(hub, submissionId)
    await hub.inStaff((db) => startAnalysis(db, submissionId))
    await hub.runJobs()

    expect(await loadReading(hub, submissionId)).toEqual(before)
  }))

test('a dismissed finding stays dismissed when the mail is read again', () =>
  withHub(async (hub) => {
    const { submissionId } = await submit(hub, SUSPICIOUS)
    const [mailId] = await listMailIds(hub, submissionId)
    const open = async () => (await hub.as('analyst').get(`/api/mails/${mailId}`)).body
    const { findingId } = (await open()).findings[0]
    const dismiss = (dismissed: boolean) =>
      hub.as('analyst').post(`/api/findings/${findingId}/dismiss`, { dismissed, reason: 'Known' })

    expect((await dismiss(true)).status).toBe(200)
    expect((await dismiss(true)).body.code).toBe('already-changed')
    await hub.inStaff((db) => startAnalysis(db, submissionId))
    await hub.runJobs()
    const view = await open()
    expect(view.findings[0]).toMatchObject({ findingId, dismissed: { reason: 'Known' } })
    expect(view.findingCount).toBe(view.findings.length - 1)

    expect((await dismiss(false)).status).toBe(200)
    expect((await open()).findings[0].dismissed).toBeUndefined()
  }))

describe('what a file holds', () => {
  const three = [1, 2, 3].map((number) => ({
    name: `${number}.eml`,
    bytes: mailBytes({ subject: `Mail ${number}` }),
  }))
  const wave = [1, 2, 3].map((number) => ({
    name: `${number}.eml`,
    bytes: mailBytes({ to: `person${number}@b-company.example` }),
  }))

  test.each([
    // file                          name         mails  items
    ['one mail', mailBytes(), 'mail.eml', 1, 1],
    ['a forward', forwardBytes('c@b-company.example', mailBytes()), 'fw.eml', 1, 1],
    ['a zip of different mails', zipOf(three), 'mails.zip', 3, 3],
    ['a zip of one wave', zipOf(wave), 'wave.zip', 3, 1],
    ['no mail at all', Buffer.from([0, 1, 2, 3, 255, 254]), 'x.bin', 0, 1],
    ['a zip without a mail', zipOf([{ name: 'a.bin', bytes: Buffer.alloc(9) }]), 'a.zip', 0, 1],
  ])('%s', (_what, bytes, name, mails, items) =>
    withHub(async (hub) => {
      const { submissionId } = await submit(hub, bytes, name)

      expect(await loadSubmissionRow(hub, submissionId)).toMatchObject({
        state: 'analysed',
        analysis: 'done',
        mailCount: mails,
        itemsProposed: items,
      })
      expect(await countRows(hub, 'mail')).toBe(mails)
      const view = await hub.inStaff((db) => loadSubmissionView(db, submissionId))
      expect(view.mails).toHaveLength(mails)
      for (const mail of view.mails) {
        expect(await hub.evidence.hasEvidence(mail.sha256)).toBe(true)
      }
    }),
  )
})

test('a further file brings an analysed submission back and is read too', () =>
  withHub(async (hub) => {
    const { organisation, submissionId } = await submit(hub, mailBytes())
    await hub
      .as({ contactOf: organisation })
      .post(`/api/submissions/${submissionId}/files`, mailBytes({ subject: 'Second' }))

    expect(await loadSubmissionRow(hub, submissionId)).toMatchObject({
      state: 'received',
      analysis: 'waiting',
    })
    const [first] = await listMailIds(hub, submissionId)
    await hub.runJobs()
    expect(await loadSubmissionRow(hub, submissionId)).toMatchObject({
      state: 'analysed',
      mailCount: 2,
      itemsProposed: 1,
    })
    expect((await listMailIds(hub, submissionId))[0]).toBe(first)
  }))

test.each([
  // file               state       analysis   mails  unreadable  problems
  ['fine\nhang\nfine', 'analysed', 'done', 3, 1, []],
  ['open-exit', 'analysed', 'failed', 0, 1, ['reading-broke-off']],
  ['exit', 'analysed', 'failed', 1, 1, []],
])('poison %j never stops a submission', (orders, state, analysis, mails, unreadable, problems) =>
  withHub(async (hub) => {
    const organisation = await hub.seed.organisation()
    const { body } = await hub
      .as({ contactOf: organisation })
      .post('/api/submissions', Buffer.from(orders), { 'idempotency-key': 'poison-0000000001' })
    const thread = new ParsingThread({
      entry: new URL('../testing/poison-thread.ts', import.meta.url),
      times: { fileWallMs: 2_000, furtherMailMs: 0, mailWallMs: 300 },
    })
    await analyseSubmission(hub, thread, body.submissionId)
    await thread.close()

    expect(await loadSubmissionRow(hub, body.submissionId)).toMatchObject({
      ...{ state, analysis },
      mailCount: mails,
      unreadableCount: unreadable,
    })
    expect(await listFileProblems(hub, body.submissionId)).toEqual(problems)
  }),
)

describe('evidence is handed out inert', () => {
  const HOSTILE = mailBytes({
    html: '<script>alert(1)</script><p onclick=x>Pay <img src=https://track.example/p.gif></p>',
  })

  test('HTML redrawn, in a frame that can do nothing', () =>
    withHub(async (hub) => {
      const { submissionId } = await submit(hub, HOSTILE)
      const [mailId] = await listMailIds(hub, submissionId)
      const { status, headers, body } = await hub
        .as('analyst')
        .get(`/api/mails/${mailId}/safe-html`)

      expect(status).toBe(200)
      expect(headers.get('content-security-policy')).toBe(
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox",
      )
      expect(headers.get('x-frame-options')).toBe('SAMEORIGIN')
      expect(body).toContain('hxxps://track[.]example/p.gif')
      expect(body).not.toMatch(/<script|onclick|<img/)
    }))

  test('bytes, in pieces of at most 1 MiB', () =>
    withHub(async (hub) => {
      const { submissionId } = await submit(hub, HOSTILE)
      const [mailId] = await listMailIds(hub, submissionId)
      const read = (range: string) => hub.as('analyst').get(`/api/mails/${mailId}/bytes?${range}`)
      const whole = await read('start=0&end=1048576')

      expect(Buffer.from(whole.bytes)).toEqual(HOSTILE)
      expect(whole.headers.get('content-type')).toBe('application/octet-stream')
      expect(whole.headers.get('content-disposition')).toMatch(/^attachment;/)
      expect(whole.headers.get('x-content-type-options')).toBe('nosniff')
      for (const range of ['start=0&end=1048577', 'start=5&end=4', 'start=-1&end=4', 'start=x']) {
        expect((await read(range)).status).toBe(400)
      }
    }))

  test('a sample, in a zip with the customary password, and who took it is written down', () =>
    withHub(async (hub) => {
      const { submissionId } = await submit(hub, HOSTILE)
      const { files } = await hub.inStaff((db) => loadSubmissionView(db, submissionId))
      const sha256 = files[0]?.sha256
      const zip = await hub.as('analyst').get(`/api/evidence/${sha256}/download`)

      expect(Number(zip.headers.get('content-length'))).toBe(zip.bytes.length)
      const { mails } = await openEvidence(zip.bytes)
      expect(mails.map(({ bytes }) => Buffer.from(bytes))).toEqual([HOSTILE])
      expect(await hub.auditOf(`evidence:${sha256}`)).toEqual(['evidence-downloaded'])
    }))
})

test('what the hub makes of evidence does not exist for a member, its own included', () =>
  withHub(async (hub) => {
    const { organisation, submissionId } = await submit(hub, SUSPICIOUS)
    const [mailId] = await listMailIds(hub, submissionId)
    const absent = '7f1b3f0e-52a1-4c0b-9a55-0f7d8f1f6f10'
    const contact = hub.as({ contactOf: organisation })
    for (const rest of ['', '/bytes?start=0&end=1', '/safe-html']) {
      const own = await contact.get(`/api/mails/${mailId}${rest}`)
      const none = await contact.get(`/api/mails/${absent}${rest}`)
      expect(own.status).toBe(403)
      expect(own.body).toEqual(none.body)
    }
  }))
