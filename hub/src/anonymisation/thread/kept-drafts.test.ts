import { type CaseMail, type CaseRecord, draftBulletin } from 'engine'
import { expect, test } from 'vitest'
import { openDatabase } from '../../database/db.ts'
import { openPool } from '../../database/pool.ts'
import { PrepareFirst } from '../../database/prepare-first.ts'
import { Refusal } from '../../refusals.ts'
import { withHub } from '../../testing/with-hub.ts'
import type { MadeDraft } from './drafting-thread.ts'
import { KeptDrafts } from './kept-drafts.ts'
import { toDraftKey } from './to-draft-key.ts'

const EMPTY: CaseRecord = {
  ...{ classification: 'unclear', mails: [], logs: [], techniques: [], decisions: {} },
  ...{ tlpCeilings: ['AMBER'], aliases: { rows: [] }, registered: { organisations: [] } },
  traces: { organisations: [] },
}
const FIRST: CaseRecord = { ...EMPTY, decisions: { first: 'keep' } }
const SECOND: CaseRecord = { ...EMPTY, decisions: { second: 'keep' } }

/** A thread whose drafts take sixty bytes each; the first may be refused, once `before` has come. */
function openThread(
  refused?: 'drafting-busy' | 'draft-took-too-long',
  before: Promise<void> = Promise.resolve(),
) {
  const asked: CaseRecord[] = []
  const draft = async (record: CaseRecord): Promise<MadeDraft> => {
    asked.push(record)
    if (asked.length === 1 && refused !== undefined) {
      await before
      throw new Refusal(refused)
    }
    return { drafted: draftBulletin(record), sizeBytes: 60 }
  }
  return { asked, draft }
}

/** The same, saying when what has to be prepared is waited for. */
function noting(error: unknown, onWaiting: () => void): unknown {
  if (!(error instanceof PrepareFirst)) return error
  const { prepare } = error
  const noted = (wallMs: number) => {
    const prepared = prepare(wallMs)
    onWaiting()
    return prepared
  }
  return Object.assign(error, { prepare: noted })
}

test('whoever waited for a draft is told that others came first, and whoever asks next has it made', () =>
  withHub(async (hub) => {
    const both = Promise.withResolvers<void>()
    const thread = openThread('drafting-busy', both.promise)
    const kept = new KeptDrafts(thread)
    let waiting = 0
    const take = () =>
      hub.inStaff(async (db) => {
        try {
          return kept.take(db, [FIRST]).get(FIRST)
        } catch (error) {
          throw noting(error, () => {
            waiting += 1
            if (waiting === 2) both.resolve()
          })
        }
      })
    const waited = await Promise.allSettled([take(), take()])
    for (const one of waited) expect(one).toMatchObject({ reason: { code: 'drafting-busy' } })
    // Both waited for the same.
    expect(thread.asked).toEqual([FIRST])
    expect(await take()).toEqual(draftBulletin(FIRST))
    expect(thread.asked).toEqual([FIRST, FIRST])
  }))

test('what took too long is not tried again at once, unless there is more time for it', () =>
  withHub(async (hub) => {
    const thread = openThread('draft-took-too-long')
    const kept = new KeptDrafts(thread)
    const take = () => hub.inStaff(async (db) => kept.take(db, [FIRST]).get(FIRST))
    await expect(take()).rejects.toMatchObject({ code: 'draft-took-too-long' })
    await expect(take()).rejects.toMatchObject({ code: 'draft-took-too-long' })
    expect(thread.asked).toHaveLength(1)
    const preparationMs = hub.config.draftSeconds * 1000 + 1
    const pool = openPool(hub.databaseOf.app, { connectionsMax: 1 })
    const patient = openDatabase(pool, hub.clock, { preparationMs })
    const drafted = patient.inStaff({}, async (db) => kept.take(db, [FIRST]).get(FIRST))
    await expect(drafted).resolves.toEqual(draftBulletin(FIRST))
    await patient.close()
  }))

test('a register that changes with every round keeps no case from being drafted', () =>
  withHub(async (hub) => {
    const thread = openThread()
    const kept = new KeptDrafts(thread)
    let round = 0
    const drafted = await hub.inStaff(async (db) => {
      round += 1
      const stranger = {
        ...{ id: 'stranger', role: 'other-provider' as const, names: [`Mizuki ${round}`] },
        ...{ domains: [], people: [], hosts: [], ipAddresses: [], numbers: [] },
      }
      const record = { ...FIRST, registered: { organisations: [stranger] } }
      return kept.take(db, [record]).get(record)
    })
    expect(drafted).toEqual(draftBulletin(FIRST))
    // Nothing else may have changed.
    const changing = hub.inStaff(async (db) => {
      round += 1
      const record = { ...FIRST, decisions: { [`${round}`]: 'keep' as const } }
      return kept.take(db, [record])
    })
    await expect(changing).rejects.toMatchObject({ code: 'drafting-busy' })
  }))

test('drafts are kept by their bytes, those asked for last', () =>
  withHub(async (hub) => {
    const thread = openThread()
    const kept = new KeptDrafts(thread, 130)
    const take = (record: CaseRecord) => hub.inStaff(async (db) => kept.take(db, [record]))
    for (const record of [FIRST, SECOND, FIRST, EMPTY, FIRST, SECOND]) await take(record)
    // There is room for two: the third took the place of the second.
    expect(thread.asked).toEqual([FIRST, SECOND, EMPTY, SECOND])
  }))

test('a transaction has all that was drafted for it, more than is kept as well', () =>
  withHub(async (hub) => {
    const thread = openThread()
    const kept = new KeptDrafts(thread, 50)
    const both = await hub.inStaff(async (db) => kept.take(db, [FIRST, SECOND]))
    expect([...both.keys()]).toEqual([FIRST, SECOND])
    expect(thread.asked).toHaveLength(2)
  }))

test('a case whose members are called as a draft of it calls them is not drafted again, until that is forgotten', () =>
  withHub(async (hub) => {
    const aliases = { rows: [{ organisationId: 'org-hoshimi', letter: 'A' }] }
    const asked: CaseRecord[] = []
    const draft = async (record: CaseRecord): Promise<MadeDraft> => {
      asked.push(record)
      return { drafted: { ...draftBulletin(record), aliases }, sizeBytes: 60 }
    }
    const kept = new KeptDrafts({ draft }, 60)
    const take = (record: CaseRecord) => hub.inStaff(async (db) => kept.take(db, [record]))
    const called = { ...FIRST, aliases }
    for (const record of [FIRST, called, SECOND, called]) await take(record)
    expect(asked).toEqual([FIRST, SECOND, called])
  }))

test('what several records hold together is read once for their keys, and any difference makes another', () => {
  let read = 0
  const mail = {
    ...{ providerId: 'org-hoshimi', findings: [], indicators: [], texts: [] },
    toJSON: () => ({ read: (read += 1) }),
  } satisfies CaseMail & { toJSON(): unknown }
  const record = { ...EMPTY, mails: [mail] }
  const keys = [
    record,
    { ...record, decisions: { first: 'keep' } },
    { ...record, mails: [mail, mail] },
    { ...record, traces: { organisations: [], hub: [] } },
    EMPTY,
  ].map((one) => toDraftKey(one as CaseRecord))
  expect(new Set(keys).size).toBe(5)
  expect(read).toBe(1)
  expect(toDraftKey({ ...record })).toBe(keys[0])
  const [ab, ba] = [
    { a: 'keep', b: 'omit' },
    { b: 'omit', a: 'keep' },
  ] as const
  expect(toDraftKey({ ...record, decisions: ab })).toBe(toDraftKey({ ...record, decisions: ba }))
})
