import type { PersonId } from 'contract/common'
import type { Hub } from '../hub/src/hub.ts'
import { startSession } from '../hub/src/people/sessions.ts'

export interface Answered {
  readonly status: number
  readonly body: ReturnType<typeof JSON.parse>
}

/** Somebody with a session, who may turn to any front process of the hub. */
export interface SignedInClient {
  /** Undefined when the connection ended without an answer. */
  ask(port: number, method: string, path: string, body?: unknown): Promise<Answered | undefined>
  /** As `ask`, but only success is accepted. */
  mustAsk(port: number, method: string, path: string, body?: unknown): Promise<Answered['body']>
}

export async function openSignedInClient(hub: Hub, personId: PersonId): Promise<SignedInClient> {
  const now = hub.clock.now()
  const session = { personId, secondFactor: true, now, browser: 'walk', isProofLasting: true }
  return clientOf(await hub.database.inStaff({}, (db) => startSession(db, session)))
}

/** Somebody whose session is known. */
export function clientOf(token: string): SignedInClient {
  const identity = { cookie: `noroshi_session=${token}`, 'sec-fetch-site': 'same-origin' }
  const ask: SignedInClient['ask'] = async (port, method, path, body) => {
    const headers = { ...identity, 'content-type': 'application/json' }
    const request = {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }
    return readAnswer(() => fetch(`http://127.0.0.1:${port}${path}`, request))
  }
  return {
    ask,
    async mustAsk(port, method, path, body) {
      const answer = await ask(port, method, path, body)
      if (answer === undefined || answer.status >= 300) {
        throw new Error(`${method} ${path}: ${answer?.status} ${JSON.stringify(answer?.body)}`)
      }
      return answer.body
    },
  }
}

/** Status and JSON of an answer; undefined when none came. */
export async function readAnswer(send: () => Promise<Response>): Promise<Answered | undefined> {
  const answer = await send().catch(() => undefined)
  const text = await answer?.text().catch(() => undefined)
  if (answer === undefined || text === undefined) return undefined
  return { status: answer.status, body: text === '' ? undefined : JSON.parse(text) }
}
