import { Agent, request } from 'node:http'
import { expect, test } from 'vitest'
import { startSession } from '../people/sessions.ts'
import { type TestHub, withHub } from '../testing/index.ts'
import type { HubRoute } from './define-route.ts'
import { listen } from './listen.ts'

// Through a real port: a client library would put odd spellings right before they are sent (threat A13).

const NO_SUCH_ID = '00000000-0000-4000-8000-000000000000'

/** Thirty ways of writing one address that some proxy, router or file system takes for the same. */
function spellingsOf(path: string): string[] {
  const [, head = '', ...rest] = path.split('/')
  const tail = rest.join('/')
  const last = path.at(-1) ?? ''
  const hex = last.charCodeAt(0).toString(16)
  return [
    `/${path}`,
    `//${path}`,
    `/${head}//${tail}`,
    `/${head}///${tail}`,
    `${path}/`,
    `${path}//`,
    `${path}/.`,
    `${path}/..`,
    `/./${head}/${tail}`,
    `/${head}/./${tail}`,
    `/x/../${head}/${tail}`,
    `/${head}/x/../${tail}`,
    `/${head}/%2e/${tail}`,
    `/x/%2e%2e/${head}/${tail}`,
    `/x/..%2f${head}/${tail}`,
    `/${head}%2f${tail}`,
    `/${head}%252f${tail}`,
    `/${head}\\${tail}`,
    `/${head}%5c${tail}`,
    `${path}%00`,
    `${path}%20`,
    `${path}%09`,
    `${path};a=1`,
    `/${head};a=1/${tail}`,
    `${path}.json`,
    `${path}#x`,
    `${path}?/../x`,
    `${path.slice(0, -1)}%${hex}`,
    `${path.slice(0, -1)}%25${hex}`,
    path.toUpperCase(),
    `http://attacker.example${path}`,
    `${path}%c0%af`,
  ]
}

type Senders = Readonly<Record<'nobody' | 'reader', Sender>>

interface Sender {
  readonly port: number
  readonly agent: Agent
  readonly headers: Readonly<Record<string, string>>
}

function statusOf({ port, agent, headers }: Sender, method: string, path: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, agent, method, path, headers }, (answer) => {
      answer.resume()
      answer.on('end', () => resolve(answer.statusCode ?? 0))
    })
    asked.on('error', reject)
    asked.end()
  })
}

async function sessionOf(hub: TestHub): Promise<string> {
  const personId = await hub.personOf({ readerOf: await hub.seed.organisation() })
  const about = { personId, secondFactor: true, now: hub.clock.now(), browser: 'test' }
  return hub.inStaff((db) => startSession(db, about))
}

test('no spelling of any address lets somebody in whom the plain one refuses', () =>
  withHub(async (hub) => {
    const { baseUrl } = hub.config
    const server = await listen(hub.app, { address: '127.0.0.1', port: 0, baseUrl })
    const agent = new Agent({ keepAlive: true, maxSockets: 16 })
    const nobody = { port: server.port, agent, headers: { 'sec-fetch-site': 'same-origin' } }
    const cookie = `noroshi_session=${await sessionOf(hub)}`
    const reader = { ...nobody, headers: { ...nobody.headers, cookie } }
    const isRefused = (status: number) => status >= 400 && status < 500
    try {
      for (const [at, route] of hub.routes.entries()) {
        const path = route.path.replaceAll(/\{\w+\}/g, NO_SUCH_ID)
        for (const sender of sendersRefusedBy(route, at, { nobody, reader })) {
          const answers = await Promise.all(
            spellingsOf(path).map(
              async (spelling) =>
                [spelling, await statusOf(sender, route.method.toUpperCase(), spelling)] as const,
            ),
          )
          expect(answers.filter(([, status]) => !isRefused(status))).toEqual([])
        }
      }
    } finally {
      agent.destroy()
      await server.stop()
    }
  }))

/** Whom the rule of the route keeps out; a reader of the hub's pages stands for those who have a session. */
function sendersRefusedBy({ access, method }: HubRoute, at: number, senders: Senders): Sender[] {
  if (access === 'public') return []
  const isForReaders = typeof access === 'string' || access.includes('member-reader')
  // Each request with a session asks the database; a third of the routes shows the same function at work.
  const isSample = method === 'get' && at % 3 === 0
  return isForReaders || !isSample ? [senders.nobody] : [senders.nobody, senders.reader]
}
