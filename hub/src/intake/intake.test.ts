import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { OrganisationId } from 'contract/common'
import { describe, expect, test } from 'vitest'
import { type Caller, type TestHub, withHub } from '../testing/index.ts'
import { mailBytes } from '../testing/mails.ts'
import { countRows, listProviderKinds, loadDates } from '../testing/evidence-rows.ts'

const KEY = 'test-key-00000001'
const send = (hub: TestHub, caller: Caller, bytes: Uint8Array, key = KEY, query = '') =>
  hub.as(caller).post(`/api/submissions${query}`, bytes, { 'idempotency-key': key })

/** Files being written; a refused upload must leave none. */
async function unfinished(hub: TestHub): Promise<string[]> {
  return readdir(join(hub.folder, 'evidence', 'incoming'))
}

test('a member hands in a mail and gets a receipt for rows, job and audit line', () =>
  withHub(async (hub) => {
    const organisation = await hub.seed.organisation()
    const bytes = mailBytes()
    const answer = await send(hub, { contactOf: organisation }, bytes)

    expect(answer.status).toBe(201)
    expect(answer.body).toMatchObject({ sizeBytes: bytes.length, repeated: false })
    expect(answer.body.receipt).toMatch(/^S-2026-[0-9A-HJKMNP-TV-Z]{6}$/)
    expect(await hub.evidence.loadEvidence(answer.body.sha256)).toEqual(bytes)
    expect(await hub.auditOf(`submission:${answer.body.submissionId}`)).toEqual([
      'submission-handed-in',
    ])
    expect(await countRows(hub, 'submission')).toBe(1)

    const mine = await hub.as({ readerOf: organisation }).get('/api/my/submissions')
    expect(mine.body.rows).toMatchObject([
      {
        receipt: answer.body.receipt,
        step: 'received',
        channel: 'web',
        wishes: { tlp: 'AMBER', approvesFirst: true, groupIds: [], mayAppearInReport: false },
      },
    ])
  }))

describe('the same key', () => {
  test('again gives the same receipt, also to requests at once', () =>
    withHub(async (hub) => {
      const caller = { contactOf: await hub.seed.organisation() }
      const bytes = mailBytes()
      const answers = await Promise.all([1, 2, 3, 4].map(() => send(hub, caller, bytes)))
      const later = await send(hub, caller, bytes)

      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 200, 200, 201])
      expect(later.status).toBe(200)
      expect(new Set([...answers, later].map(({ body }) => JSON.stringify(body))).size).toBe(1)
      expect(await countRows(hub, 'submission')).toBe(1)
    }))

  test('with other bytes is refused and changes nothing', () =>
    withHub(async (hub) => {
      const caller = { contactOf: await hub.seed.organisation() }
      await send(hub, caller, mailBytes())
      const answer = await send(hub, caller, mailBytes({ subject: 'Another' }))

      expect(answer.status).toBe(409)
      expect(answer.body.code).toBe('key-used-otherwise')
      expect(await countRows(hub, 'submission_file')).toBe(1)
    }))

  test('of another member is another key', () =>
    withHub(async (hub) => {
      const first = await send(hub, { contactOf: await hub.seed.organisation() }, mailBytes())
      const second = await send(hub, { contactOf: await hub.seed.organisation() }, mailBytes())

      expect(second.status).toBe(201)
      expect(second.body.submissionId).not.toBe(first.body.submissionId)
    }))
})

describe('the same bytes', () => {
  test('from the same provider are one more provision and are said to be repeated', () =>
    withHub(async (hub) => {
      const caller = { contactOf: await hub.seed.organisation() }
      await send(hub, caller, mailBytes())
      const again = await send(hub, caller, mailBytes(), 'test-key-00000002')

      expect(again.status).toBe(201)
      expect(again.body.repeated).toBe(true)
      expect(await countRows(hub, 'submission')).toBe(2)
      expect(await countRows(hub, 'evidence')).toBe(1)
    }))

  test('from another provider look like any other bytes', () =>
    withHub(async (hub) => {
      await send(hub, { contactOf: await hub.seed.organisation() }, mailBytes())
      const known = await send(hub, { contactOf: await hub.seed.organisation() }, mailBytes())
      const unknown = await send(
        hub,
        { contactOf: await hub.seed.organisation() },
        mailBytes({ subject: 'Invoice 2026-11' }),
      )

      const masked = ({ status, body, headers }: typeof known) => ({
        status,
        body: { ...body, submissionId: '', receipt: '', sha256: '', say: '' },
        names: [...headers.keys()].toSorted(),
      })
      expect(masked(known)).toEqual(masked(unknown))
    }))
})

/** A body that breaks in the middle, as a lost connection does. */
function brokenBody(): ReadableStream<Uint8Array> {
  let sent = false
  return new ReadableStream({
    pull(controller) {
      if (sent) controller.error(new Error('aborted'))
      else controller.enqueue(new Uint8Array(1000))
      sent = true
    },
  })
}

test.each<[string, unknown, Record<string, string>, number, string]>([
  ['an empty body', new Uint8Array(0), {}, 422, 'file-empty'],
  ['a short key', mailBytes(), { 'idempotency-key': 'short' }, 400, 'key-unfit'],
  ['no key', mailBytes(), { 'idempotency-key': '' }, 400, 'key-unfit'],
  ['a wrong length', mailBytes(), { 'content-length': '99999' }, 400, 'upload-cut-short'],
  ['a length over the limit', mailBytes(), { 'content-length': '999999999' }, 413, 'too-large'],
  ['a body that breaks off', brokenBody(), {}, 400, 'upload-cut-short'],
])('%s is refused and leaves nothing', (_what, body, headers, status, code) =>
  withHub(async (hub) => {
    const caller = { contactOf: await hub.seed.organisation() }
    const answer = await hub
      .as(caller)
      .post('/api/submissions', body, { 'idempotency-key': KEY, ...headers })

    expect(answer.status).toBe(status)
    expect(answer.body.code).toBe(code)
    expect(await countRows(hub, 'submission')).toBe(0)
    expect(await countRows(hub, 'evidence')).toBe(0)
    expect(await unfinished(hub)).toEqual([])
  }),
)

const NOBODYS_ID = '7f1b3f0e-52a1-4c0b-9a55-0f7d8f1f6f10'

describe('on behalf of', () => {
  test.each([
    // who          kind        with organisation   status  counted as
    ['analyst', undefined, true, 201, 'member'],
    ['analyst', 'affiliate', true, 201, 'affiliate'],
    ['analyst', undefined, false, 201, 'hub'],
    ['analyst', 'outside', false, 201, 'outside'],
    ['analyst', 'member', false, 422, undefined],
    ['analyst', 'hub', true, 422, undefined],
  ] as const)('%s, kind %s, organisation %s → %i', (who, kind, withOrganisation, status, counted) =>
    withHub(async (hub) => {
      const organisation = await hub.seed.organisation()
      const query = new URLSearchParams({
        ...(kind === undefined ? {} : { providerKind: kind }),
        ...(withOrganisation ? { onBehalfOf: organisation } : {}),
      })
      const answer = await send(hub, who, mailBytes(), KEY, `?${query}`)

      expect(answer.status).toBe(status)
      expect(await listProviderKinds(hub)).toEqual(counted === undefined ? [] : [counted])
    }),
  )

  test('a member cannot speak for anybody, and learns nothing by trying', () =>
    withHub(async (hub) => {
      const other = await hub.seed.organisation()
      const own = await hub.seed.organisation()
      const ids = [other, own, NOBODYS_ID]
      const answers = await Promise.all(
        ids.map((id) => send(hub, { contactOf: own }, mailBytes(), KEY, `?onBehalfOf=${id}`)),
      )

      expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1)
      expect(answers[0]).toMatchObject({ status: 403, body: { code: 'role-required' } })
      expect(await countRows(hub, 'submission')).toBe(0)
    }))

  test.each([
    ['nobody', () => undefined, 401],
    ['a reader', (id: OrganisationId) => ({ readerOf: id }), 403],
  ] as const)('%s cannot hand anything in', (_who, callerOf, status) =>
    withHub(async (hub) => {
      const caller = callerOf(await hub.seed.organisation())
      expect((await send(hub, caller, mailBytes())).status).toBe(status)
      expect(await countRows(hub, 'submission')).toBe(0)
    }),
  )
})

test.each([
  ['write:submissions', 201, ['api']],
  ['read:bulletins', 403, []],
] as const)('a machine with the scope %s → %i', (scope, status, channels) =>
  withHub(async (hub) => {
    const organisation = await hub.seed.organisation()
    const made = await hub.as({ contactOf: organisation }).post('/api/me/tokens', {
      name: 'Gateway',
      scopes: [scope],
      days: 30,
    })
    const answer = await send(hub, { token: made.body.token }, mailBytes())

    expect(answer.status).toBe(status)
    const { rows } = (await hub.as({ readerOf: organisation }).get('/api/my/submissions')).body
    expect(rows.map(({ channel }: { channel: string }) => channel)).toEqual(channels)
  }),
)

describe('what a provider may change later', () => {
  const wishes = {
    groupIds: [] as string[],
    tlp: 'RED',
    keepBack: 'the plant',
    mayAppearInReport: true,
    approvesFirst: true,
  }

  test('wishes, within its own groups', () =>
    withHub(async (hub) => {
      const [own, foreign] = [await hub.seed.group(), await hub.seed.group()]
      const organisation = await hub.seed.organisation({ groupIds: [own] })
      const contact = hub.as({ contactOf: organisation })
      const { submissionId } = (await send(hub, { contactOf: organisation }, mailBytes())).body
      const put = (body: object) => contact.put(`/api/submissions/${submissionId}/wishes`, body)

      expect(await put({ ...wishes, groupIds: [own] })).toMatchObject({
        status: 200,
        body: { wishes: { tlp: 'RED', groupIds: [own] } },
      })
      expect((await put({ ...wishes, groupIds: [foreign] })).body.code).toBe('not-found')
      expect((await put({ ...wishes, approvesFirst: false })).body.code).toBe('approval-stays-on')
      const mine = await contact.get(`/api/my/submissions/${submissionId}`)
      expect(mine.body.wishes.groupIds).toEqual([own])
    }))

  test('dates, as known, unknown or withheld', () =>
    withHub(async (hub) => {
      const caller = { contactOf: await hub.seed.organisation() }
      const { submissionId } = (await send(hub, caller, mailBytes())).body
      const answer = await hub.as(caller).put(`/api/submissions/${submissionId}/dates`, {
        occurredOn: { known: 'value', value: '2026-10-01' },
        detectedOn: { known: 'withheld' },
      })

      expect(answer.status).toBe(200)
      expect(await loadDates(hub, submissionId)).toEqual({
        occurredOn: { known: 'value', value: '2026-10-01' },
        detectedOn: { known: 'withheld' },
        arrivedOn: { known: 'unknown' },
        confirmedOn: { known: 'unknown' },
        submittedOn: '2026-10-15',
      })
    }))

  test('no day on which nothing can have happened', () =>
    withHub(async (hub) => {
      const caller = { contactOf: await hub.seed.organisation() }
      const { submissionId } = (await send(hub, caller, mailBytes())).body
      const before = await loadDates(hub, submissionId)
      for (const value of ['9999-12-31', '2026-10-17', '1989-12-31']) {
        for (const name of ['occurredOn', 'detectedOn', 'arrivedOn', 'confirmedOn']) {
          const answer = await hub.as(caller).put(`/api/submissions/${submissionId}/dates`, {
            [name]: { known: 'value', value },
          })
          expect([answer.status, answer.body.code]).toEqual([422, 'day-out-of-range'])
          expect(answer.body.places).toEqual([{ path: name, say: '1990-01-01..2026-10-16' }])
        }
        const sent = await hub
          .as(caller)
          .post(`/api/submissions?occurredOn=${value}`, mailBytes(), {
            'idempotency-key': `day-day-day-${value}`,
          })
        expect([sent.status, sent.body.code]).toEqual([422, 'day-out-of-range'])
      }
      expect(await loadDates(hub, submissionId)).toEqual(before)
    }))

  test('a further file; the same one again changes nothing', () =>
    withHub(async (hub) => {
      const caller = { contactOf: await hub.seed.organisation() }
      const { submissionId } = (await send(hub, caller, mailBytes())).body
      const add = () =>
        hub
          .as(caller)
          .post(`/api/submissions/${submissionId}/files`, mailBytes({ subject: 'Second' }))

      expect(await add()).toMatchObject({ status: 200, body: { submissionId } })
      expect((await add()).status).toBe(200)
      expect(await countRows(hub, 'submission_file')).toBe(2)
      expect(await hub.auditOf(`submission:${submissionId}`)).toEqual([
        'submission-handed-in',
        'file-added',
      ])
    }))

  test.each([
    ['put', 'wishes', wishes],
    ['put', 'dates', {}],
    ['post', 'files', mailBytes({ subject: 'Second' })],
  ] as const)('but not another’s: %s %s', (method, what, body) =>
    withHub(async (hub) => {
      const owner = await hub.seed.organisation()
      const stranger = hub.as({ contactOf: await hub.seed.organisation() })
      const { submissionId } = (await send(hub, { contactOf: owner }, mailBytes())).body
      const before = await hub.auditOf(`submission:${submissionId}`)
      const hidden = await stranger[method](`/api/submissions/${submissionId}/${what}`, body)
      const absent = await stranger[method](`/api/submissions/${NOBODYS_ID}/${what}`, body)

      expect(hidden.status).toBe(404)
      expect(hidden.body).toEqual(absent.body)
      expect(await hub.auditOf(`submission:${submissionId}`)).toEqual(before)
      expect(await countRows(hub, 'submission_file')).toBe(1)
    }),
  )
})

test('a member lists its own submissions only, page by page', () =>
  withHub(async (hub) => {
    const [own, other] = [await hub.seed.organisation(), await hub.seed.organisation()]
    await send(hub, { contactOf: other }, mailBytes())
    for (let index = 0; index < 53; index += 1) {
      hub.clock.advance(1000)
      await send(hub, { contactOf: own }, mailBytes(), `test-key-page-${index}-x`)
    }
    const reader = hub.as({ readerOf: own })
    const first = (await reader.get('/api/my/submissions')).body
    const second = (await reader.get(`/api/my/submissions?after=${first.next}`)).body

    expect([first.rows.length, second.rows.length, second.next]).toEqual([50, 3, undefined])
    const moments = [...first.rows, ...second.rows].map(({ receivedAt }) => receivedAt)
    expect(moments).toEqual(moments.toSorted().toReversed())
    expect(new Set(moments).size).toBe(53)
  }))

test('an analyst corrects the count with a reason; a member cannot', () =>
  withHub(async (hub) => {
    const caller = { contactOf: await hub.seed.organisation() }
    const { submissionId } = (await send(hub, caller, mailBytes())).body
    const correct = (who: Caller) =>
      hub
        .as(who)
        .post(`/api/submissions/${submissionId}/count`, { items: 3, reason: 'Three shapes' })

    expect((await correct(caller)).status).toBe(403)
    expect(await countRows(hub, 'count_correction')).toBe(0)
    expect((await correct('analyst')).status).toBe(200)
    expect(await hub.auditOf(`submission:${submissionId}`)).toContain('count-corrected')
  }))
