import { expect, test } from 'vitest'
import { sql } from '../database/index.ts'
import { expectOk, handIn, storyMail } from '../testing/bulletin-story.ts'
import { mailBytes } from '../testing/mails.ts'
import { tellOnce } from '../testing/tell-once.ts'

// T71: bytes are closed when all that they came with is, and finding that out costs what is restricted, not all there is.

// The first test tells the story, on a machine that others use as well.
const STORY_MS_MAX = 180_000
const told = tellOnce((story) => handIn(story, story.contact, storyMail()))
const closed = async (story: Parameters<Parameters<typeof told>[0]>[0]) => {
  const personId = await story.hub.personOf('analyst')
  const { rows } = await story.hub.database.inStaff({ personId }, (db) =>
    sql<{ sha256: string }>`select unnest(noroshi.closed_evidence()) as sha256`.execute(db),
  )
  return rows.map(({ sha256 }) => sha256)
}

test(
  'T71: bytes are closed when they came with restricted submissions alone',
  () =>
    told(async (story) => {
      const peer = story.hub.as({ contactOf: story.peer })
      expect(await closed(story)).toEqual([])
      const both = await handIn(story, peer, storyMail(), '&restricted=true')
      expect(await closed(story)).toEqual([])
      const alone = mailBytes({ from: 'a@other.example', subject: 'Alone' })
      const one = await handIn(story, peer, alone, '&restricted=true')
      const files = async (id: string) =>
        expectOk(await peer.get(`/api/my/submissions/${id}`)).files[0].sha256
      const hashes = await closed(story)
      expect(hashes).toContain(await files(one))
      expect(hashes).not.toContain(await files(both))
    }),
  STORY_MS_MAX,
)

test('what is closed is found without looking at every file', () =>
  told(async (story, id) => {
    await story.hub.inStaff((db) =>
      sql`insert into noroshi.submission_file (id, submission_id, ordinal, sha256, size_bytes, received_at)
          select gen_random_uuid(), submission_id, n, sha256, size_bytes, received_at
            from noroshi.submission_file, generate_series(1, 60000) n where submission_id = ${id}`.execute(
        db,
      ),
    )
    const timed = async () => {
      const from = performance.now()
      const hashes = await closed(story)
      // It took over a second when each file was asked what is closed.
      expect(performance.now() - from).toBeLessThan(500)
      return hashes
    }
    expect(await timed()).toEqual([])
    const peer = story.hub.as({ contactOf: story.peer })
    const alone = mailBytes({ from: 'a@other.example', subject: 'Alone' })
    await handIn(story, peer, alone, '&restricted=true')
    expect(await timed()).not.toEqual([])
  }))
