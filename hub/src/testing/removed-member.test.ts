import { expect, test } from 'vitest'
import { sql } from '../database/index.ts'
import {
  approvedBulletin,
  expectOk,
  openStoryCase,
  releaseAs,
  type Story,
} from './bulletin-story.ts'
import type { HubClient } from './hub-client.ts'
import { type KnownIds, recordVisit } from './record-visit.ts'
import { tellOnce } from './tell-once.ts'

// A member leaves, or its agreement ends. Its browsers stay open and its machine keeps its token. From that moment
// the same requests must be answered as to somebody who was never there (A6 of the catalogue: Mattermost
// CVE-2026-2458 showed a listing by a membership that had ended).

/** A released bulletin, and the ids by which a former reader would ask for it again. */
async function shareSomething(story: Story): Promise<KnownIds> {
  const bulletinId = await approvedBulletin(story, await openStoryCase(story))
  expectOk(await releaseAs(story.lead, bulletinId))
  const { rows } = await story.hub.inStaff((db) =>
    sql<{ release: string; object: string }>`
      select r.id as release, o.stix_id as object from noroshi.release r, noroshi.stix_object o limit 1`.execute(
      db,
    ),
  )
  return { bulletin: bulletinId, group: story.sig, ...rows[0] }
}

const withShared = tellOnce(shareSomething)

async function openMachine({ hub }: Story, contact: HubClient): Promise<HubClient> {
  const request = { name: 'SIEM', scopes: ['read:bulletins'], days: 30 }
  return hub.as({ token: (await contact.post('/api/me/tokens', request)).body.token })
}

/** Each visit asks every GET route for every id. */
const MINUTES = 300_000

const ENDINGS: readonly (readonly [string, (story: Story) => Promise<unknown>])[] = [
  [
    'left the group',
    async ({ hub, peer, sig }) => {
      const { rows } = await hub.inStaff((db) =>
        sql<{ id: string }>`select id from noroshi.membership
          where organisation_id = ${peer} and group_id = ${sig}`.execute(db),
      )
      const path = `/api/memberships/${rows[0]?.id}/leave`
      return expectOk(await hub.as('admin').post(path, { leftOn: '2026-10-15' }))
    },
  ],
  [
    'lost its agreement',
    async ({ hub, peer, sig }) => {
      const path = `/api/organisations/${peer}/end-agreement`
      const order = { groupId: sig, endsOn: '2026-10-15' }
      return expectOk(await hub.as('admin').post(path, order))
    },
  ],
]

test.each(ENDINGS)(
  'whoever %s sees what an outsider sees, at once',
  (_, end) =>
    withShared(async (story, ids) => {
      const { hub } = story
      const outsider = await hub.seed.organisation()
      const [own, others] = [hub.as({ contactOf: story.peer }), hub.as({ contactOf: outsider })]
      const [machine, othersMachine] = [
        await openMachine(story, own),
        await openMachine(story, others),
      ]

      expect((await own.get('/api/inbox')).body.rows).toHaveLength(1)
      await end(story)
      expect(await recordVisit(hub, machine, ids)).toEqual(
        await recordVisit(hub, othersMachine, ids),
      )
      // Its own account, and which groups it was taken into, stay its own.
      const lines = async (client: HubClient) =>
        (await recordVisit(hub, client, ids)).filter(
          (line) => !/^GET \/api\/(me|my\/agreements)\b/.test(line),
        )
      expect(await lines(own)).toEqual(await lines(others))
    }),
  MINUTES,
)
