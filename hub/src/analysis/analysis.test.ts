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
import { loadSubmissionView } from './view/load-submission-view.ts'
import { ParsingThread } from './thread/parsing-thread.ts'
import { saveAnalysisBegun } from './keep/reading.queries.ts'

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

test('a provider does not see that its mail is read again: others may be the reason', () =>
  withHub(async (hub) => {
    const { organisation, submissionId } = await submit(hub, SUSPICIOUS)
    const look = () => hub.as({ readerOf: organisation }).get(`/api/my/submissions/${submissionId}`)
    const before = await look()
    await hub.inStaff((db) => saveAnalysisBegun(db, submissionId))
    expect((await look()).body).toEqual(before.body)
    expect((await loadSubmissionRow(hub, submissionId)).analysis).toBe('done')
  }))

/** What a byte view says its bytes are. */
const decoded = ({ body }: { readonly body: { readonly base64: string } }): string =>
  Buffer.from(body.base64, 'base64').toString()

test('the viewer shows headers with their bytes, parts, path, findings and indicators', () =>
  withHub(async (hub) => {
    const { submissionId } = await submit(hub, SUSPICIOUS)
    const [mailId] = await listMailIds(hub, submissionId)
    const { body } = await hub.as('analyst').get(`/api/mails/${mailId}`)

    const field = body.headers.find(({ name }: { name: string }) => name === 'Reply-To')
    const bytes = await hub
      .as('analyst')
      .get(`/api/mails/${mailId}/bytes?start=${field.range.start}&end=${field.range.end}`)
    expect(decoded(bytes)).toBe('Reply-To: <payments@other.example>')
    expect(body.received).toMatchObject([{ fromIp: '192.0.2.10', byName: 'mx.b-company.example' }])
    expect(body.parts).toMatchObject([{ text: 'Please see the attached invoice.\r\n' }])
    expect(body.findings[0]).toMatchObject({ number: 1, technique: 'reply-to' })
    expect(body.findings[0].title.ja).not.toBe('reply-to')
    expect(body.indicators).toContainEqual(
      expect.objectContaining({ type: 'email-address', value: 'payments@other.example' }),
    )
    expect(body.providerCount).toBe(1)
    expect(['targeted', 'mass', 'unclear']).toContain(body.proposal.reach)
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
    // file                          name         mails  shown  items
    ['one mail', mailBytes(), 'mail.eml', 1, 1, 1],
    ['what may be a forward', forwardBytes('c@b-company.example', mailBytes()), 'fw.eml', 2, 2, 1],
    ['a zip of different mails', zipOf(three), 'mails.zip', 3, 3, 3],
    ['a zip of one wave', zipOf(wave), 'wave.zip', 3, 3, 1],
    ['no mail at all', Buffer.from([0, 1, 2, 3, 255, 254]), 'x.bin', 0, 1, 1],
    ['a zip without a mail', zipOf([{ name: 'a.bin', bytes: Buffer.alloc(9) }]), 'a.zip', 0, 1, 1],
  ])('%s', (_what, bytes, name, mails, shown, items) =>
    withHub(async (hub) => {
      const { submissionId } = await submit(hub, bytes, name)

      expect(await loadSubmissionRow(hub, submissionId)).toMatchObject({
        state: 'analysed',
        analysis: 'done',
        mailCount: mails,
        itemsProposed: items,
      })
      // A file that is no mail is shown like one and not counted as a message.
      expect(await countRows(hub, 'mail')).toBe(shown)
      const view = await hub.inStaff((db) => loadSubmissionView(db, submissionId))
      expect(view.mails).toHaveLength(shown)
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
      expect(headers.get('content-security-policy')).toMatch(
        /^default-src 'none'; style-src-elem 'sha256-[\w+/]{43}='; style-src-attr 'unsafe-inline'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox$/,
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

      expect(decoded(whole)).toBe(HOSTILE.toString())
      // A text about them: no answer of the hub is the hostile file itself.
      expect(Buffer.from(whole.bytes).includes(HOSTILE.subarray(0, 60))).toBe(false)
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
      expect(zip.headers.get('content-type')).toBe('application/octet-stream')
      expect(zip.headers.get('content-disposition')).toBe(`attachment; filename="${sha256}.zip"`)
      expect(Buffer.from(zip.bytes).includes('sender.example')).toBe(false)
      const { mails } = await openEvidence(zip.bytes)
      expect(mails.map(({ bytes }) => Buffer.from(bytes))).toEqual([HOSTILE])
      expect(await hub.auditOf(`evidence:${sha256}`)).toEqual(['evidence-downloaded'])
    }))
})

describe('files inside a mail', () => {
  const PICTURE = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  )
  const MACRO = Buffer.from('Sub AutoOpen()\r\nEnd Sub\r\n')
  const INNER = mailBytes({ subject: 'Inner', text: 'Words of the inner mail.\r\n' })
  const ARCHIVE = zipOf([
    { name: 'run.vbs', bytes: MACRO },
    { name: 'inner.eml', bytes: INNER },
    { name: 'page.html', bytes: Buffer.from('<h1 onclick=x>Sign in</h1><script>1</script>') },
  ])
  const attached = (name: string, type: string, bytes: Buffer, more = '') =>
    `--b\r\nContent-Type: ${type}\r\nContent-Disposition: attachment; filename=${name}\r\n${more}Content-Transfer-Encoding: base64\r\n\r\n${bytes.toString('base64')}\r\n`
  const MAIL = Buffer.from(
    `From: a@sender.example\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n` +
      '--b\r\nContent-Type: text/html\r\n\r\n<a href="https://pay.example/x"><img src="cid:icon"></a>\r\n' +
      attached('icon.png', 'image/png', PICTURE, 'Content-ID: <icon>\r\n') +
      attached(
        'drawing.svg',
        'image/svg+xml',
        Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      ) +
      attached('papers.zip', 'application/zip', ARCHIVE) +
      '--b--\r\n',
  )
  const open = async (hub: TestHub) => {
    const { submissionId } = await submit(hub, MAIL)
    const [mailId] = await listMailIds(hub, submissionId)
    const ask = (rest: string, headers: Record<string, string> = {}) =>
      hub.as('analyst').get(`/api/mails/${mailId}${rest}`, headers)
    return { submissionId, ask, view: (await ask('')).body }
  }

  test('every layer is in the tree, nested mails with header and text', () =>
    withHub(async (hub) => {
      const { view } = await open(hub)
      const artefact = (path: string) =>
        view.artefacts.find((each: { path: string }) => each.path === path)
      const part = (path: string) => view.parts.find((each: { path: string }) => each.path === path)
      expect(artefact('4/1')).toMatchObject({ fileName: 'run.vbs', isKept: true, isDrawn: false })
      expect(artefact('4/3')).toMatchObject({ fileName: 'page.html', isDrawn: true })
      expect(artefact('2').picture).toEqual({ width: 1, height: 1 })
      expect(artefact('3').picture).toBeUndefined()
      expect(part('2').leadsTo).toBe('https://pay.example/x')
      expect(part('1')).toMatchObject({ isHtml: true, isShown: true })
      expect(part('4/2')).toMatchObject({ type: 'message/rfc822', fileName: 'inner.eml' })
      expect(part('4/2').headers).toContainEqual({ name: 'Subject', value: 'Inner' })
      expect(part('4/2').text).toContain('Words of the inner mail.')
      const { start, end } = part('3').range
      expect(MAIL.subarray(start, end).toString()).toMatch(/^Content-Type: image\/svg/)
    }))

  test('their bytes are handed out inert, and who looked is written down', () =>
    withHub(async (hub) => {
      const { ask, submissionId } = await open(hub)
      const macro = await ask('/artefacts/bytes?path=4/1&start=4&end=12')
      expect(decoded(macro)).toBe('AutoOpen')
      expect(macro.headers.get('content-type')).toBe('application/json')
      expect((await ask('/artefacts/bytes?path=4/1&start=0&end=1048577')).status).toBe(400)
      expect((await ask('/artefacts/bytes?path=4/9&start=0&end=1')).status).toBe(404)
      const audit = await hub.auditOf(`submission:${submissionId}`)
      expect(audit.filter((action) => action === 'file-opened')).toHaveLength(1)
    }))

  test('a picture is drawn when it is a PNG or JPEG by its bytes, a drawing that can act never', () =>
    withHub(async (hub) => {
      const { ask } = await open(hub)
      const png = await ask('/artefacts/picture?path=2')
      expect(Buffer.from(png.bytes)).toEqual(PICTURE)
      expect(png.headers.get('content-type')).toBe('image/png')
      expect(png.headers.get('content-security-policy')).toMatch(/^default-src 'none';.* sandbox$/)
      expect(png.headers.get('content-disposition')).toMatch(
        /^attachment; filename="[0-9a-f]{64}\.picture"$/,
      )
      const opened = await ask('/artefacts/picture?path=2', { 'sec-fetch-dest': 'document' })
      expect(opened.status).toBe(404)
      for (const path of ['3', '4', '4/1']) {
        expect((await ask(`/artefacts/picture?path=${path}`)).status).toBe(404)
      }
      const html = await ask('/artefacts/safe-html?path=4/3')
      expect(html.body).toContain('Sign in')
      expect(html.body).not.toMatch(/<script|onclick/)
    }))
})

test('what the hub makes of evidence does not exist for a member, its own included', () =>
  withHub(async (hub) => {
    const { organisation, submissionId } = await submit(hub, SUSPICIOUS)
    const [mailId] = await listMailIds(hub, submissionId)
    const absent = '7f1b3f0e-52a1-4c0b-9a55-0f7d8f1f6f10'
    const contact = hub.as({ contactOf: organisation })
    for (const rest of [
      '',
      '/bytes?start=0&end=1',
      '/safe-html',
      '/artefacts/bytes?path=0&start=0&end=1',
      '/artefacts/picture?path=0',
      '/artefacts/safe-html?path=0',
    ]) {
      const own = await contact.get(`/api/mails/${mailId}${rest}`)
      const none = await contact.get(`/api/mails/${absent}${rest}`)
      expect(own.status).toBe(403)
      expect(own.body).toEqual(none.body)
    }
  }))
