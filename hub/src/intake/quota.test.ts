import { expect, test } from 'vitest'
import { sql } from '../database/index.ts'
import { mailBytes } from '../testing/mails.ts'
import { storedFiles } from '../testing/stored-files.ts'
import { type TestHub, withHub } from '../testing/index.ts'

const HOUR_MS = 3_600_000
const KIB = 1024
let keys = 0

/** A mail of about this many kibibytes, different each time. */
function letter(kib: number): Uint8Array {
  keys += 1
  return mailBytes({
    subject: `No ${keys}`,
    text: 'x'
      .repeat(70)
      .concat('\r\n')
      .repeat((kib * KIB) / 72),
  })
}
const send = (as: ReturnType<TestHub['as']>, kib: number, key?: string) => {
  const bytes = letter(kib)
  return as.post('/api/submissions', bytes, {
    'idempotency-key': key ?? `quota-quota-quota-${keys}`,
  })
}
const settings = { NOROSHI_INTAKE_MIB_PER_DAY: '1', NOROSHI_INTAKE_MIB_IN_ALL: '2' }

test('what goes beyond a day’s quota is refused until the day is over; what was accepted stays', () =>
  withHub(
    async (hub) => {
      const organisationId = await hub.seed.organisation()
      const contact = hub.as({ contactOf: organisationId })
      const first = await send(contact, 700, 'quota-first-first')
      expect(first.status).toBe(201)
      const second = await send(contact, 700)
      expect([second.status, second.body.code]).toEqual([429, 'intake-full-today'])
      // The clock of the test stands at 10 in Japan: fourteen hours until midnight.
      expect(second.headers.get('retry-after')).toBe(String((14 * HOUR_MS) / 1000))
      expect(second.body.places).toEqual([{ path: 'opensAt', say: '2026-10-15T15:00:00.000Z' }])
      const further = await contact.post(
        `/api/submissions/${first.body.submissionId}/files`,
        letter(700),
      )
      expect([further.status, further.body.code]).toEqual([429, 'intake-full-today'])
      expect((await send(contact, 100)).status).toBe(201)
      // Nobody else is kept out.
      expect((await send(hub.as({ contactOf: await hub.seed.organisation() }), 700)).status).toBe(
        201,
      )

      const { rows } = (await contact.get('/api/my/submissions')).body
      expect(rows).toHaveLength(2)
      const use = await hub.as('analyst').get(`/api/organisations/${organisationId}/intake-use`)
      expect(use.body).toMatchObject({ dayBytesMax: KIB * KIB, allBytesMax: 2 * KIB * KIB })
      expect(Math.round(use.body.dayBytes / KIB / 100)).toBe(8)

      const sendLater = (hours: number) => {
        hub.clock.advance(hours * HOUR_MS)
        return send(hub.as({ contactOf: organisationId }), 700)
      }
      expect((await sendLater(14)).status).toBe(201)
      const beyond = await sendLater(24)
      expect([beyond.status, beyond.body.code]).toEqual([507, 'intake-full'])
    },
    { settings },
  ))

test('the same upload again gets its receipt, also when the quota is used up', () =>
  withHub(
    async (hub) => {
      const contact = hub.as({ contactOf: await hub.seed.organisation() })
      const bytes = letter(700)
      const again = () =>
        contact.post('/api/submissions', bytes, { 'idempotency-key': 'quota-again-again' })
      const first = await again()
      const second = await again()
      expect([first.status, second.status]).toEqual([201, 200])
      expect(second.body).toEqual(first.body)
    },
    { settings },
  ))

test('what is beyond the quota leaves nothing in the store, however often it is sent', () =>
  withHub(
    async (hub) => {
      const contact = hub.as({ contactOf: await hub.seed.organisation() })
      const { submissionId } = (await send(contact, 700)).body
      const kept = await storedFiles(hub)
      for (let attempt = 0; attempt < 3; attempt += 1) {
        expect((await send(contact, 700)).status).toBe(429)
        const file = await contact.post(`/api/submissions/${submissionId}/files`, letter(700))
        expect(file.status).toBe(429)
      }
      expect(await storedFiles(hub)).toEqual(kept)
    },
    { settings },
  ))

test('uploads side by side do not pass the quota together', () =>
  withHub(
    async (hub) => {
      const contact = hub.as({ contactOf: await hub.seed.organisation() })
      const answers = await Promise.all([1, 2, 3, 4].map(() => send(contact, 400)))
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 429, 429])
    },
    { settings },
  ))

test('a member counts for nobody but itself', () =>
  withHub(async (hub) => {
    const [own, other] = [await hub.seed.organisation(), await hub.seed.organisation()]
    const count = (id: string, bytes: number) =>
      hub.inMember(own, (db) =>
        sql`select * from noroshi.count_intake(${id}, '2026-10-15', ${bytes})`.execute(db),
      )
    await expect(count(other, 1)).rejects.toMatchObject({ code: '42501' })
    await expect(count(own, -1)).rejects.toMatchObject({ code: '42501' })
  }))
