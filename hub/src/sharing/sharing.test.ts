import { expect, test } from 'vitest'
import { withHub } from '../testing/index.ts'
import {
  approvedBulletin,
  expectOk,
  openStoryCase,
  releaseAs,
  tellStory,
} from '../testing/bulletin-story.ts'

test('from a hostile mail to a warning in the inbox of every member of the group', () =>
  withHub(async (hub) => {
    const story = await tellStory(hub)
    const bulletinId = await approvedBulletin(story, await openStoryCase(story))
    const released = expectOk(await releaseAs(story.lead, bulletinId))
    expect(released.state).toBe('released')

    for (const organisation of [story.provider, story.peer]) {
      const inbox = expectOk(await hub.as({ contactOf: organisation }).get('/api/inbox'))
      expect(inbox.rows).toHaveLength(1)
    }
    expect(expectOk(await hub.as({ contactOf: story.stranger }).get('/api/inbox')).rows).toEqual([])
  }))
