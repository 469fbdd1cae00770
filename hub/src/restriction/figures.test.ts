import { expect, test } from 'vitest'
import { expectOk, handIn, storyMail } from '../testing/bulletin-story.ts'
import { forwardBytes, mailBytes } from '../testing/mails.ts'
import { CONTACT, deliver, seedContact, withSmtp } from '../testing/smtp-conversation.ts'
import { tellOnce } from '../testing/tell-once.ts'

// T71: somebody of the hub looks at figures before and after a restricted submission comes in.

// The first test tells the story, on a machine that others use as well.
const STORY_MS_MAX = 180_000
const told = tellOnce((story) => handIn(story, story.contact, storyMail()))

test(
  'T71: no figure of one organisation or industry moves with what is restricted',
  () =>
    told(async (story) => {
      const { hub, provider, contact, analyst } = story
      const paths = [
        `/api/organisations/${provider}/intake-use`,
        '/api/statistics/breakdown?quarter=2026Q4',
      ]
      const seen = async () => {
        const bodies: unknown[] = []
        for (const path of paths) bodies.push(expectOk(await analyst.get(path)))
        return bodies
      }
      const own = async () => expectOk(await contact.get('/api/my/intake-use')).dayBytes
      const [before, ownBefore] = [await seen(), await own()]
      expect(before[0]).toMatchObject({ dayBytes: ownBefore })
      await handIn(
        story,
        contact,
        Buffer.concat([storyMail(), Buffer.from('More.')]),
        '&restricted=true',
      )
      await hub.runJobs()
      expect(await seen()).toEqual(before)
      // The quota counts it all the same.
      expect(await own()).toBeGreaterThan(ownBefore)
    }),
  STORY_MS_MAX,
)

test('T71: a forwarded mail counts for no organisation, and takes nothing off when it is restricted', () =>
  told(async (story) => {
    const { hub, analyst } = story
    const organisation = await seedContact(hub)
    const path = `/api/organisations/${organisation}/intake-use`
    await handIn(story, hub.as({ contactOf: organisation }), mailBytes())
    const message = forwardBytes(`Contact <${CONTACT}>`, mailBytes({ subject: 'Forwarded' }))
    await withSmtp(hub, async (open) => deliver(await open(), { message }))
    await hub.runJobs()
    const before = expectOk(await analyst.get(path))
    const contact = hub.as({ contactOf: organisation })
    const { rows } = expectOk(await contact.get('/api/my/submissions'))
    const mailed = rows.find(({ channel }: { channel: string }) => channel === 'smtp')
    expectOk(await contact.put(`/api/my/submissions/${mailed.submissionId}/restriction`))
    expect((await analyst.get(`/api/submissions/${mailed.submissionId}`)).status).toBe(404)
    expect(expectOk(await analyst.get(path))).toEqual(before)
  }))
