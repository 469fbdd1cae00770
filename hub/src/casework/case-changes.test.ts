import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { SubmissionId } from 'contract/common'
import { type TestHub, withHub } from '../testing/index.ts'
import { pictureCases, seedBulletinOf } from '../testing/case-picture.ts'
import { seedMails } from '../testing/mail-rows.ts'
import { seedSubmissions } from '../testing/quarter-records.ts'

/** Submissions of one organisation, each with a mail; the last two were set aside. */
async function seedSix(hub: TestHub, count = 6): Promise<SubmissionId[]> {
  const organisationId = await hub.seed.organisation()
  const one = { at: hub.clock.now(), items: 1, organisationId }
  const ids = await seedSubmissions(
    hub,
    Array.from({ length: count }, () => one),
  )
  const values = ['targeted', 'mass-mailed', 'bec-type-1'] as const
  await seedMails(
    hub,
    ids.map((submissionId, index) => ({
      submissionId,
      proposal: { value: values[index % 3] ?? 'unclear', confidence: 'medium' },
    })),
  )
  for (const id of ids.slice(-2)) {
    await hub.as('analyst').post(`/api/submissions/${id}/set-aside`, { reason: 'Sent to all' })
  }
  return ids
}

const post = (hub: TestHub, path: string, body: unknown) => hub.as('analyst').post(path, body)

/** One step of a random story: whatever the hub refuses is no step. Answers the change to undo. */
async function takeStep(
  hub: TestHub,
  ids: readonly SubmissionId[],
  [kind, a, b]: readonly [string, number, number],
): Promise<string | undefined> {
  const cases = (await hub.as('analyst').get('/api/cases')).body.rows as { caseId: string }[]
  const caseId = cases[a % Math.max(1, cases.length)]?.caseId
  const other = cases[b % Math.max(1, cases.length)]?.caseId
  const some = [ids[6 + (a % 4)], ids[6 + (b % 4)]]
  const requests: Record<string, [string, unknown]> = {
    open: ['/api/cases', { submissionIds: some }],
    add: [`/api/cases/${caseId}/submissions`, { submissionIds: some }],
    split: [`/api/cases/${caseId}/split`, { submissionIds: [ids[b % 10]] }],
    merge: [`/api/cases/${caseId}/merge`, { otherCaseId: other }],
    classify: [
      `/api/cases/${caseId}/classification`,
      { classification: 'harmless', reason: `${b}` },
    ],
    rename: [`/api/cases/${caseId}/title`, { title: `Title ${b}` }],
    close: [`/api/cases/${caseId}/state`, { to: 'closed' }],
    work: [`/api/cases/${caseId}/state`, { to: 'worked' }],
    reopen: [`/api/cases/${caseId}/state`, { to: 'open' }],
  }
  const [path, body] = requests[kind] ?? ['', {}]
  const answer = await post(hub, path, body)
  expect([200, 404, 409, 422]).toContain(answer.status)
  return answer.status === 200 ? answer.body.changeId : undefined
}

const undo = (hub: TestHub, changeId: string) =>
  hub.as('analyst').post(`/api/case-changes/${changeId}/undo`)

test(
  'whatever is done, undoing it all leaves everything as it was',
  () =>
    withHub(async (hub) => {
      const ids = await seedSix(hub, 10)
      await post(hub, '/api/cases', { submissionIds: ids.slice(0, 3) })
      await post(hub, '/api/cases', { submissionIds: ids.slice(3, 6) })
      const start = await pictureCases(hub)
      const step = fc.tuple(
        fc.constantFrom(
          'open',
          'open',
          'add',
          'split',
          'merge',
          'merge',
          'classify',
          'rename',
          'close',
          'work',
          'reopen',
        ),
        fc.nat(11),
        fc.nat(11),
      )
      await fc.assert(
        fc.asyncProperty(
          fc.array(step, { minLength: 3, maxLength: 12, size: 'max' }),
          fc.nat(),
          async (steps, choice) => {
            const changes: string[] = []
            const pictures: string[][] = []
            for (const one of steps) {
              const before = await pictureCases(hub)
              hub.clock.advance(60_000)
              const change = await takeStep(hub, ids, one)
              if (change === undefined) {
                expect(await pictureCases(hub)).toEqual(before)
                continue
              }
              changes.push(change)
              pictures.push(before)
            }
            // One out of order is undone or refused; a refusal changes nothing.
            const any = changes[choice % Math.max(1, changes.length)]
            if (any !== undefined && any !== changes.at(-1)) {
              const before = await pictureCases(hub)
              const { status } = await undo(hub, any)
              if (status !== 200) {
                expect(status).toBe(409)
                expect(await pictureCases(hub)).toEqual(before)
                for (const change of changes.toReversed()) {
                  const picture = pictures[changes.indexOf(change)]
                  expect((await undo(hub, change)).status).toBe(200)
                  expect(await pictureCases(hub)).toEqual(picture)
                }
              } else {
                for (const change of changes.toReversed())
                  if (change !== any) await undo(hub, change)
              }
            } else {
              for (const change of changes.toReversed()) {
                expect((await undo(hub, change)).status).toBe(200)
              }
            }
            expect(await pictureCases(hub)).toEqual(start)
          },
        ),
        { numRuns: 60 },
      )
    }),
  180_000,
)

test('two analysts at once: one wins, the other is told', () =>
  withHub(async (hub) => {
    const ids = await seedSix(hub)
    const opened = await Promise.all([
      post(hub, '/api/cases', { submissionIds: ids.slice(0, 2) }),
      post(hub, '/api/cases', { submissionIds: ids.slice(1, 3) }),
    ])
    expect(opened.map(({ status }) => status).toSorted()).toEqual([200, 409])
    const { changeId } = opened.find(({ status }) => status === 200)?.body ?? {}
    const undone = await Promise.all([undo(hub, changeId), undo(hub, changeId)])
    expect(undone.map(({ status }) => status).toSorted()).toEqual([200, 409])
    const asides = await Promise.all([
      post(hub, `/api/submissions/${ids[0]}/set-aside`, { reason: 'A' }),
      post(hub, `/api/submissions/${ids[0]}/set-aside`, { reason: 'B' }),
    ])
    expect(asides.map(({ status }) => status).toSorted()).toEqual([200, 409])
  }))

test('merging in opposite directions at once ends with one case, not with a deadlock', () =>
  withHub(async (hub) => {
    const ids = await seedSix(hub)
    const one = (await post(hub, '/api/cases', { submissionIds: ids.slice(0, 2) })).body.caseId
    const two = (await post(hub, '/api/cases', { submissionIds: ids.slice(2, 4) })).body.caseId
    const merged = await Promise.all([
      post(hub, `/api/cases/${one}/merge`, { otherCaseId: two }),
      post(hub, `/api/cases/${two}/merge`, { otherCaseId: one }),
    ])
    expect(merged.map(({ status }) => status).toSorted()).toEqual([200, 409])
    const counts = (await hub.as('analyst').get('/api/cases')).body.rows.map(
      (row: { submissionCount: number }) => row.submissionCount,
    )
    expect(counts.toSorted()).toEqual([0, 4])
  }))

test.each(['draft', 'checked', 'waiting', 'approved'])(
  'a case is neither merged nor undone while a bulletin of it is %s, and split before it is asked about',
  (state) =>
    withHub(async (hub) => {
      const ids = await seedSix(hub)
      const { caseId, changeId } = (
        await post(hub, '/api/cases', { submissionIds: ids.slice(0, 3) })
      ).body
      const other = (await post(hub, '/api/cases', { submissionIds: [ids[3]] })).body.caseId
      await seedBulletinOf(hub, caseId, state)
      const before = await pictureCases(hub)
      const refused = [
        await post(hub, `/api/cases/${other}/merge`, { otherCaseId: caseId }),
        await undo(hub, changeId),
      ]
      expect(refused.map(({ body }) => body.code)).toEqual(['bulletin-in-work', 'bulletin-in-work'])
      expect(await pictureCases(hub)).toEqual(before)
      const split = await post(hub, `/api/cases/${caseId}/split`, { submissionIds: [ids[0]] })
      const isAsked = state === 'waiting' || state === 'approved'
      expect(split.body.code).toBe(isAsked ? 'bulletin-in-work' : undefined)
      expect(split.status).toBe(isAsked ? 409 : 200)
    }),
)

// biome-ignore format: a table is read by its columns.
test.each([
  // who,       asks,                                                                             status, code
  ['admin',   (c: string) => ['post', `/api/cases/${c}/title`, { title: 'X' }],                    403, 'role-required'],
  ['analyst', (c: string) => ['post', `/api/cases/${c}/merge`, { otherCaseId: c }],                409, 'not-in-this-state'],
  ['analyst', (c: string) => ['post', `/api/cases/${c}/state`, { to: 'open' }],                    409, 'not-in-this-state'],
  ['analyst', (c: string, s: string[]) => ['post', `/api/cases/${c}/split`, { submissionIds: s.slice(0, 2) }], 422, 'split-leaves-nothing'],
  ['analyst', (c: string, s: string[]) => ['post', `/api/cases/${c}/split`, { submissionIds: [s[3]] }],        409, 'already-changed'],
  ['analyst', (c: string, s: string[]) => ['post', `/api/cases/${c}/submissions`, { submissionIds: [s[0]] }],  409, 'submission-in-other-case'],
  ['analyst', (c: string) => ['post', `/api/cases/${c}/submissions`, { submissionIds: [c] }],      404, 'not-found'],
  ['analyst', (c: string) => ['post', `/api/cases/${c}/assign`, { personId: c }],                  422, 'not-staff'],
  ['analyst', (c: string, s: string[]) => ['post', `/api/submissions/${s[0]}/set-aside`, { reason: 'X' }],     409, 'not-in-this-state'],
  ['analyst', (c: string, s: string[]) => ['post', `/api/submissions/${s[0]}/reopen`, undefined],  409, 'not-in-this-state'],
  ['member',  (c: string) => ['get', `/api/cases/${c}`, undefined],                                403, 'role-required'],
  ['member',  (c: string, s: string[]) => ['get', `/api/submissions/${s[0]}`, undefined],          403, 'role-required'],
  ['member',  () => ['get', '/api/queue', undefined],                                              403, 'role-required'],
] as const)('%s is refused (%#)', (who, ask, status, code) =>
  withHub(async (hub) => {
    const ids = await seedSix(hub)
    const { caseId } = (await post(hub, '/api/cases', { submissionIds: ids.slice(0, 2) })).body
    const before = await pictureCases(hub)
    const client = hub.as(who === 'member' ? { contactOf: await hub.seed.organisation() } : who)
    const [method, path, body] = ask(caseId, ids) as ['get' | 'post', string, unknown]
    const answer = method === 'get' ? await client.get(path) : await client.post(path, body)
    expect([answer.status, answer.body.code]).toEqual([status, code])
    expect(await pictureCases(hub)).toEqual(before)
  }),
)

test('a person’s classification stands whatever mails come later, and is undone to the proposal', () =>
  withHub(async (hub) => {
    const ids = await seedSix(hub)
    const { caseId } = (await post(hub, '/api/cases', { submissionIds: [ids[0]] })).body
    const view = async () => (await hub.as('analyst').get(`/api/cases/${caseId}`)).body
    expect((await view()).classification).toBe('targeted')
    const decided = await post(hub, `/api/cases/${caseId}/classification`, {
      classification: 'bec-type-2',
      reason: 'Named executive',
    })
    await post(hub, `/api/cases/${caseId}/submissions`, { submissionIds: ids.slice(1, 4) })
    expect(await view()).toMatchObject({
      classification: 'bec-type-2',
      classificationReason: 'Named executive',
      proposal: { value: 'targeted' },
    })
    expect((await undo(hub, decided.body.changeId)).status).toBe(200)
    const after = await view()
    expect([after.classification, after.classificationReason]).toEqual(['targeted', undefined])
    expect(after.history[0].say.en).toBe('Undid a change.')
  }))
