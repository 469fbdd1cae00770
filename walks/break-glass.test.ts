import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningHub, startHub } from '../hub/src/start-hub.ts'
import { startWalkedHub, type WalkedHub } from './running-hub.ts'
import { openSignedInClient } from './signed-in-client.ts'

/*
 * `noroshi break-glass` beside the built-in database, as a process of its own: while the hub runs it enters by the
 * same socket, and while the hub is stopped it starts the database for the moment.
 */

const COMMAND = fileURLToPath(new URL('../cli/bin/noroshi.js', import.meta.url))
let hub: WalkedHub
let again: RunningHub | undefined

beforeAll(async () => {
  hub = await startWalkedHub()
})
afterAll(async () => {
  await again?.stop()
  await hub?.stop()
})

/** The link it prints. Its machine knows nothing but where the hub's folder is. */
async function breakGlass(email: string): Promise<URL> {
  const { dataFolder, baseUrl } = hub.running.config
  const words = [COMMAND, 'break-glass', '--email', email, '--data', dataFolder]
  const env = { PATH: process.env['PATH'], NOROSHI_BASE_URL: baseUrl }
  const { stdout } = await promisify(execFile)(process.execPath, words, { env })
  const [url = ''] = /http:\S+/.exec(stdout) ?? []
  return new URL(url)
}

async function follow(link: URL): Promise<number> {
  const answer = await fetch(new URL('/api/sign-in/link', link), {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: link.origin },
    body: JSON.stringify({ token: link.hash.slice(1) }),
  })
  return answer.status
}

test('while the hub runs, its link lets somebody in at once, and everybody at the hub is shown so', async () => {
  const link = await breakGlass('night@hub.example')
  expect(await follow(link)).toBe(200)
  expect(await follow(link)).toBe(410)
  const { people, running } = hub
  const analyst = await openSignedInClient(running.hub, people.analyst.personId)
  const { rows } = await analyst.mustAsk(Number(link.port), 'GET', '/api/break-glass')
  expect(rows).toMatchObject([{ name: 'night@hub.example' }])
})

test('while the hub is stopped, the link waits for its next start', async () => {
  const { dataFolder, port } = hub.running.config
  await hub.running.stop()
  const link = await breakGlass('late@hub.example')
  again = await startHub({
    NOROSHI_DATA: dataFolder,
    NOROSHI_PORT: String(port),
    NOROSHI_SMTP_PORT: '0',
  })
  expect(await follow(link)).toBe(200)
})
