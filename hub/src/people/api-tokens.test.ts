import { expect, test } from 'vitest'
import { z } from 'zod'
import { sql } from '../database/index.ts'
import { defineRoute } from '../http/define-route.ts'
import { type TestHub, withHub } from '../testing/index.ts'

const Word = z.object({ word: z.string() })
const answer = () => Promise.resolve({ word: 'done' })
const routes = [
  defineRoute(
    {
      method: 'get',
      path: '/api/try/read',
      access: ['member-contact'],
      scope: 'read:bulletins',
      summary: 'Reads',
      answer: Word,
    },
    answer,
  ),
  defineRoute(
    {
      method: 'post',
      path: '/api/try/write',
      access: ['member-contact'],
      scope: 'write:submissions',
      summary: 'Writes',
      answer: Word,
    },
    answer,
  ),
  defineRoute(
    {
      method: 'get',
      path: '/api/try/people',
      access: 'signed-in',
      summary: 'People',
      answer: Word,
    },
    answer,
  ),
]

async function createToken(hub: TestHub, scopes: string[]) {
  const organisationId = await hub.seed.organisation()
  const contact = hub.as({ contactOf: organisationId })
  const created = await contact.post('/api/me/tokens', { name: 'Gateway', scopes, days: 30 })
  return { organisationId, contact, ...created.body }
}

test('a token does what its scopes say on every route, and nothing else', () =>
  withHub(
    async (hub) => {
      const { token } = await createToken(hub, ['read:bulletins'])
      const machine = hub.as({ token })
      const allowed: string[] = []
      for (const { method, path, scope } of hub.routes) {
        const place = path.replaceAll(/\{\w+\}/g, '00000000-0000-4000-8000-000000000000')
        const { status, body } = await machine[method](place)
        const isRefused = status === 403 && ['scope-required', 'role-required'].includes(body?.code)
        if (!isRefused && status !== 401) allowed.push(`${method} ${path} ${scope}`)
      }
      const publicOnes = hub.routes.filter(({ access }) => access === 'public').length
      const readers = hub.routes.filter(({ scope }) => scope === 'read:bulletins').length
      expect(allowed.filter((line) => line.endsWith('write:submissions'))).toEqual([])
      expect(allowed.length).toBeLessThanOrEqual(publicOnes + readers)
      expect(allowed).toContain('get /api/try/read read:bulletins')
    },
    { routes },
  ))

test('a token ends with its day, its revocation, and the person who made it', () =>
  withHub(
    async (hub) => {
      const status = async (token: string) => (await hub.as({ token }).get('/api/try/read')).status
      const revoked = await createToken(hub, ['read:bulletins'])
      expect(await status(revoked.token)).toBe(200)
      await revoked.contact.delete(`/api/me/tokens/${revoked.tokenId}`)
      expect(await status(revoked.token)).toBe(401)

      const orphan = await createToken(hub, ['read:bulletins'])
      const maker = await hub.personOf({ contactOf: orphan.organisationId })
      await hub.as('admin').post(`/api/people/${maker}/disabled`, { disabled: true })
      expect(await status(orphan.token)).toBe(401)

      const old = await createToken(hub, ['read:bulletins'])
      hub.clock.advance(31 * 24 * 3_600_000)
      expect(await status(old.token)).toBe(401)
    },
    { routes },
  ))

test('ids that anybody can see are no tokens', () =>
  withHub(
    async (hub) => {
      const { tokenId, organisationId } = await createToken(hub, ['read:bulletins'])
      const person = await hub.personOf({ contactOf: organisationId })
      for (const guess of [tokenId, organisationId, person, '', `noroshi_${tokenId}`]) {
        expect((await hub.as({ token: guess }).get('/api/try/read')).status).toBe(401)
      }
    },
    { routes },
  ))

test('a contact neither sees nor ends another organisation’s token', () =>
  withHub(async (hub) => {
    const { tokenId } = await createToken(hub, ['read:bulletins'])
    const stranger = hub.as({ contactOf: await hub.seed.organisation() })
    expect((await stranger.get('/api/me/tokens')).body.rows).toEqual([])
    expect((await stranger.delete(`/api/me/tokens/${tokenId}`)).status).toBe(404)
  }))

test('a token comes by HTTP Basic too, as TAXII clients send it', () =>
  withHub(
    async (hub) => {
      const { token } = await createToken(hub, ['read:bulletins'])
      const basic = Buffer.from(`anything:${token}`).toString('base64')
      const headers = { authorization: `Basic ${basic}` }
      expect((await hub.as(undefined).get('/api/try/read', headers)).status).toBe(200)
    },
    { routes },
  ))

test('of ten tokens asked for at once an organisation that has forty-five gets five', () =>
  withHub(async (hub) => {
    const organisationId = await hub.seed.organisation()
    const contact = hub.as({ contactOf: organisationId })
    const maker = await hub.personOf({ contactOf: organisationId })
    const now = hub.clock.now()
    await hub.inStaff((db) =>
      sql`insert into noroshi.api_token (id, token_hash, organisation_id, name, scopes, created_by, created_at, expires_at)
          select gen_random_uuid(), nth::text, ${organisationId}, 'Gateway', '{read:bulletins}', ${maker},
                 ${now}::timestamptz, ${now}::timestamptz + interval '30 days'
            from generate_series(1, 45) nth`.execute(db),
    )
    const asked = Array.from({ length: 10 }, (_, nth) =>
      contact.post('/api/me/tokens', {
        name: `Gateway ${nth}`,
        scopes: ['read:bulletins'],
        days: 30,
      }),
    )
    const statuses = (await Promise.all(asked)).map(({ status }) => status)
    expect(statuses.toSorted()).toEqual([...Array(5).fill(200), ...Array(5).fill(409)])
  }))
