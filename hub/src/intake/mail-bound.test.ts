import { expect, test } from 'vitest'
import type { OrganisationId } from 'contract/common'
import { countRows } from '../testing/evidence-rows.ts'
import { type TestHub, withHub } from '../testing/index.ts'
import { forwardBytes, mailBytes } from '../testing/mails.ts'
import { storedFiles } from '../testing/stored-files.ts'
import { CONTACT, deliver, seedContact, withSmtp } from '../testing/smtp-conversation.ts'
import { intakeLimits as limits } from './limits.ts'
import { countMailed } from './mailed-use.queries.ts'

const HERE = '127.0.0.1'
const TODAY = '2026-10-15'
const DAY_MS = 86_400_000
const STRANGER = 'x@sender.example'
const RECEIVED = /^250 OK: received as S-2026-[0-9A-Z]{6}$/

/** Mail from both, so that every answer of a contact has a stranger's beside it. */
function writeBoth(hub: TestHub, subject: string): Promise<string[]> {
  return withSmtp(hub, async (open) => {
    const conversation = await open()
    const answers: string[] = []
    for (const from of [CONTACT, STRANGER]) {
      const message = forwardBytes(from, mailBytes({ subject }))
      answers.push(await deliver(conversation, { from, message }))
    }
    return answers
  })
}

const count = (hub: TestHub, network: string | undefined, bytes: number) =>
  hub.inStaff((db) => countMailed(db, { network, day: TODAY, bytes }))

async function countMany(hub: TestHub, network: string | undefined, mails: number) {
  await hub.inStaff(async (db) => {
    for (let mail = 0; mail < mails; mail += 1)
      await countMailed(db, { network, day: TODAY, bytes: 1 })
  })
}

const loadOwnUse = async (hub: TestHub, organisationId: OrganisationId) =>
  (await hub.as({ readerOf: organisationId }).get('/api/my/intake-use')).body

test('a contact whose organisation has used up its quota is answered like a stranger', () =>
  withHub(
    async (hub) => {
      const organisationId = await seedContact(hub)
      const contact = hub.as({ contactOf: organisationId })
      const upload = (size: number) =>
        contact.post('/api/submissions', new Uint8Array(size).fill(0x78), {
          'idempotency-key': `used-up-used-up-${size}`,
        })
      expect((await upload(1024 * 1024)).status).toBe(201)
      expect((await upload(1)).status).toBe(429)

      for (const answer of await writeBoth(hub, 'Used up')) expect(answer).toMatch(RECEIVED)
      const { rows } = (await contact.get('/api/my/submissions')).body
      const channels = rows.map(({ channel }: { channel: string }) => channel)
      expect(channels.toSorted()).toEqual(['smtp', 'web'])
    },
    { settings: { NOROSHI_INTAKE_MIB_PER_DAY: '1' } },
  ))

test('mail in a contact’s name, which anybody can write, uses up nothing of the organisation’s quota', () =>
  withHub(async (hub) => {
    const organisationId = await seedContact(hub)
    await writeBoth(hub, 'Forged')
    expect(await loadOwnUse(hub, organisationId)).toMatchObject({
      dayBytes: 0,
      allBytes: 0,
      mailTurnedAway: 0,
    })
  }))

test.each<[string, (hub: TestHub) => Promise<unknown>]>([
  [
    'bytes from everywhere',
    (hub) => count(hub, 'elsewhere.invalid', limits.mailedBytesPerDayMax - 10),
  ],
  ['bytes from the network', (hub) => count(hub, HERE, limits.mailedBytesPerNetworkMax - 10)],
  ['messages from the network', (hub) => countMany(hub, HERE, limits.mailedPerNetworkMax)],
])('beyond the bound of %s contact and stranger hear the same, and lose nothing', (_what, fill) =>
  withHub(async (hub) => {
    const organisationId = await seedContact(hub)
    await fill(hub)
    const [ofContact, ofStranger] = await writeBoth(hub, 'Beyond')
    expect(ofContact).toBe(
      '452 No more mail can be taken in today. Please try again later, or upload on the web.',
    )
    expect(ofStranger).toBe(ofContact)
    expect(await countRows(hub, 'submission')).toBe(0)
    // Refused afterwards the bytes would stay, and whoever sends again and again would fill the disk with them.
    expect(await storedFiles(hub)).toEqual([])

    // The contact reads on the web what his mail server was told, and another organisation nothing of it.
    expect(await loadOwnUse(hub, organisationId)).toMatchObject({ mailTurnedAway: 1 })
    const other = await hub.seed.organisation()
    expect(await loadOwnUse(hub, other)).toMatchObject({ mailTurnedAway: 0 })
    expect((await hub.as('analyst').get('/api/mailed-use')).body).toMatchObject({ turnedAway: 2 })

    // A mail server tries again by itself.
    hub.clock.advance(DAY_MS)
    for (const answer of await writeBoth(hub, 'Beyond')) expect(answer).toMatch(RECEIVED)
    expect(await loadOwnUse(hub, organisationId)).toMatchObject({ mailTurnedAway: 0 })
  }),
)

test('the bound of a network does not hold for a gateway of the hub’s own', () =>
  withHub(
    async (hub) => {
      await seedContact(hub)
      await count(hub, HERE, limits.mailedBytesPerNetworkMax)
      for (const answer of await writeBoth(hub, 'Gateway')) expect(answer).toMatch(RECEIVED)
    },
    { settings: { NOROSHI_SMTP_GATEWAYS: '203.0.113.5, 127.0.0.1' } },
  ))

test('what another network sent leaves this one its room', () =>
  withHub(async (hub) => {
    await seedContact(hub)
    await count(hub, '198.51.100.7', limits.mailedBytesPerNetworkMax)
    for (const answer of await writeBoth(hub, 'Room')) expect(answer).toMatch(RECEIVED)
  }))

test('messages side by side do not pass the bound together', () =>
  withHub(async (hub) => {
    await countMany(hub, HERE, limits.mailedPerNetworkMax - 1)
    const answers = await withSmtp(hub, (open) =>
      Promise.all(
        ['One', 'Two', 'Three'].map(async (subject) =>
          deliver(await open(), {
            from: STRANGER,
            message: forwardBytes(STRANGER, mailBytes({ subject })),
          }),
        ),
      ),
    )
    expect(answers.map((answer) => answer.slice(0, 3)).toSorted()).toEqual(['250', '452', '452'])
  }))

test('the hub’s people see when mail comes near the bound of the day, and members do not', () =>
  withHub(async (hub) => {
    const load = async () => (await hub.as('analyst').get('/api/mailed-use')).body
    await count(hub, undefined, Math.floor(limits.mailedBytesPerDayMax * 0.79))
    expect(await load()).toMatchObject({ dayMails: 1, isNear: false, turnedAway: 0 })
    await count(hub, undefined, Math.ceil(limits.mailedBytesPerDayMax * 0.02))
    expect(await load()).toMatchObject({ dayMails: 2, isNear: true })
    const member = hub.as({ contactOf: await hub.seed.organisation() })
    expect((await member.get('/api/mailed-use')).status).toBe(403)
  }))
