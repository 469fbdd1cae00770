import { expect, test } from 'vitest'
import { sql } from '../database/index.ts'
import {
  DUE,
  expectOk,
  handIn,
  releaseAs,
  type Story,
  tellStory,
} from '../testing/bulletin-story.ts'
import type { HubClient } from '../testing/index.ts'
import { mailBytes } from '../testing/mails.ts'
import {
  agree,
  answer,
  ask,
  askingBulletin,
  askNext,
  findWaiting,
  imitatingMail,
  openCaseOf,
  PEERS_VALUE,
  PROVIDERS_VALUE,
  registerPeer,
} from '../testing/permission-story.ts'
import { tellOnce } from '../testing/tell-once.ts'
import { withHub } from '../testing/with-hub.ts'

// Two providers, and in the evidence of each a value that tells whom it was made for. No provider may read the other's
// before that one let it go, nor learn from its own questions that there is another.

const peerOf = ({ hub, peer }: Story): HubClient => hub.as({ contactOf: peer })
/** As the analyst reads it once what follows from the answers has been done. */
async function viewOf({ hub, analyst }: Story, bulletinId: string) {
  await hub.runJobs()
  return expectOk(await analyst.get(`/api/bulletins/${bulletinId}`))
}
const valuesIn = (content: { indicators: { value: string }[] }): string[] =>
  content.indicators.map(({ value }) => value)
const valuesOf = (request: { identifying: { value: string }[] }): string[] =>
  request.identifying.map(({ value }) => value)

const withStory = (work: (story: Story) => Promise<void>): Promise<void> =>
  withHub(async (hub) => work(await tellStory(hub)))

/** Checked, and nobody asked yet. */
const withChecked = tellOnce(async (story) => {
  await registerPeer(story)
  const caseId = await openCaseOf(story, [
    [story.contact, imitatingMail(PROVIDERS_VALUE)],
    [peerOf(story), imitatingMail(PEERS_VALUE)],
  ])
  return { caseId, bulletinId: await askingBulletin(story, caseId) }
})

/** Both asked about their values. */
const withAsked = (work: (story: Story, bulletinId: string) => Promise<void>) =>
  withChecked(async (story, { bulletinId }) => {
    expectOk(await ask(story, bulletinId))
    await work(story, bulletinId)
  })

test('T11: each provider is asked first about the values of its own evidence, and reads no text yet', () =>
  withAsked(async (story, bulletinId) => {
    const kept = await viewOf(story, bulletinId)
    expect(JSON.stringify(kept.content)).not.toContain(PROVIDERS_VALUE)
    expect(JSON.stringify(kept.content)).not.toContain(PEERS_VALUE)
    for (const [contact, own, others] of [
      [story.contact, PROVIDERS_VALUE, PEERS_VALUE],
      [peerOf(story), PEERS_VALUE, PROVIDERS_VALUE],
    ] as const) {
      const request = await findWaiting(contact)
      expect(request.about).toBe('values')
      expect(request.identifying).toEqual([{ value: own, kind: 'domain' }])
      expect([request.content.indicators, request.formats]).toEqual([[], []])
      expect(JSON.stringify(request)).not.toContain(others)
      // The hash of the text itself, beside that of the next, would tell whether anything was put in between.
      expect(request.contentHash).not.toBe(kept.contentHash)
    }
  }))

test('pressed twice at once, each provider is asked once about its values', () =>
  withChecked(async (story, { bulletinId }) => {
    for (const one of await Promise.all([ask(story, bulletinId), ask(story, bulletinId)])) {
      expect(expectOk(one).state).toBe('waiting')
    }
    for (const contact of [story.contact, peerOf(story)]) {
      expect(expectOk(await contact.get('/api/approvals')).rows).toMatchObject([
        { state: 'waiting' },
      ])
    }
  }))

test('what every provider concerned permits stands in the text, which all approve with a tick for their own', () =>
  withAsked(async (story, bulletinId) => {
    await agree(story.contact)
    expect((await viewOf(story, bulletinId)).state).toBe('waiting')
    await agree(peerOf(story))
    const draft = await viewOf(story, bulletinId)
    expect(draft.state).toBe('draft')
    expect(valuesIn(draft.content)).toEqual(expect.arrayContaining([PROVIDERS_VALUE, PEERS_VALUE]))
    await askNext(story, bulletinId)
    const request = await findWaiting(story.contact)
    expect([request.about, valuesOf(request)]).toEqual(['text', [PROVIDERS_VALUE]])
    expect(valuesIn(request.content)).toContain(PEERS_VALUE)
    // What came in since it was asked about values would be the values of others.
    expect(request.before).toBeUndefined()
    const unticked = await answer(story.contact, request, { answer: 'approve' })
    expect([unticked.status, unticked.body.code]).toEqual([409, 'value-unticked'])
    await agree(story.contact)
    await agree(peerOf(story))
    expect(expectOk(await releaseAs(story.lead, bulletinId)).state).toBe('released')
    const { approvalId } = request
    const copy = expectOk(await story.contact.get(`/api/approvals/${approvalId}/certificate`))
    const counts = JSON.parse(copy.certificate.statement)
    expect(counts.permittedCount).toBe(1)
  }))

test('the analyst reads which value waits for whom', () =>
  withAsked(async (story, bulletinId) => {
    const answersOf = async () => {
      const { permissions } = await viewOf(story, bulletinId)
      return permissions.map(
        ({
          value,
          holders,
        }: {
          value: string
          holders: { organisation: string; answer: string }[]
        }) => [value, holders.map((one) => `${one.organisation} ${one.answer}`)],
      )
    }
    expect(new Map(await answersOf()).get(PEERS_VALUE)).toEqual(['海棠工業株式会社 waiting'])
    await agree(peerOf(story))
    expect(new Map(await answersOf())).toEqual(
      new Map([
        [PROVIDERS_VALUE, ['汐見台精機株式会社 waiting']],
        [PEERS_VALUE, ['海棠工業株式会社 given']],
      ]),
    )
  }))

test('a value that is refused stays out, the other goes out, and nobody is pressed again', () =>
  withAsked(async (story, bulletinId) => {
    const request = await findWaiting(story.contact)
    expectOk(await answer(story.contact, request, { answer: 'permit', permitted: [] }))
    await agree(peerOf(story))
    await askNext(story, bulletinId)
    const { content } = await viewOf(story, bulletinId)
    expect(JSON.stringify(content)).not.toContain(PROVIDERS_VALUE)
    expect(valuesIn(content)).toContain(PEERS_VALUE)
    const text = await findWaiting(story.contact)
    expect([text.about, text.identifying]).toEqual(['text', []])
    await agree(story.contact)
    await agree(peerOf(story))
    expect((await viewOf(story, bulletinId)).state).toBe('approved')
  }))

test('silence is no permission: the analyst leaves the value out and goes on', () =>
  withAsked(async (story, bulletinId) => {
    await agree(peerOf(story))
    const { questions } = await viewOf(story, bulletinId)
    for (const { questionId, value } of questions) {
      if (value !== PROVIDERS_VALUE) continue
      const decided = { questionId, choice: 'omit' }
      expectOk(await story.analyst.post(`/api/bulletins/${bulletinId}/questions`, decided))
    }
    expect(await findWaiting(story.contact)).toBeUndefined()
    await askNext(story, bulletinId)
    const text = await findWaiting(story.contact)
    expect(text.about).toBe('text')
    expect(valuesIn(text.content)).toContain(PEERS_VALUE)
    expect(JSON.stringify(text.content)).not.toContain(PROVIDERS_VALUE)
  }))

test('one provider that stays silent keeps nobody from being asked again', () =>
  withAsked(async (story, bulletinId) => {
    await agree(peerOf(story))
    story.hub.clock.advance(60_000)
    expectOk(await ask(story, bulletinId))
    expect(await findWaiting(peerOf(story))).toBeUndefined()
    expect(valuesOf(await findWaiting(story.contact))).toEqual([PROVIDERS_VALUE])
    await agree(story.contact)
    const { content, state } = await viewOf(story, bulletinId)
    expect(state).toBe('draft')
    expect(valuesIn(content)).toEqual(expect.arrayContaining([PROVIDERS_VALUE, PEERS_VALUE]))
  }))

// biome-ignore format: a table is read by its columns.
const HOSTILE: readonly (readonly [string, object, number, string])[] = [
  ['permits the value of another', { answer: 'permit', permitted: [PEERS_VALUE] },         404, 'not-found'],
  ['permits a value of nobody',    { answer: 'permit', permitted: ['nobody.example'] },    404, 'not-found'],
  ['permits beside its own',       { answer: 'permit', permitted: [PROVIDERS_VALUE, PEERS_VALUE] }, 404, 'not-found'],
  ['approves what is no text',     { answer: 'approve', permitted: [PROVIDERS_VALUE] },    400, 'request-unfit'],
  ['refuses what is no text',      { answer: 'refuse' },                                   400, 'request-unfit'],
  ['answers for another hash',     { answer: 'permit', permitted: [], contentHash: 'f'.repeat(64) }, 409, 'edited-meanwhile'],
  ['takes back what it never gave', { answer: 'withdraw' },                                409, 'approval-answered'],
]

test('a hostile provider that answers otherwise than it was asked changes nothing', () =>
  withAsked(async (story, bulletinId) => {
    const request = await findWaiting(story.contact)
    const bodies: unknown[] = []
    for (const [name, body, status, code] of HOSTILE) {
      const given = await answer(story.contact, request, body)
      expect([name, given.status, given.body.code]).toEqual([name, status, code])
      if (status === 404) bodies.push({ ...given.body, traceId: undefined })
    }
    // Whether another holds the value is not told.
    expect(bodies[1]).toEqual(bodies[0])
    const foreign = await answer(peerOf(story), request, { answer: 'permit', permitted: [] })
    expect([foreign.status, foreign.body.code]).toEqual([404, 'not-found'])
    expect((await findWaiting(story.contact)).state).toBe('waiting')
    expect(
      (await viewOf(story, bulletinId)).permissions.flatMap(
        ({ holders }: { holders: { answer: string }[] }) => holders.map((one) => one.answer),
      ),
    ).toEqual(['waiting', 'waiting'])
  }))

test.each(['the answer about values', 'the approval of the text'] as const)(
  'a permission is taken back with %s: the value leaves the text, and all are asked again',
  (what) =>
    withAsked(async (story, bulletinId) => {
      const values = await findWaiting(story.contact)
      await agree(story.contact)
      await agree(peerOf(story))
      await askNext(story, bulletinId)
      const text = await findWaiting(story.contact)
      await agree(story.contact)
      await agree(peerOf(story))
      const taken = what === 'the answer about values' ? values : text
      expectOk(await answer(story.contact, taken, { answer: 'withdraw' }))
      const draft = await viewOf(story, bulletinId)
      expect(draft.state).toBe('draft')
      expect(JSON.stringify(draft.content)).not.toContain(PROVIDERS_VALUE)
      expect(valuesIn(draft.content)).toContain(PEERS_VALUE)
      await askNext(story, bulletinId)
      expect((await findWaiting(peerOf(story))).about).toBe('text')
    }),
)

test('an unticked value with a wish for changes leaves the text', () =>
  withAsked(async (story, bulletinId) => {
    await agree(story.contact)
    await agree(peerOf(story))
    await askNext(story, bulletinId)
    const text = await findWaiting(story.contact)
    const wish = { answer: 'ask-changes', note: 'この値は出さないでください。', permitted: [] }
    expectOk(await answer(story.contact, text, wish))
    const { content, state } = await viewOf(story, bulletinId)
    expect(state).toBe('draft')
    expect(JSON.stringify(content)).not.toContain(PROVIDERS_VALUE)
  }))

test('what a person wrote, added or took out stays when values are put in', () =>
  withChecked(async (story, { bulletinId }) => {
    const path = `/api/bulletins/${bulletinId}`
    const { content, contentHash } = await viewOf(story, bulletinId)
    const added = { type: 'ipv4', value: '203.0.113.99', context: 'received' }
    const indicators = [...content.indicators.slice(1), added]
    const taken = content.indicators[0].value
    const title = { ja: '手で書いた題', en: 'A title by hand' }
    const edit = {
      content: { ...content, title, indicators },
      groupIds: [story.sig],
      baseHash: contentHash,
    }
    expectOk(await story.analyst.put(path, edit))
    await askNext(story, bulletinId)
    await agree(story.contact)
    await agree(peerOf(story))
    const after = await viewOf(story, bulletinId)
    expect(after.content.title).toEqual(title)
    const shown = valuesIn(after.content)
    expect(shown).toEqual(expect.arrayContaining([PROVIDERS_VALUE, PEERS_VALUE, added.value]))
    expect(shown).not.toContain(taken)
  }))

/** As if a person had written so many lines into it. */
const fill = ({ hub }: Story, count: number): Promise<void> =>
  hub.inStaff(async (db) => {
    const lines = Array.from({ length: count }, (_, at) => ({
      ...{ type: 'domain', value: `line-${at}.example`, context: 'received' },
    }))
    const indicators = JSON.stringify({ indicators: lines })
    await sql`update noroshi.bulletin set content = content || ${indicators}::jsonb`.execute(db)
  })

test('a text too long for what is permitted takes every answer, and says so to whoever checks it', () =>
  withAsked(async (story, bulletinId) => {
    await fill(story, 500)
    await agree(story.contact)
    await agree(peerOf(story))
    const { state, settling } = await viewOf(story, bulletinId)
    expect([state, settling]).toEqual(['draft', 'failed'])
    expect(await story.hub.auditOf(`bulletin:${bulletinId}`)).toContain(
      'bulletin-permissions-given-up',
    )
    const path = `/api/bulletins/${bulletinId}/check`
    const checked = await story.analyst.post(path)
    expect([checked.status, checked.body.code]).toEqual([409, 'text-too-long'])
    await fill(story, 3)
    expectOk(await story.analyst.post(path))
    const { content, settling: after } = await viewOf(story, bulletinId)
    expect(valuesIn(content)).toEqual(expect.arrayContaining([PROVIDERS_VALUE, PEERS_VALUE]))
    expect(after).toBeUndefined()
  }))

test('a value that waits for its provider is not typed into the text by hand', () =>
  withChecked(async (story, { bulletinId }) => {
    const path = `/api/bulletins/${bulletinId}`
    const { content, contentHash } = await viewOf(story, bulletinId)
    const typed = { type: 'domain', value: PEERS_VALUE, context: 'from' }
    const edit = {
      content: { ...content, indicators: [...content.indicators, typed] },
      groupIds: [story.sig],
      baseHash: contentHash,
    }
    expectOk(await story.analyst.put(path, edit))
    const checked = await story.analyst.post(`${path}/check`)
    expect([checked.status, checked.body.code]).toEqual([409, 'value-unpermitted'])
    expect(checked.body.places).toEqual([{ path: 'content', say: PEERS_VALUE }])
  }))

test('whoever wrote the text does not release it because the hub put a value in', () =>
  withChecked(async (story, { bulletinId }) => {
    const path = `/api/bulletins/${bulletinId}`
    const { content, contentHash } = await viewOf(story, bulletinId)
    const title = { ja: '責任者が書いた題', en: 'By the lead' }
    const edit = { content: { ...content, title }, groupIds: [story.sig], baseHash: contentHash }
    expectOk(await story.lead.put(path, edit))
    for (const round of ['values', 'text']) {
      await askNext(story, bulletinId)
      for (const contact of [story.contact, peerOf(story)]) {
        expect((await findWaiting(contact)).about).toBe(round)
        await agree(contact)
      }
    }
    expect((await releaseAs(story.lead, bulletinId)).body.code).toBe('second-person-needed')
  }))

/** The same file in the mails of both: made for one of them, or sent to many by whoever made it. */
const fileMail = (subject: string): Buffer =>
  mailBytes({
    from: 'desk@mailbox-relay.test',
    subject,
    headers: ['Content-Disposition: attachment; filename="order.exe"'],
    text: 'MZ the very same bytes',
  })

const withSameFile = tellOnce(async (story) => {
  const caseId = await openCaseOf(story, [
    [story.contact, fileMail('Order 1')],
    [peerOf(story), fileMail('Order 2')],
  ])
  return askingBulletin(story, caseId)
})

const hashesIn = ({ content }: { content: object }): string[] =>
  JSON.stringify(content).match(/\b[0-9a-f]{64}\b/g) ?? []

test('T33: the hash of a file that both sent goes out only by the yes of one who was asked about it', () =>
  withSameFile(async (story, bulletinId) => {
    expectOk(await ask(story, bulletinId))
    const [own, theirs] = [await findWaiting(story.contact), await findWaiting(peerOf(story))]
    expect(own.identifying).toEqual([
      { value: expect.stringMatching(/^[0-9a-f]{64}$/), kind: 'hash' },
    ])
    expect(theirs.identifying).toEqual(own.identifying)
    for (const [contact, request] of [
      [story.contact, own],
      [peerOf(story), theirs],
    ] as const) {
      expectOk(await answer(contact, request, { answer: 'permit', permitted: [] }))
    }
    expect(hashesIn(await viewOf(story, bulletinId))).toEqual([])
  }))

test('what one permits stands in the text all the same when the other says no, who ticks nothing', () =>
  withSameFile(async (story, bulletinId) => {
    expectOk(await ask(story, bulletinId))
    const request = await findWaiting(peerOf(story))
    expectOk(await answer(peerOf(story), request, { answer: 'permit', permitted: [] }))
    await agree(story.contact)
    const { content, permissions } = await viewOf(story, bulletinId)
    expect(hashesIn({ content })).toEqual(valuesOf(request))
    const answers = permissions[0].holders.map((one: { answer: string }) => one.answer)
    expect(answers).toEqual(['given', 'refused'])
    await askNext(story, bulletinId)
    expect(valuesOf(await findWaiting(story.contact))).toEqual(valuesOf(request))
    expect(valuesOf(await findWaiting(peerOf(story)))).toEqual([])
    // The text stands with each for all of it: it goes nowhere without both.
    await agree(peerOf(story))
    expect((await viewOf(story, bulletinId)).state).toBe('waiting')
    await agree(story.contact)
    expect((await viewOf(story, bulletinId)).state).toBe('approved')
  }))

test('what one permitted leaves the text when that one takes it back, whatever the other was silent about', () =>
  withSameFile(async (story, bulletinId) => {
    expectOk(await ask(story, bulletinId))
    const request = await findWaiting(story.contact)
    await agree(story.contact)
    story.hub.clock.advance(60_000)
    // The other does not answer: asked for again, the round ends with what came.
    expect(expectOk(await ask(story, bulletinId)).state).toBe('draft')
    expect(hashesIn(await viewOf(story, bulletinId))).toEqual(valuesOf(request))
    expectOk(await answer(story.contact, request, { answer: 'withdraw' }))
    expect(hashesIn(await viewOf(story, bulletinId))).toEqual([])
    await askNext(story, bulletinId)
    expect(await findWaiting(story.contact)).toBeUndefined()
    expect((await findWaiting(peerOf(story))).about).toBe('values')
  }))

test('T33: a wish for changes that says nothing of a value is no yes of whoever was silent about it', () =>
  withSameFile(async (story, bulletinId) => {
    expectOk(await ask(story, bulletinId))
    const request = await findWaiting(story.contact)
    await agree(story.contact)
    expect(expectOk(await ask(story, bulletinId)).state).toBe('draft')
    await askNext(story, bulletinId)
    const text = await findWaiting(peerOf(story))
    const wish = { answer: 'ask-changes', note: '題を短くしてください。' }
    expectOk(await answer(peerOf(story), text, wish))
    const draft = await viewOf(story, bulletinId)
    expect(hashesIn(draft)).toEqual(valuesOf(request))
    const [{ holders }] = draft.permissions
    expect(holders.map((one: { answer: string }) => one.answer)).toEqual(['given', 'silent'])
    expectOk(await answer(story.contact, request, { answer: 'withdraw' }))
    expect(hashesIn(await viewOf(story, bulletinId))).toEqual([])
  }))

test('a wish for changes leaves standing what its provider permitted before', () =>
  withAsked(async (story, bulletinId) => {
    await agree(story.contact)
    await agree(peerOf(story))
    await askNext(story, bulletinId)
    const text = await findWaiting(story.contact)
    const wish = { answer: 'ask-changes', note: '題を短くしてください。' }
    expectOk(await answer(story.contact, text, wish))
    expect(
      expectOk(await story.contact.get(`/api/approvals/${text.approvalId}`)).permitted,
    ).toEqual([])
    expect(valuesIn((await viewOf(story, bulletinId)).content)).toContain(PROVIDERS_VALUE)
  }))

test('T74: whoever hands in a file after the yes of another is asked about it before it reads a text', () =>
  withStory(async (story) => {
    const caseId = await openCaseOf(story, [[peerOf(story), fileMail('Order 1')]])
    const bulletinId = await askingBulletin(story, caseId)
    expectOk(await ask(story, bulletinId))
    const theirs = await findWaiting(peerOf(story))
    await agree(peerOf(story))
    await handIn(story, story.contact, fileMail('Order 1'))
    await askNext(story, bulletinId)
    const request = await findWaiting(story.contact)
    expect([request.about, request.identifying]).toEqual(['values', theirs.identifying])
    const { permissions } = await viewOf(story, bulletinId)
    const answers = permissions[0].holders.map((one: { answer: string }) => one.answer)
    expect(answers.sort()).toEqual(['given', 'waiting'])
    // Nor does its silence hold the text back: asked for again, this round ends as every other.
    expect(expectOk(await ask(story, bulletinId)).state).toBe('draft')
    await askNext(story, bulletinId)
    expect((await findWaiting(story.contact)).about).toBe('text')
    await assertEndIsLogged(story)
  }))

/** Who stopped waiting stands in the log of the hub, and in that of no provider. */
async function assertEndIsLogged(story: Story): Promise<void> {
  const ended = await story.hub.inStaff((db) =>
    sql<{
      actor: string
    }>`select actor from noroshi.audit_entry where action = 'values-round-ended'`.execute(db),
  )
  expect(ended.rows.map(({ actor }) => actor)).toEqual([expect.stringMatching(/^person:/)])
  // What the hub did stands in a member's log from the next day on.
  story.hub.clock.set('2026-10-16T01:00:00Z')
  const own = story.hub.as({ contactOf: story.provider })
  for (const contact of [own, peerOf(story)]) {
    const log = expectOk(await contact.get('/api/me/audit'))
    expect(JSON.stringify(log)).toContain('approval-asked')
    expect(JSON.stringify(log)).not.toContain('values-round-ended')
  }
}

test('who approved this very text is not asked about it again when another comes to hold a value of it', () =>
  withStory(async (story) => {
    const mails = [
      [peerOf(story), fileMail('Order 1')],
      [story.contact, mailBytes()],
    ] as const
    const bulletinId = await askingBulletin(story, await openCaseOf(story, mails))
    expectOk(await ask(story, bulletinId))
    await agree(peerOf(story))
    await askNext(story, bulletinId)
    const theirs = await findWaiting(peerOf(story))
    await agree(peerOf(story))
    await handIn(story, story.contact, fileMail('Order 1'))
    expectOk(await ask(story, bulletinId))
    expect((await findWaiting(story.contact)).about).toBe('values')
    await agree(story.contact)
    await askNext(story, bulletinId)
    expect(await findWaiting(peerOf(story))).toBeUndefined()
    const text = await findWaiting(story.contact)
    expect([text.about, text.identifying]).toEqual(['text', theirs.identifying])
    await agree(story.contact)
    expect((await viewOf(story, bulletinId)).state).toBe('approved')
  }))

test('that somebody outside the community sent the file as well changes nothing for a provider', () =>
  withSameFile(async (story, bulletinId) => {
    await story.hub.inStaff((db) =>
      sql`update noroshi.submission set organisation_id = null, provider_kind = 'outside'
           where organisation_id = ${story.peer}`.execute(db),
    )
    await askNext(story, bulletinId)
    await agree(story.contact)
    expect(hashesIn(await viewOf(story, bulletinId))).toHaveLength(1)
  }))

test('the message that every provider reads asks about no value by name', () =>
  withSameFile(async (story, bulletinId) => {
    const { questions } = await viewOf(story, bulletinId)
    const [{ value }] = questions
    expect(value).toMatch(/^[0-9a-f]{64}$/)
    const path = `/api/bulletins/${bulletinId}/ask-approval`
    const message = `${value.toUpperCase()} を出してよいでしょうか。`
    const asked = await story.analyst.post(path, { dueAt: DUE, beyondWishes: true, message })
    expect([asked.status, asked.body.code]).toEqual([409, 'message-names-provider'])
  }))

/** What the peer sent before is a wave that fills the draft, and the file came after it. */
const withFileBeyondDraft = tellOnce(async (story) => {
  const caseId = await openCaseOf(story, [
    [story.contact, fileMail('Order 1')],
    [peerOf(story), mailBytes()],
    [peerOf(story), fileMail('Order 2')],
  ])
  await story.hub.inStaff((db) =>
    sql`insert into noroshi.mail (id, submission_id, file_id, path, ordinal, sha256, size_bytes, subject, from_address,
                                  operation_key, view, analysed_at)
        select gen_random_uuid(), submission_id, file_id, 'wave/' || n, n, sha256, size_bytes, subject, from_address,
               'wave ' || n, '{}', analysed_at
          from noroshi.mail cross join generate_series(1, 1000) as n where subject = 'Invoice 2026-10'`.execute(
      db,
    ),
  )
  return askingBulletin(story, caseId)
})

test('who sent the file in a mail that the draft is too short for is asked about it as well', () =>
  withFileBeyondDraft(async (story, bulletinId) => {
    // A hundred are drafted of the wave, as of whatever a provider sends, and the analyst reads that there are more.
    const { undrafted } = await viewOf(story, bulletinId)
    expect([undrafted.count, undrafted.receipts]).toEqual([
      902,
      [expect.stringMatching(/^S-2026-/)],
    ])
    expectOk(await ask(story, bulletinId))
    const own = await findWaiting(story.contact)
    expect(valuesOf(await findWaiting(peerOf(story)))).toEqual(valuesOf(own))
    await agree(story.contact)
    const { content } = await viewOf(story, bulletinId)
    expect(JSON.stringify(content)).not.toContain(valuesOf(own)[0])
  }))

test('a look-alike of one provider in the mail of another is asked of the first alone', () =>
  withChecked(async (story, { caseId, bulletinId }) => {
    await handIn(story, peerOf(story), imitatingMail(PROVIDERS_VALUE))
    const { submissions } = expectOk(await story.analyst.get(`/api/cases/${caseId}`))
    expect(submissions).toHaveLength(3)
    expectOk(await ask(story, bulletinId))
    expect(valuesOf(await findWaiting(story.contact))).toEqual([PROVIDERS_VALUE])
    // Alone it would not be asked about it either: it imitates somebody else.
    expect(valuesOf(await findWaiting(peerOf(story)))).toEqual([PEERS_VALUE])
  }))

test('a provider whose account is gone gives no permission, and the value stays out', () =>
  withAsked(async (story, bulletinId) => {
    const request = await findWaiting(story.contact)
    await agree(peerOf(story))
    await story.hub.inStaff((db) =>
      sql`update noroshi.person set disabled_at = now() where organisation_id = ${story.provider}`.execute(
        db,
      ),
    )
    const gone = await answer(story.contact, request, {
      answer: 'permit',
      permitted: [PROVIDERS_VALUE],
    })
    expect(gone.status).toBe(401)
    expect(JSON.stringify((await viewOf(story, bulletinId)).content)).not.toContain(PROVIDERS_VALUE)
  }))

const withForeignName = tellOnce(async (story) => {
  const caseId = await openCaseOf(story, [
    [peerOf(story), imitatingMail(PROVIDERS_VALUE)],
    [story.contact, mailBytes()],
  ])
  return askingBulletin(story, caseId)
})

test('a value that names a provider whose evidence does not hold it is not asked for', () =>
  withForeignName(async (story, bulletinId) => {
    const refused = await story.analyst.post(`/api/bulletins/${bulletinId}/ask-approval`, {
      dueAt: DUE,
    })
    expect([refused.status, refused.body.code]).toEqual([409, 'value-names-another'])
    for (const contact of [story.contact, peerOf(story)]) {
      expect(expectOk(await contact.get('/api/approvals')).rows).toEqual([])
    }
    const { permissions } = await viewOf(story, bulletinId)
    expect(permissions[0]).toMatchObject({ value: PROVIDERS_VALUE, problem: 'names-another' })
  }))
