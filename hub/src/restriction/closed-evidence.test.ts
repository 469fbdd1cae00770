import { expect, test } from 'vitest'
import { sql } from '../database/index.ts'
import { expectOk, handIn, storyMail } from '../testing/bulletin-story.ts'
import { mailBytes } from '../testing/mails.ts'
import { tellOnce } from '../testing/tell-once.ts'

// T71: bytes are closed when all that they came with is, and finding that out costs what is restricted, not all there is.

// The first test tells the story, on a machine that others use as well.
const STORY_MS_MAX = 180_000
const told = tellOnce((story) => handIn(story, story.contact, storyMail()))
/** What is closed to the analyst, and how many rows of files were read to find it. */
const look = async (story: Parameters<Parameters<typeof told>[0]>[0]) => {
  const personId = await story.hub.personOf('analyst')
  return story.hub.database.inStaff({ personId }, async (db) => {
    const { rows } = await sql<{
      sha256: string
    }>`select unnest(noroshi.closed_evidence()) as sha256`.execute(db)
    // PostgreSQL counts for each transaction what it read of each table.
    const read = await sql<{ count: number }>`
      select (coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))::int as count
        from pg_stat_xact_user_tables where relname = 'submission_file'`.execute(db)
    return { hashes: rows.map(({ sha256 }) => sha256), rowsRead: read.rows[0]?.count ?? 0 }
  })
}
const closed = async (story: Parameters<typeof look>[0]) => (await look(story)).hashes

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

/** Of sixty thousand; a few for each file of what is restricted. */
const ROWS_READ_MAX = 1000

test('what is closed is found without looking at every file', () =>
  told(async (story, id) => {
    await story.hub.inStaff((db) =>
      sql`insert into noroshi.submission_file (id, submission_id, ordinal, sha256, size_bytes, received_at)
          select gen_random_uuid(), submission_id, n, sha256, size_bytes, received_at
            from noroshi.submission_file, generate_series(1, 60000) n where submission_id = ${id}`.execute(
        db,
      ),
    )
    const before = await look(story)
    expect(before.hashes).toEqual([])
    expect(before.rowsRead).toBeLessThan(ROWS_READ_MAX)
    const peer = story.hub.as({ contactOf: story.peer })
    const alone = mailBytes({ from: 'a@other.example', subject: 'Alone' })
    await handIn(story, peer, alone, '&restricted=true')
    const after = await look(story)
    expect(after.hashes).not.toEqual([])
    expect(after.rowsRead).toBeGreaterThan(0)
    expect(after.rowsRead).toBeLessThan(ROWS_READ_MAX)
  }))
