import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { BulletinView } from 'contract/bulletin'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CRASH_POINTS, type CrashPoint } from '../hub/src/crash-points.ts'
import type { SupervisedChild } from '../hub/src/supervise-child.ts'
import { bringToProvider } from './bring-to-provider.ts'
import {
  listKeptHashes,
  listKeptNotices,
  listKeptReleases,
  listKeptSubmissions,
} from './kept.queries.ts'
import { type KillableHub, startKillableHub, waitUntilHeld } from './killable-hub.ts'
import { type Ledger, openLedger } from './ledger.ts'
import { openSignedInClient, type SignedInClient } from './signed-in-client.ts'
import { stopAtFailure } from './stop-at-failure.ts'

/*
 * Goal: at whatever place a process of the hub or its database dies, nothing acknowledged is lost and nothing is done
 * twice (SPEC G-5). Method: one hub; at every place of `CRASH_POINTS` once the process is killed there, and once it is
 * held there while PostgreSQL is killed. What the senders kept is compared with what the hub holds at the end.
 */

const VICTIMS = ['process', 'database'] as const
type Victim = (typeof VICTIMS)[number]

const pointsOf = (...steps: string[]) =>
  CRASH_POINTS.filter((point) => steps.some((step) => point.startsWith(`${step}.`)))

let hub: KillableHub
let ledger: Ledger
let analyst: SignedInClient
let lead: SignedInClient
let provider: SignedInClient
/** A front that nobody kills; senders turn to it when the other one does not answer. */
let front: SupervisedChild
let worker: SupervisedChild | undefined
const port = () => front.port ?? 0

beforeAll(async () => {
  hub = await startKillableHub()
  const { people } = hub
  ledger = openLedger(people.provider.token ?? '')
  analyst = await openSignedInClient(hub.hub, people.analyst.personId)
  lead = await openSignedInClient(hub.hub, people.lead.personId)
  provider = await openSignedInClient(hub.hub, people.provider.personId)
  front = await hub.startChild('front')
})
stopAtFailure(() => [])
afterAll(async () => {
  await Promise.all([front?.stop(), worker?.stop()])
  await hub?.stop()
})

/** Lets a front come to the place while it does this, and kills the victim there. Resolves with what it answered. */
async function strikeFront<T>(
  victim: Victim,
  point: CrashPoint,
  act: (port: number) => Promise<T>,
): Promise<T> {
  const struck = await hub.startChild('front', `${point}:1${victim === 'database' ? ':pause' : ''}`)
  const pid = struck.pid() ?? 0
  const acted = act(struck.port ?? 0)
  await strike(victim, pid)
  const answer = await acted
  await struck.stop()
  return answer
}

/** Lets a worker come to the place with whatever is due, and kills the victim there. */
async function strikeWorker(victim: Victim, point: CrashPoint): Promise<void> {
  if (victim === 'process') {
    // It may die before it has said that it is ready.
    const struck = await hub.startChild('worker', `${point}:1`).catch(() => undefined)
    if (struck !== undefined) await waitUntilHeld(struck.pid() ?? 0)
    return struck?.stop()
  }
  const struck = await hub.startChild('worker', `${point}:1:pause`)
  await strike(victim, struck.pid() ?? 0)
  // It ends what it has begun as well as it can without its connections.
  await struck.stop()
}

async function strike(victim: Victim, pid: number): Promise<void> {
  const held = await waitUntilHeld(pid)
  expect(held).toBe(victim === 'process' ? 'ended' : 'paused')
  if (victim === 'process') return
  await hub.killDatabase()
  process.kill(pid, 'SIGCONT')
}

for (const victim of VICTIMS) {
  test.each(pointsOf('intake'))(
    `a mail is handed in and the ${victim} dies at %s`,
    async (point) => {
      const line = ledger.begin()
      const isAnswered = await strikeFront(victim, point, (at) => ledger.send(at, line))
      if (victim === 'process') expect(isAnswered).toBe(false)
      await expect.poll(() => ledger.send(port(), line), { timeout: 60_000 }).toBe(true)
      // And once more, as after an answer that was lost on the way.
      expect(await ledger.send(port(), line)).toBe(true)
    },
  )
}

for (const victim of VICTIMS) {
  test.each(pointsOf('analysis'))(`a mail is read and the ${victim} dies at %s`, async (point) => {
    const line = ledger.begin()
    await expect.poll(() => ledger.send(port(), line), { timeout: 60_000 }).toBe(true)
    await strikeWorker(victim, point)
  })
}

test('every mail is read in the end, once the queue has found that workers are silent', async () => {
  worker = await hub.startChild('worker')
  await expect.poll(listUnread, { timeout: 60_000, interval: 500 }).toEqual([])
})

const listUnread = async () =>
  (await kept()).filter(({ state, analysis }) => state === 'received' || analysis !== 'done')

const kept = () => hub.hub.database.inStaff({}, listKeptSubmissions)

const bulletins = new Map<Victim, string>()
for (const [at, victim] of VICTIMS.entries()) {
  test(`a warning waits for its provider before the ${victim} dies`, async () => {
    bulletins.set(victim, await askForApproval(at))
  })
  test.each(pointsOf('approval'))(
    `the provider approves and the ${victim} dies at %s`,
    async (point) => {
      await strikeFront(victim, point, approve)
      const isGiven = isDurable(point)
      const { approvals } = await loadBulletin(victim)
      expect(approvals[0]?.state).toBe(isGiven ? 'approved' : 'waiting')
      // What follows from an answer is a job's.
      const stateOf = async () => (await loadBulletin(victim)).state
      await expect.poll(stateOf, { timeout: 30_000 }).toBe(isGiven ? 'approved' : 'waiting')
    },
  )
}

/** Whether what was done before this place must be there after it; otherwise nothing of it may be. */
const isDurable = (point: CrashPoint) => !point.endsWith('before-commit')

/** Takes one of the submissions as far as its provider. */
async function askForApproval(at: number): Promise<string> {
  const { rows } = await analyst.mustAsk(port(), 'GET', '/api/submissions?limit=100')
  return bringToProvider(analyst, port(), rows[at])
}

const loadBulletin = async (victim: Victim): Promise<BulletinView> =>
  analyst.mustAsk(port(), 'GET', bulletins.get(victim) ?? '')

/** Answers what waits; nothing does when an earlier answer arrived without its sender hearing of it. */
async function approve(at: number): Promise<void> {
  const list = await provider.ask(port(), 'GET', '/api/approvals')
  const rows = (list?.body.rows ?? []) as { approvalId: string; state: string }[]
  for (const { approvalId } of rows.filter(({ state }) => state === 'waiting')) {
    const path = `/api/approvals/${approvalId}`
    const { contentHash } = await provider.mustAsk(port(), 'GET', path)
    await provider.ask(at, 'POST', `${path}/answer`, { answer: 'approve', contentHash })
  }
}

test('nobody works while what is shared waits to be sent', async () => {
  const waiting = async () => (await keptNotices()).filter(({ sent }) => !sent)
  await expect.poll(waiting, { timeout: 30_000, interval: 250 }).toEqual([])
  await worker?.stop()
})

const keptNotices = () => hub.hub.database.inStaff({}, listKeptNotices)

for (const victim of VICTIMS) {
  test.each(pointsOf('sharing'))(`the lead shares and the ${victim} dies at %s`, async (point) => {
    const { contentHash, audience } = await loadBulletin(victim)
    const body = { contentHash, organisationCount: audience.organisationCount }
    const path = `${bulletins.get(victim)}/release`
    await strikeFront(victim, point, (at) => lead.ask(at, 'POST', path, body))
    const { state } = await loadBulletin(victim)
    expect(state).toBe(isDurable(point) ? 'released' : 'approved')
  })
}

for (const point of pointsOf('notices')) {
  test.each(VICTIMS)(`notices go out and the %s dies at ${point}`, async (victim) => {
    await strikeWorker(victim, point)
    // The next place is reached only by what this one held up.
    await hub.forgetWorkers()
  })
}

test('every notice is sent once, and every copy of one names it', async () => {
  worker = await hub.startChild('worker')
  const unsent = async () => (await keptNotices()).filter(({ sent }) => !sent)
  await expect.poll(unsent, { timeout: 60_000, interval: 500 }).toEqual([])

  const taken = await hub.notices()
  const toName = ({ id, to }: { id: string; to: string }) => `${id.split('@')[0]} ${to}`
  const names = [...new Set(taken.map(toName))].sort()
  expect(names).toEqual((await keptNotices()).map(toName).sort())
  // Only what the relay had taken before somebody could write it down was sent a second time.
  expect(taken.length - names.length).toBeLessThanOrEqual(VICTIMS.length)
})

test('each warning has one notice for each member of its group, and none for others', async () => {
  const { provider: one, receiver: two, neighbour: three, bystander: four } = hub.people
  const members = [one.email, two.email, three.email, four.email]
  const released = (await keptNotices()).filter(({ kind }) => kind === 'released')
  const readers = released.map(({ to }) => to).sort()
  expect(readers).toEqual([...members, ...members].sort())
})

describe('an ordered release', () => {
  const ordered = new Map<Victim, string>()
  const load = async (victim: Victim): Promise<BulletinView> =>
    analyst.mustAsk(port(), 'GET', ordered.get(victim) ?? '')
  const earlier = new Set<string>()

  test('is approved while everything runs', async () => {
    worker ??= await hub.startChild('worker')
    for (const victim of VICTIMS) ordered.set(victim, await bringFreshMail())
    await approve(port())
    await expect.poll(listUnsent, { timeout: 60_000, interval: 500 }).toEqual([])
    for (const { id } of await keptNotices()) earlier.add(id)
    await worker.stop()
  })

  for (const victim of VICTIMS) {
    test(`waits before the ${victim} dies`, async () => {
      const { contentHash, audience } = await load(victim)
      // A moment the lead chose: the hub of this test has no waiting time of its own.
      const releaseAt = new Date(Date.now() + 1000).toISOString()
      const body = { contentHash, organisationCount: audience.organisationCount, releaseAt }
      await lead.mustAsk(port(), 'POST', `${ordered.get(victim)}/release`, body)
      expect((await load(victim)).state).toBe('releasing')
    })
    test.each(pointsOf('releasing'))(`is due and the ${victim} dies at %s`, async (point) => {
      await strikeWorker(victim, point)
      await hub.forgetWorkers()
      expect((await load(victim)).state).toBe(isDurable(point) ? 'released' : 'releasing')
    })
  }

  test('is carried out once, however often its worker or the database died', async () => {
    worker = await hub.startChild('worker')
    await expect.poll(listUnsent, { timeout: 60_000, interval: 500 }).toEqual([])
    const paths = [...ordered.values()].sort()
    const releases = await hub.hub.database.inStaff({}, listKeptReleases)
    const own = releases.filter(({ bulletinId }) => paths.includes(`/api/bulletins/${bulletinId}`))
    expect(own.map(({ bulletinId }) => `/api/bulletins/${bulletinId}`).sort()).toEqual(paths)
    expect(own.map(({ orders, moves }) => ({ orders, moves }))).toEqual(
      own.map(() => ({ orders: ['released'], moves: 1 })),
    )
  })

  test('tells each member of its group once', async () => {
    const { provider: one, receiver: two, neighbour: three, bystander: four } = hub.people
    const members = [one.email, two.email, three.email, four.email]
    const written = (await keptNotices()).filter(({ id }) => !earlier.has(id))
    expect(written.map(({ kind }) => kind)).toEqual(written.map(() => 'released'))
    expect(written.map(({ to }) => to).sort()).toEqual([...members, ...members].sort())
    const ids = new Set(written.map(({ id }) => id))
    const sent = (await hub.notices()).filter(({ id }) => ids.has(id.split('@')[0] ?? ''))
    expect(sent.map(({ to }) => to).sort()).toEqual([...members, ...members].sort())
  })
})

const listUnsent = async () => (await keptNotices()).filter(({ sent }) => !sent)

/** A mail of its own, so that these tests need none of those before. */
async function bringFreshMail(): Promise<string> {
  const line = ledger.begin()
  await expect.poll(() => ledger.send(port(), line), { timeout: 60_000 }).toBe(true)
  await expect.poll(listUnread, { timeout: 60_000, interval: 500 }).toEqual([])
  const { rows } = await analyst.mustAsk(port(), 'GET', '/api/submissions?limit=100')
  const isOwn = ({ receipt }: { receipt: string }) => line.receipts.has(receipt)
  return bringToProvider(analyst, port(), rows.find(isOwn))
}

test('each receipt is one submission with the bytes that were sent', async () => {
  const rows = await kept()
  const sent = ledger.lines.map(({ key, sha256, receipts }) => ({
    ...{ key, sha256 },
    receipts: [...receipts],
  }))
  const held = rows.map(({ key, sha256, receipt }) => ({ key, sha256, receipts: [receipt] }))
  expect(held).toEqual(sent)
  expect(rows.map(({ mails }) => mails)).toEqual(rows.map(() => 1))
})

test('no file is without its row, no row without its file', async () => {
  const objects = join(hub.folder, 'evidence', 'objects')
  const files = await readdir(objects, { recursive: true, withFileTypes: true })
  const names = files.filter((file) => file.isFile()).map(({ name }) => name)
  expect(names.sort()).toEqual(await hub.hub.database.inStaff({}, listKeptHashes))
})

test('the chain of the audit log is whole', async () => {
  const verdict = await lead.mustAsk(port(), 'GET', '/api/audit/verify')
  expect(verdict).toMatchObject({ intact: true })
})
