import { expect, test } from 'vitest'
import type { OrganisationId } from 'contract/common'
import {
  expectOk,
  openLane,
  releaseAs,
  takeLane,
  technicalBulletin,
  UNASKED_WISHES,
} from '../testing/bulletin-story.ts'
import { mailBytes } from '../testing/mails.ts'
import { ask, askingBulletin, openCaseOf } from '../testing/permission-story.ts'
import { tellOnce } from '../testing/tell-once.ts'

// A wave that reached many: what each of them is shown is drafted from its own mail, in a thread where that is large.

const PROVIDERS = 9

/** More letters of links than are drafted where requests are answered (`draftedAtOnceMsMax`), unlike those of the others. */
const toLinks = (provider: number): string =>
  Array.from({ length: 40 }, (_, at) => {
    const query = Array.from({ length: 20 }, (__, part) => `k${part}=w${(at * 7919 + part) % 997}x`)
    return `https://host${at}.parcel-desk.test/${provider}?${query.join('&')}`
  }).join('\r\n')

const withCase = tellOnce(async (story) => {
  const { hub, sig } = story
  const organisationIds: OrganisationId[] = []
  for (let at = 0; at < PROVIDERS; at += 1)
    organisationIds.push(await hub.seed.organisation({ groupIds: [sig] }))
  await openLane(story)
  const contacts = organisationIds.map((contactOf) => hub.as({ contactOf }))
  const mails = contacts.map((contact, at) => {
    const mail = { from: 'desk@parcel-desk.test', subject: 'Parcel', text: toLinks(at) }
    return [contact, mailBytes(mail)] as const
  })
  const caseId = await openCaseOf(story, mails)
  for (const contact of contacts) {
    const { submissionId } = expectOk(await contact.get('/api/my/submissions')).rows[0]
    expectOk(await contact.put(`/api/submissions/${submissionId}/wishes`, UNASKED_WISHES))
  }
  return { caseId, organisationIds }
})

/** Drafts with so many links take as long as other things on the machine let them. */
const SLOW_MS = 300_000

test(
  'each of many providers with large mails is asked at the first press',
  () =>
    withCase(async (story, { caseId, organisationIds }) => {
      const bulletinId = await askingBulletin(story, caseId)
      expectOk(await ask(story, bulletinId))
      for (const contactOf of organisationIds) {
        const { rows } = expectOk(await story.hub.as({ contactOf }).get('/api/approvals'))
        expect(rows.map(({ state }: { state: string }) => state)).toEqual(['waiting'])
      }
    }),
  SLOW_MS,
)

test(
  'what many providers with large mails handed in goes out by the technical lane when it is due',
  () =>
    withCase(
      async (story, { caseId, organisationIds }) => {
        const { hub, lead } = story
        const bulletinId = await technicalBulletin(story, caseId)
        expectOk(await takeLane(story, bulletinId))
        expect(expectOk(await releaseAs(lead, bulletinId)).state).toBe('releasing')
        hub.clock.advance(10 * 60_000)
        await hub.runJobs()
        expect(expectOk(await lead.get(`/api/bulletins/${bulletinId}`)).state).toBe('released')
        for (const contactOf of organisationIds) {
          const own = expectOk(await hub.as({ contactOf }).get('/api/my/submissions')).rows[0]
          expect(own.sharedUnasked).toHaveLength(1)
        }
      },
      { NOROSHI_RELEASE_DELAY_MINUTES: '10' },
    ),
  SLOW_MS,
)
