import { expect, test } from 'vitest'
import { expectOk, openStoryCase } from '../testing/bulletin-story.ts'
import { askingBulletin } from '../testing/permission-story.ts'
import { recordWork } from '../testing/record-work.ts'
import { tellOnce } from '../testing/tell-once.ts'

const withBulletin = tellOnce(async (story) => askingBulletin(story, await openStoryCase(story)))

test('the mails of a case are measured and read once in a transaction, and none is opened to be measured', () =>
  withBulletin(async ({ analyst }, bulletinId) => {
    const path = `/api/bulletins/${bulletinId}`
    // The first request of a client signs in.
    expectOk(await analyst.get(path))
    for (const step of [() => analyst.get(path), () => analyst.post(`${path}/check`)]) {
      const work = await recordWork(async () => {
        expectOk(await step())
      })
      const measuring = work.filter(({ text }) => text.includes('view_letters'))
      expect(measuring).toHaveLength(1)
      expect(work.filter(({ text }) => /\bm\.view\b/.test(text))).toHaveLength(1)
      expect(measuring[0]?.text).not.toMatch(/\bview\b/)
    }
  }))
