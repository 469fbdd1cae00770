import { expect, test } from 'vitest'
import { type TestHub, withHub } from '../testing/index.ts'

const MINUTE = 60
const settings = { NOROSHI_REQUESTS_PER_MINUTE: String(MINUTE) }
const readAll = (hub: TestHub, as: ReturnType<TestHub['as']>, times: number) =>
  Promise.all(Array.from({ length: times }, () => as.get('/api/inbox')))

test('who reads in a loop is told to wait, alone, and goes on after that', () =>
  withHub(
    async (hub) => {
      const organisationId = await hub.seed.organisation({ groupIds: [await hub.seed.group()] })
      const reader = hub.as({ readerOf: organisationId })
      const answers = await readAll(hub, reader, MINUTE + 5)
      const refused = answers.filter(({ status }) => status === 429)
      expect(refused).toHaveLength(5)
      expect(refused[0]?.body.code).toBe('too-many-requests')
      expect(refused[0]?.headers.get('retry-after')).toBe('1')
      // A colleague is not slowed, and no answer counts what is left.
      const colleague = await hub.as({ contactOf: organisationId }).get('/api/inbox')
      expect(colleague.status).toBe(200)
      const names = [...colleague.headers.keys(), ...(refused[0]?.headers.keys() ?? [])]
      expect(names.filter((name) => name.includes('ratelimit'))).toEqual([])

      hub.clock.advance(1000)
      expect((await reader.get('/api/inbox')).status).toBe(200)
      expect((await reader.get('/api/inbox')).status).toBe(429)
      // A second browser of the same person is the same person.
      const personId = await hub.personOf({ readerOf: organisationId })
      expect((await hub.as({ personId }).get('/api/inbox')).status).toBe(429)
    },
    { settings },
  ))

test('a machine may read twice as much at its first visit', () =>
  withHub(
    async (hub) => {
      const organisationId = await hub.seed.organisation({ groupIds: [await hub.seed.group()] })
      const made = await hub.as({ contactOf: organisationId }).post('/api/me/tokens', {
        ...{ name: 'SIEM', scopes: ['read:bulletins'], days: 30 },
      })
      const machine = hub.as({ token: made.body.token })
      const statuses: number[] = []
      const ask = () => machine.get('/taxii2/api/collections/')
      for (let i = 0; i < 2 * MINUTE; i += 1) statuses.push((await ask()).status)
      expect(statuses).not.toContain(429)
      // In the form its client reads (TAXII 2.1 §3.6.1).
      const refused = await ask()
      expect(refused.status).toBe(429)
      expect(refused.headers.get('retry-after')).toBe('1')
      expect(refused.headers.get('content-type')).toBe('application/taxii+json;version=2.1')
      expect(refused.body).toEqual({
        title: expect.stringMatching(/^\w/),
        error_code: 'too-many-requests',
        http_status: '429',
      })
      // Another address of the same machine is answered as everywhere.
      const elsewhere = await machine.get('/api/inbox')
      expect(elsewhere.headers.get('content-type')).toBe('application/problem+json')
    },
    { settings },
  ))
