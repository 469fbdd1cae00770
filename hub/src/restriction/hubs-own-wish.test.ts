import { expect, test } from 'vitest'
import { sql } from '../database/index.ts'
import {
  checkedBulletin,
  expectOk,
  handIn,
  openStoryCase,
  type Story,
  storyMail,
  tellStory,
} from '../testing/bulletin-story.ts'
import { recordAnswer, type Visit } from '../testing/record-visit.ts'
import { withHub } from '../testing/with-hub.ts'

// Whoever holds the mails that an attacker wrote, one to each victim, hands them all in. What of them is folded into a case
// that the hub restricted, or that somebody works on, may look like what nobody else reported (T48, T62).

type Secret = 'nobody else' | 'another, restricted by the hub' | 'another, with a text begun'

const ASK = { purpose: 'handling', reason: 'Same sender as in my case.', days: 3 }

/** What another handed in before, and what the hub made of it. */
async function keepSecret(story: Story, secret: Secret): Promise<string | undefined> {
  const { analyst, hub } = story
  if (secret === 'nobody else') return undefined
  const caseId = await openStoryCase(story)
  if (secret === 'another, with a text begun') {
    expectOk(
      await analyst.post(`/api/cases/${caseId}/assign`, { personId: await hub.personOf('lead') }),
    )
    await checkedBulletin(story, caseId)
    return undefined
  }
  expectOk(await analyst.put(`/api/cases/${caseId}/restriction`))
  return caseId
}

/** Somebody is let in to each of these. */
async function letIn({ hub }: Story, ids: readonly string[]): Promise<void> {
  const personId = await hub.seed.person(['hub-analyst'])
  const [newcomer, admin] = [hub.as({ personId, secondFactor: true }), hub.as('admin')]
  for (const id of ids) {
    expectOk(await newcomer.post(`/api/closed/${id}/ask`, ASK))
    const { admissionId } = expectOk(await admin.get('/api/admissions')).rows[0]
    expectOk(await admin.post(`/api/admissions/${admissionId}/answer`, { outcome: 'allowed' }))
  }
}

const readAsSecond = (secret: Secret): Promise<Visit> =>
  withHub(async (hub) => {
    const story = await tellStory(hub)
    const restricted = await keepSecret(story, secret)
    hub.clock.advance(60_000)
    const peer = hub.as({ contactOf: story.peer })
    const own = await handIn(story, peer, storyMail())
    const seen: string[] = []
    const read = async (as = peer): Promise<void> => {
      seen.push(recordAnswer(await as.get('/api/my/submissions')))
      seen.push(recordAnswer(await as.get(`/api/my/submissions/${own}`)))
    }
    const path = `/api/my/submissions/${own}/restriction`
    await read()
    if (restricted !== undefined) await letIn(story, [own, restricted])
    await hub.runJobs()
    await read()
    seen.push(recordAnswer(await peer.delete(path)))
    hub.clock.advance(60_000)
    seen.push(recordAnswer(await peer.put(path)))
    await hub.runJobs()
    await read()
    seen.push(recordAnswer(await peer.delete(path)))
    await read()
    hub.clock.set('2026-10-16T01:00:00Z')
    const nextDay = hub.as({ contactOf: story.peer })
    await read(nextDay)
    seen.push(recordAnswer(await nextDay.get('/api/me/audit')))
    const { rows } = await hub.inStaff((db) =>
      sql`select n.kind from noroshi.notice n join noroshi.person p on p.id = n.person_id
           where p.organisation_id = ${story.peer}`.execute(db),
    )
    return [...seen, JSON.stringify(rows)]
  })

// The first test tells the story, on a machine that others use as well.
const STORY_MS_MAX = 180_000

test(
  'who hands in a mail of a restricted case, or of one that is worked on, reads what it would if nobody else had (T48)',
  async () => {
    const alone = await readAsSecond('nobody else')
    // Its own wish it reads.
    expect(alone.filter((line) => line.includes('"restriction":{"admissions":[]}'))).toHaveLength(2)
    expect(alone.filter((line) => line.includes('not-restricted'))).toHaveLength(1)
    for (const secret of ['another, restricted by the hub', 'another, with a text begun'] as const)
      expect([secret, await readAsSecond(secret)]).toEqual([secret, alone])
  },
  STORY_MS_MAX,
)

/** What a provider reads that itself restricts its copy, once a lead was let in to it: to lift the hub's restriction, or anyhow. */
const readLetIn = (secret: Secret): Promise<Visit> =>
  withHub(async (hub) => {
    const story = await tellStory(hub)
    const isShared = (await keepSecret(story, secret)) !== undefined
    hub.clock.advance(60_000)
    const peer = hub.as({ contactOf: story.peer })
    const own = await handIn(story, peer, storyMail())
    expectOk(await peer.put(`/api/my/submissions/${own}/restriction`))
    hub.clock.advance(60_000)
    const [lead, admin] = [story.lead, hub.as('admin')]
    const closed = expectOk(await lead.get('/api/closed')).rows
    const thing = closed.find(({ id }: { id: string }) => id === own) ?? closed[0]
    const purpose = isShared ? 'lifting' : 'other'
    expectOk(await lead.post(`/api/closed/${thing.id}/ask`, { ...ASK, purpose }))
    const { admissionId } = expectOk(await admin.get('/api/admissions')).rows[0]
    expectOk(await admin.post(`/api/admissions/${admissionId}/answer`, { outcome: 'allowed' }))
    await hub.runJobs()
    const seen = [recordAnswer(await peer.get(`/api/my/submissions/${own}`))]
    hub.clock.set('2026-10-16T01:00:00Z')
    return [...seen, recordAnswer(await hub.as({ contactOf: story.peer }).get('/api/me/audit'))]
  })

test(
  'a provider is not told that a lead was let in to lift what the hub restricted, for then it was restricted (T48)',
  async () => {
    const alone = await readLetIn('nobody else')
    expect(alone[0]).toContain('"purpose":"other"')
    expect(await readLetIn('another, restricted by the hub')).toEqual(alone)
  },
  STORY_MS_MAX,
)
