import { type Socket, connect } from 'node:net'
import { expect } from 'vitest'
import { startSmtp } from '../intake/smtp.ts'
import { renameAddress } from './evidence-rows.ts'
import type { TestHub } from './with-hub.ts'

// A bare socket speaks here, because a mail library would mend what these tests break.

export const CONTACT = 'contact@b-company.example'
export const MAILBOX = 'report@hub.invalid'

export interface Conversation {
  /** Sends bytes as they are and waits for one answer line; multi-line answers count as one. */
  say(bytes: string | Uint8Array): Promise<string>
  readonly socket: Socket
}

export async function withSmtp<T>(
  hub: TestHub,
  work: (open: () => Promise<Conversation>) => Promise<T>,
): Promise<T> {
  const listener = await startSmtp(hub, { address: '127.0.0.1', port: 0 })
  const sockets: Socket[] = []
  try {
    return await work(async () => {
      const socket = connect(listener.port, '127.0.0.1')
      sockets.push(socket)
      const next = readAnswers(socket)
      expect(await next()).toMatch(/^220/)
      const say = (bytes: string | Uint8Array) => {
        socket.write(bytes)
        return next()
      }
      expect(await say('EHLO sender.example\r\n')).toMatch(/^250/)
      return { say, socket }
    })
  } finally {
    for (const socket of sockets) socket.destroy()
    await listener.stop()
  }
}

/** Hands out complete answers one after the other (RFC 5321 §4.2.1). */
function readAnswers(socket: Socket): () => Promise<string> {
  let text = ''
  let ended = false
  let wake = () => {}
  socket.on('data', (chunk: Buffer) => {
    text += chunk.toString()
    wake()
  })
  socket.on('close', () => {
    ended = true
    wake()
  })
  socket.on('error', () => {})
  return async () => {
    for (;;) {
      const complete = /^(?:\d{3}-.*\r\n)*\d{3} .*\r\n/.exec(text)
      if (complete !== null) {
        text = text.slice(complete[0].length)
        return complete[0].trim()
      }
      if (ended) return 'closed'
      await new Promise<void>((resolve) => {
        wake = resolve
      })
    }
  }
}

export interface Delivery {
  readonly from?: string
  readonly to?: string
  readonly message: Uint8Array
}

/** Delivers one message; the answer to the first step that is refused, or to the message. */
export async function deliver(
  { say }: Conversation,
  { from = CONTACT, to = MAILBOX, message }: Delivery,
): Promise<string> {
  for (const step of [`MAIL FROM:<${from}>`, `RCPT TO:<${to}>`, 'DATA']) {
    const answer = await say(`${step}\r\n`)
    if (!/^[23]/.test(answer)) {
      await say('RSET\r\n')
      return answer
    }
  }
  return say(Buffer.concat([message, Buffer.from('\r\n.\r\n')]))
}

/** A member organisation whose contact writes from {@link CONTACT}. */
export async function seedContact(hub: TestHub) {
  const organisation = await hub.seed.organisation()
  const personId = await hub.seed.person(['member-contact'], organisation)
  await hub.inStaff((db) => renameAddress(db, personId, CONTACT))
  return organisation
}
