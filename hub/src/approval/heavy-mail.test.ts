import { expect, test } from 'vitest'
import { expectOk, type Story, tellStory } from '../testing/bulletin-story.ts'
import { mailBytes } from '../testing/mails.ts'
import { openCaseOf } from '../testing/permission-story.ts'
import { withHub } from '../testing/with-hub.ts'

/** A mail of so many links, each of so many letters: a sender pads them so that nobody may be warned. */
const paddedMail = (links: number, letters: number): Buffer =>
  mailBytes({
    ...{ from: 'desk@parcel-desk.test', subject: 'Parcel' },
    text: Array.from(
      { length: links },
      (_, at) => `https://host${at}.parcel-desk.test/login?${'a'.repeat(letters)}`,
    ).join('\r\n'),
  })

const draft = async (story: Story, mail: Buffer) => {
  const caseId = await openCaseOf(story, [[story.contact, mail]])
  return story.analyst.post('/api/bulletins', { caseId })
}

test(
  'a mail of more than one provider may have drafted is shared all the same where there is no other',
  () =>
    withHub(async (hub) => {
      const story = await tellStory(hub)
      const { bulletinId } = expectOk(await draft(story, paddedMail(50, 7500)))
      const { content, draftProblem } = expectOk(
        await story.analyst.get(`/api/bulletins/${bulletinId}`),
      )
      expect(draftProblem).toBeUndefined()
      expect(JSON.stringify(content)).toContain('host49.parcel-desk.test')
    }),
  120_000,
)

test(
  'a mail of more than one draft holds is refused as that, and not as having taken too long',
  () =>
    withHub(async (hub) => {
      const story = await tellStory(hub)
      const refused = await draft(story, paddedMail(250, 7500))
      expect([refused.status, refused.body.code]).toEqual([409, 'case-too-large'])
      expect(refused.body.say.en).toContain('one mail')
    }),
  120_000,
)
