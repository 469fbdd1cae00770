import { setTimeout } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { WorkerThread } from './worker-thread.ts'

interface Told {
  readonly order: string
  readonly settings: readonly string[]
}

const thread = new WorkerThread<unknown, Told>({
  entry: new URL('../testing/told-thread.ts', import.meta.url),
  resourceLimits: { maxOldGenerationSizeMb: 40 },
  idleMs: 60_000,
})
afterAll(() => thread.close())

const WALL_MS = 6_000

test.each([
  ['throws', 'throw', WALL_MS, 'broke-off'],
  ['exits', 'exit', WALL_MS, 'broke-off'],
  ['takes all memory', 'memory', WALL_MS, 'took-too-much-memory'],
  ['never answers', 'hang', 300, 'took-too-long'],
])('a thread that %s is gone, and the next request has another', async (_, order, wallMs, code) => {
  await expect(thread.ask(order, wallMs)).rejects.toMatchObject({ name: 'ThreadGone', code })
  expect(thread.isRunning).toBe(false)
  expect(await thread.ask('next', WALL_MS)).toMatchObject({ order: 'next' })
})

test('a thread that ends between two requests is noticed before the next one', async () => {
  await thread.ask('exit-later', WALL_MS)
  while (thread.isRunning) await setTimeout(5)
  expect(await thread.ask('next', WALL_MS)).toMatchObject({ order: 'next' })
})

test('a request that cannot be copied fails by itself, and the next one is answered', async () => {
  await expect(thread.ask(() => 'code', WALL_MS)).rejects.toMatchObject({ name: 'DataCloneError' })
  expect(await thread.ask('next', WALL_MS)).toMatchObject({ order: 'next' })
})

test('no setting of the process reaches the thread', async () => {
  expect(await thread.ask('next', WALL_MS)).toEqual({ order: 'next', settings: [] })
})

test('a thread at rest is ended, and started again when it is asked', async () => {
  const resting = new WorkerThread<string, Told>({
    entry: new URL('../testing/told-thread.ts', import.meta.url),
    ...{ resourceLimits: {}, idleMs: 20 },
  })
  await resting.ask('first', WALL_MS)
  while (resting.isRunning) await setTimeout(5)
  expect(await resting.ask('second', WALL_MS)).toMatchObject({ order: 'second' })
  await resting.close()
})

test('whoever waits when the thread is closed is told so', async () => {
  const waiting = thread.ask('hang', WALL_MS).catch((error: unknown) => error)
  await setTimeout(50)
  await thread.close()
  expect(await waiting).toMatchObject({ name: 'ThreadGone', code: 'broke-off' })
})
