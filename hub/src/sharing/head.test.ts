import { expect, test } from 'vitest'
import { sql } from '../database/index.ts'
import {
  approvedBulletin,
  expectOk,
  openStoryCase,
  releaseAs,
  tellStory,
} from '../testing/bulletin-story.ts'
import { type TestHub, withHub } from '../testing/index.ts'

const NO_SUCH_ID = '00000000-0000-4000-8000-000000000000'

/** Every row that says somebody did or read something. */
async function countTraces(hub: TestHub): Promise<unknown> {
  const { rows } = await hub.inStaff((db) =>
    sql`select (select count(*) from noroshi.audit_entry) as audit,
               (select count(*) from noroshi.release_read) as reads`.execute(db),
  )
  return rows
}

test(
  'asking for the head of a page alone marks nothing as read and leaves no entry, on no route',
  () =>
    withHub(async (hub) => {
      const story = await tellStory(hub)
      const bulletinId = await approvedBulletin(story, await openStoryCase(story))
      expectOk(await releaseAs(story.lead, bulletinId))
      await hub.runJobs()
      const peer = hub.as({ contactOf: story.peer })
      const inbox = async () => expectOk(await peer.get('/api/inbox')).rows[0]
      const { releaseId } = await inbox()
      const ids: Record<string, string> = { bulletinId, releaseId, organisationId: story.provider }
      const fill = (path: string) =>
        path.replaceAll(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? NO_SUCH_ID)
      await story.lead.get('/api/me')
      const before = [await countTraces(hub), await inbox()]
      for (const { method, path, access } of hub.routes) {
        if (method !== 'get') continue
        const isMembers = typeof access === 'string' || access.includes('member-contact')
        const { status, bytes } = await (isMembers ? peer : story.lead).head(fill(path))
        expect([path, status < 500, bytes.length]).toEqual([path, true, 0])
      }
      expect([await countTraces(hub), await inbox()]).toEqual(before)
      expectOk(await peer.get(`/api/inbox/${releaseId}`))
      expect(await inbox()).not.toEqual(before[1])
    }),
  120_000,
)
