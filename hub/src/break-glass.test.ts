import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { type TestHub, withHub } from './testing/index.ts'

// The command as it is run on the machine of a hub whose PostgreSQL runs elsewhere: a process of its own. The walk
// beside the built-in database is `walks/break-glass.test.ts`.

const COMMAND = fileURLToPath(new URL('../../cli/bin/noroshi.js', import.meta.url))

interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

function breakGlass(words: readonly string[], env: Readonly<Record<string, string>>): Promise<Ran> {
  const options = { encoding: 'utf8', env: { ...process.env, ...env } } as const
  return new Promise((resolve) => {
    execFile(process.execPath, [COMMAND, 'break-glass', ...words], options, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err })
    })
  })
}

/** Where the hub under test keeps its key and its database. */
async function settingsOf({
  folder,
  databaseOf,
  config,
}: TestHub): Promise<Record<string, string>> {
  const masterKeyFile = join(folder, 'master.key')
  await writeFile(masterKeyFile, Buffer.alloc(32, 7).toString('hex'), { mode: 0o600 })
  const { user, database, host } = databaseOf.app
  return {
    NOROSHI_DATA: folder,
    NOROSHI_BASE_URL: config.baseUrl,
    NOROSHI_MASTER_KEY_FILE: masterKeyFile,
    NOROSHI_DATABASE_URL: `postgresql://${user}@/${database}?host=${encodeURIComponent(host)}`,
  }
}

test('on a database of one’s own it prints a link that makes an administrator, once, and stands in the log', () =>
  withHub(async (hub) => {
    await hub.personOf('lead')
    // The command has the clock of its machine; so has the hub for this test.
    hub.clock.set(new Date())
    const { code, out, err } = await breakGlass(
      ['--email', 'Night@Hub.example'],
      await settingsOf(hub),
    )
    expect([code, err]).toEqual([0, ''])
    const [, url = ''] = /^Once, until [\dT:.-]+Z: (http:\S+)$/m.exec(out) ?? []
    expect(out.trim().split('\n')).toHaveLength(2)
    const follow = () =>
      hub.as(undefined).post('/api/sign-in/link', { token: new URL(url).hash.slice(1) })
    expect((await follow()).body).toEqual({ next: 'enrol' })
    expect((await follow()).status).toBe(410)
    const { rows } = (await hub.as('lead').get('/api/people')).body
    const made = rows.find(({ email }: { email: string }) => email === 'night@hub.example')
    expect(made.roles).toEqual(['hub-admin'])
    expect(await hub.auditOf(`person:${made.personId}`)).toContain('break-glass-opened')
    expect((await hub.as('lead').get('/api/break-glass')).body.rows).toHaveLength(1)
  }))

test('it makes nobody an administrator who is something else, and says what is missing', () =>
  withHub(async (hub) => {
    const analyst = (await hub.as('analyst').get('/api/me')).body
    const settings = await settingsOf(hub)
    const refused = await breakGlass(['--email', analyst.email], settings)
    expect([refused.code, refused.out]).toEqual([78, ''])
    expect(refused.err).toContain('no administrator')
    expect((await hub.as('analyst').get('/api/break-glass')).body.rows).toEqual([])

    const noHub = { ...settings, NOROSHI_MASTER_KEY_FILE: join(hub.folder, 'none.key') }
    expect((await breakGlass(['--email', 'night@hub.example'], noHub)).code).toBe(78)
    for (const words of [[], ['--email', 'nobody']]) {
      const { code, out } = await breakGlass(words, settings)
      expect([code, out.startsWith('noroshi break-glass --email')]).toEqual([2, true])
    }
  }))
