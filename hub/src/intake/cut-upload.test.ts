import { once } from 'node:events'
import { connect } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { listen } from '../http/listen.ts'
import { startSession } from '../people/sessions.ts'
import { countRows } from '../testing/evidence-rows.ts'
import { type TestHub, withHub } from '../testing/index.ts'
import { mailBytes } from '../testing/mails.ts'
import { storedFiles } from '../testing/stored-files.ts'

// Through a real port: only there does a lost connection look like one (holds invariant 8).

const BODY = mailBytes({ text: 'x'.repeat(64 * 1024) })
const ENDED = Buffer.from('0\r\n\r\n')

async function signIn(hub: TestHub): Promise<string> {
  const personId = await hub.personOf({ contactOf: await hub.seed.organisation() })
  const token = await hub.inStaff((db) =>
    startSession(db, { personId, secondFactor: true, now: hub.clock.now(), browser: 'test' }),
  )
  return `noroshi_session=${token}`
}

/** Sends a request head and as much of a body as given, then ends the connection. */
async function sendAndHangUp(
  port: number,
  cookie: string,
  how: {
    readonly head: string
    readonly body: Uint8Array
    readonly end: 'quietly' | 'by reset' | 'when answered'
  },
): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  await once(socket, 'connect')
  let answer = ''
  socket.on('data', (chunk: Buffer) => (answer += chunk.toString()))
  socket.on('error', () => {})
  socket.write(
    `POST /api/submissions HTTP/1.1\r\nHost: localhost:8080\r\nSec-Fetch-Site: same-origin\r\nCookie: ${cookie}\r\nIdempotency-Key: cut-upload-000001\r\n${how.head}\r\n\r\n`,
  )
  socket.write(how.body)
  if (how.end === 'when answered') await once(socket, 'data')
  else await pause(60)
  if (how.end === 'by reset') socket.resetAndDestroy()
  else socket.end()
  if (!socket.closed) await once(socket, 'close')
  return answer
}

test('an upload cut anywhere leaves no row and no file, and the whole one is taken afterwards', () =>
  withHub(async (hub) => {
    const cookie = await signIn(hub)
    const server = await listen(hub.app, {
      address: '127.0.0.1',
      port: 0,
      baseUrl: hub.config.baseUrl,
    })
    try {
      const announced = `Content-Length: ${BODY.length}`
      const chunk = Buffer.concat([
        Buffer.from('400\r\n'),
        BODY.subarray(0, 1024),
        Buffer.from('\r\n'),
      ])
      const cuts = [
        ...[0, 1, 2, 5, 8, 11, 14, 15].map((sixteenths) => ({
          head: announced,
          body: BODY.subarray(0, Math.floor((BODY.length * sixteenths) / 16)),
          end: sixteenths % 2 === 1 ? ('by reset' as const) : ('quietly' as const),
        })),
        { head: announced, body: BODY.subarray(0, -1), end: 'quietly' as const },
        { head: 'Transfer-Encoding: chunked', body: chunk, end: 'quietly' as const },
        {
          head: 'Transfer-Encoding: chunked',
          body: chunk.subarray(0, -1),
          end: 'by reset' as const,
        },
      ]
      for (const cut of cuts) {
        expect(await sendAndHangUp(server.port, cookie, cut)).not.toMatch(/^HTTP\/1\.1 2/)
      }
      await expect.poll(() => storedFiles(hub)).toEqual([])
      expect(await countRows(hub, 'submission')).toBe(0)

      const whole = Buffer.concat([chunk, ENDED])
      const answer = await sendAndHangUp(server.port, cookie, {
        head: 'Transfer-Encoding: chunked',
        body: whole,
        end: 'when answered',
      })
      expect(answer).toMatch(/^HTTP\/1\.1 201/)
      expect(await countRows(hub, 'submission')).toBe(1)
    } finally {
      await server.stop()
    }
  }))
