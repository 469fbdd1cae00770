import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import {
  approvedBulletin,
  expectOk,
  openStoryCase,
  releaseAs,
  type Story,
  tellStory,
} from './bulletin-story.ts'
import { CHANGES, type Change, findForeignId, PASSKEY } from './foreign-changes.ts'
import { recordWork, type Work } from './record-work.ts'
import { withHub } from './with-hub.ts'

// How long an answer takes is told by what the database does for it. Times are measured by hand (`tools/measure`), for
// they hold on no shared machine; here the work itself is compared: for what belongs to somebody else and for what does
// not exist, the hub asks the same statements, gets the same number of rows, and looks at one row more at most.

/** What stands in the address of a route that reads, by the name of its parameter. */
const NAMED: Readonly<Record<string, string>> = {
  submissionId: 'submission',
  approvalId: 'approval',
  releaseId: 'release',
  collectionId: 'group',
  organisationId: 'provider',
}
/** Objects are named within a collection, and one's own agreement by an id that a stranger has none of in the story. */
const WITHIN: Readonly<Record<string, string>> = {
  objectId: 'report--00000000-0000-4000-8000-000000000000',
}
const NOT_IN_STORY = new Set(['/api/agreements/{agreementId}'])

/** Every statement runs twice, on machines that do other things too. */
const SLOW_MS = 300_000

type Row = readonly [what: string, idOf: string, ask: Change]

/** Every route that reads and names a thing by its id, of those a member may call. */
function listReads({ hub }: Story): Row[] {
  return hub.routes
    .filter(
      ({ method, path, access }) =>
        method === 'get' &&
        path.includes('{') &&
        !NOT_IN_STORY.has(path) &&
        (typeof access === 'string' || access.some((role) => role.startsWith('member-'))),
    )
    .map(({ path }) => {
      const [, first = ''] = /\{(\w+)\}/.exec(path) ?? []
      const name = NAMED[first] ?? expect.fail(`${path} names a thing this test knows nothing of.`)
      const ask: Change = (as, id) =>
        as.get(
          path.replace(/\{(\w+)\}/g, (_, word: string) => WITHIN[word] ?? id),
          {
            accept: path.startsWith('/taxii2') ? 'application/taxii+json;version=2.1' : '*/*',
          },
        )
      return [`GET ${path}`, name, ask]
    })
}

const shape = (work: readonly Work[]) => work.map(({ text, answered }) => [text, answered])

test(
  'the database does the same for what is hidden as for what does not exist',
  () =>
    withHub(async (hub) => {
      const story = await tellStory(hub)
      const bulletinId = await approvedBulletin(story, await openStoryCase(story))
      expectOk(await releaseAs(story.lead, bulletinId))
      const token = { name: 'SIEM', scopes: ['read:bulletins'], days: 30 }
      expectOk(await story.contact.post('/api/me/tokens', token))
      await hub.inStaff((db) => PASSKEY(story.provider).execute(db))
      const stranger = hub.as({ contactOf: story.stranger })
      await stranger.get('/api/inbox')

      const rows: readonly Row[] = [...listReads(story), ...CHANGES]
      let looked = 0
      for (const [what, name, ask] of rows) {
        const id = await findForeignId(story, name)
        const absent = await recordWork(() => ask(stranger, randomUUID()))
        const hidden = await recordWork(() => ask(stranger, id))
        expect(absent.length, what).toBeGreaterThan(0)
        expect([what, shape(hidden)]).toEqual([what, shape(absent)])
        const more = hidden.map((work, place) => work.looked - (absent[place]?.looked ?? 0))
        looked += hidden.reduce((sum, work) => sum + work.looked, 0)
        expect([what, more.filter((count) => count < 0 || count > 1)]).toEqual([what, []])
      }
      // The meter works.
      expect(looked).toBeGreaterThan(rows.length)
    }),
  SLOW_MS,
)
