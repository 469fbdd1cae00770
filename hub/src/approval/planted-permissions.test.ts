import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { expectOk, releaseAs, type Story, tellStory } from '../testing/bulletin-story.ts'
import {
  agree,
  answer,
  ask,
  askingBulletin,
  askNext,
  findWaiting,
  openCaseOf,
  registerPeer,
} from '../testing/permission-story.ts'
import { recordVisit, type Visit } from '../testing/record-visit.ts'
import { withHub } from '../testing/with-hub.ts'

// The story's provider is the attacker's friend. It hands in, in one mail, what the attacker made for each of its victims
// (a file, an address for one reader), permits all of it, and reads in its text whether something is missing.

const VICTIMS = ['q7xk2v9d', 'z4wm8t3b', 'h9rc5n2j', 'v3fp6d8s'] as const
const PEERS = 'z4wm8t3b'

const fileOf = (victim: string): string => `MZ made for ${victim}`
const hashOf = (victim: string): string => createHash('sha256').update(fileOf(victim)).digest('hex')
/** An address for one reader, by which the attacker knows who answers. */
const addressOf = (victim: string): string => `${victim}@mailbox-relay.test`

/** What was made for these, in a mail that is otherwise the same. */
function madeFor(victims: readonly string[], to: string): Buffer {
  const files = victims.flatMap((victim) => [
    ...['--part', 'Content-Type: application/octet-stream'],
    ...['Content-Disposition: attachment; filename="order.exe"', '', fileOf(victim)],
  ])
  return Buffer.from(
    [
      'From: Sales <desk@mailbox-relay.test>',
      `Reply-To: ${victims.map(addressOf).join(', ')}`,
      `To: ${to}`,
      'Subject: Invoice to be checked today',
      'Date: Wed, 14 Oct 2026 09:00:00 +0900',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary=part',
      ...['', '--part', 'Content-Type: text/plain', '', 'Please pay today.'],
      ...files,
      '--part--',
      '',
    ].join('\r\n'),
  )
}

const WORLDS = ['is no provider', 'permits', 'declines', 'is silent'] as const
type World = (typeof WORLDS)[number]

/** Everything that the planting provider reads when it has permitted all it planted, and when the text went out. */
const readAsPlanter = (world: World): Promise<Visit> =>
  withHub(async (hub) => {
    const story = await tellStory(hub)
    await registerPeer(story)
    const peer = hub.as({ contactOf: story.peer })
    const isAlone = world === 'is no provider'
    const planted = [story.contact, madeFor(VICTIMS, 'k-narumi@shiomidai-seiki.example')] as const
    const theirs = [peer, madeFor([PEERS], 'desk@kaido-kogyo.example')] as const
    const caseId = await openCaseOf(story, isAlone ? [planted] : [planted, theirs])
    if (isAlone) hub.clock.advance(60_000)
    const bulletin = await askingBulletin(story, caseId)
    await askNext(story, bulletin)
    await agree(story.contact)
    if (!isAlone) await answerAsVictim(story, bulletin, world)
    await askNext(story, bulletin)
    const asked = await readAll(story)

    if (!isAlone) await agree(peer)
    await agree(story.contact)
    expectOk(await releaseAs(story.lead, bulletin))
    await hub.runJobs()
    hub.clock.set('2026-10-16T01:00:00Z')
    return [...asked, ...(await readAll(story))].map(withoutChance)
  })

async function readAll(story: Story): Promise<Visit> {
  const contact = story.hub.as({ contactOf: story.provider })
  const { rows } = expectOk(await contact.get('/api/approvals'))
  const visits = []
  for (const { approvalId } of rows) {
    visits.push(...(await recordVisit(story.hub, contact, { approval: approvalId })))
  }
  return visits
}

const PLANTED: ReadonlySet<string> = new Set(VICTIMS.map(hashOf))

/** Hashes over ids drawn at random, and what is signed over them. What was planted stays. */
const withoutChance = (line: string): string =>
  line
    .replaceAll(/\b[0-9a-f]{64}\b/g, (hash) => (PLANTED.has(hash) ? hash : '<hash>'))
    .replaceAll(/"signature":"[^"]+"/g, '"signature":"<signature>"')

async function answerAsVictim(story: Story, bulletin: string, world: World): Promise<void> {
  const peer = story.hub.as({ contactOf: story.peer })
  if (world === 'permits') return agree(peer)
  if (world === 'is silent') {
    // Asked for again, the round ends with the answers that came.
    expect(expectOk(await ask(story, bulletin)).state).toBe('draft')
    return
  }
  expectOk(await answer(peer, await findWaiting(peer), { answer: 'permit', permitted: [] }))
}

/** The first test of a world makes it, on a machine that others use as well. */
const WORLD_MS_MAX = 240_000

test(
  'T33: of a file that stands in both mails one decision is made, and each that sent it is asked',
  () =>
    withHub(async (hub) => {
      const story = await tellStory(hub)
      const peer = hub.as({ contactOf: story.peer })
      const caseId = await openCaseOf(story, [
        [story.contact, madeFor(VICTIMS, 'k-narumi@shiomidai-seiki.example')],
        [peer, madeFor([PEERS], 'desk@kaido-kogyo.example')],
      ])
      const bulletin = await askingBulletin(story, caseId)
      const { questions } = expectOk(await story.analyst.get(`/api/bulletins/${bulletin}`))
      const values = questions.map(({ value }: { value: string }) => value)
      expect(values.filter((value: string) => value.includes(hashOf(PEERS)))).toEqual([
        VICTIMS.map(hashOf).sort().join(' '),
      ])
      expectOk(await ask(story, bulletin))
      expect((await findWaiting(peer)).identifying).toContainEqual({
        ...{ value: hashOf(PEERS), kind: 'hash' },
      })
    }),
  WORLD_MS_MAX,
)

let alone: Promise<Visit> | undefined

test.each(WORLDS.slice(1))(
  'T74: who plants what was made for a victim reads the same whether that one provided or not (it %s)',
  async (world) => {
    alone ??= readAsPlanter('is no provider')
    const expected = await alone
    for (const value of [...VICTIMS.map(hashOf), ...VICTIMS.map(addressOf)]) {
      expect([value, expected.some((line) => line.includes(value))]).toEqual([value, true])
    }
    expect(await readAsPlanter(world)).toEqual(expected)
  },
  WORLD_MS_MAX,
)
