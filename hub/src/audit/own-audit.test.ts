import { expect, test } from 'vitest'
import {
  handIn,
  openStoryCase,
  type Story,
  storyMail,
  tellStory,
} from '../testing/bulletin-story.ts'
import { withHub } from '../testing/index.ts'
import { recordAudit } from './record-audit.ts'

const withStory = (work: (story: Story) => Promise<void>) =>
  withHub(async (hub) => work(await tellStory(hub)))

interface Row {
  number: number
  on: string
  at?: string
  by: string
  name?: string
  action: string
  subject: string
}

const rowsOf = async ({ hub, provider }: Story): Promise<Row[]> =>
  (await hub.as({ contactOf: provider }).get('/api/me/audit')).body.rows

test('an organisation reads what it did at once, what the hub opened of it a day later, and nothing of cases', () =>
  withStory(async (story) => {
    await openStoryCase(story)
    const before = await rowsOf(story)
    const submissionId = before
      .find(({ action }) => action === 'submission-handed-in')
      ?.subject.split(':')[1]
    await story.analyst.get(`/api/submissions/${submissionId}`)
    await story.contact.get(`/api/my/submissions/${submissionId}`)
    // Looked up every minute, a line that came at once would tell when the hub's people work.
    expect((await rowsOf(story)).filter(({ by }) => by === 'hub')).toEqual([])

    story.hub.clock.set('2026-10-16T01:00:00Z')
    const tomorrow = await rowsOf(story)
    expect(tomorrow).toContainEqual({
      number: expect.any(Number),
      on: '2026-10-15',
      by: 'hub',
      action: 'submission-viewed',
      subject: `submission:${submissionId}`,
    })
    // What was read yesterday keeps its place and number.
    expect(tomorrow.slice(-before.length)).toEqual(before)
    expect(tomorrow.map(({ number }) => number)).toEqual(
      tomorrow.map((_, at) => tomorrow.length - at),
    )
    const all = tomorrow.map((row) => row.action).join(' ')
    expect(all).not.toMatch(/case|bulletin/)
  }))

test('what others do changes nothing in it, not even a number', () =>
  withStory(async (story) => {
    const { hub, stranger } = story
    await handIn(story, hub.as({ contactOf: story.provider }), storyMail())
    const before = await rowsOf(story)
    await handIn(story, hub.as({ contactOf: stranger }), storyMail())
    expect(await rowsOf(story)).toEqual(before)
    const strangers = (await hub.as({ contactOf: stranger }).get('/api/me/audit')).body.rows
    const own = new Set(before.map(({ subject }) => subject))
    expect(strangers.filter(({ subject }: Row) => own.has(subject))).toEqual([])
  }))

test('it comes in pages, by numbers of its own', () =>
  withStory(async (story) => {
    const { hub, provider } = story
    const contact = hub.as({ contactOf: provider })
    await hub.inStaff(async (db) => {
      const entry = { action: 'vault-revised', subject: `organisation:${provider}` }
      for (let times = 0; times < 102; times += 1) {
        await recordAudit(db, { actor: { audit: 'hub' }, ...entry })
      }
    })
    hub.clock.set('2026-10-16T01:00:00Z')
    const first = (await contact.get('/api/me/audit')).body
    const second = (await contact.get(`/api/me/audit?after=${first.next}`)).body
    expect(first.rows).toHaveLength(100)
    expect(second.rows[0].number).toBe(first.rows.at(-1).number - 1)
    expect((await hub.as({ readerOf: provider }).get('/api/me/audit')).status).toBe(403)
  }))
