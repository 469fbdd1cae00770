import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { readBody } from './read-body.ts'

/** A request whose body comes one byte at a time. */
function drip(bytes: number, everyMs: number): Request {
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      for (let sent = 0; sent < bytes; sent += 1) {
        controller.enqueue(Buffer.from('x'))
        await pause(everyMs)
      }
      controller.close()
    },
  })
  return new Request('http://localhost/', { method: 'POST', body, duplex: 'half' })
}

test('a body that comes in time is read whole', async () => {
  expect(Buffer.from(await readBody(drip(5, 1), 10, 5_000)).toString()).toBe('xxxxx')
})

test('a body that drips is refused when its time is up, however little is missing', async () => {
  const startedAt = performance.now()
  await expect(readBody(drip(40, 50), 100, 200)).rejects.toMatchObject({ code: 'too-slow' })
  expect(performance.now() - startedAt).toBeLessThan(1_500)
})

test('a body larger than allowed is refused as soon as that is known', async () => {
  await expect(readBody(drip(20, 1), 10, 5_000)).rejects.toMatchObject({ code: 'too-large' })
})
