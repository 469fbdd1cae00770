import { afterAll } from 'vitest'
import { type Story, type StoryPlaces, tellStory, toStory } from './bulletin-story.ts'
import { type KeptHub, runHub, takeAway, type TestHubOptions, withHub } from './with-hub.ts'

/** A test that goes on from there, in a hub with these settings besides. */
export type TellFrom<T> = <R>(
  work: (story: Story, begun: T) => Promise<R>,
  settings?: Readonly<Record<string, string>>,
) => Promise<R>

/**
 * Tells the story up to a point once for a file; each test then goes on from a copy of the hub as it was left there.
 * Called beside the tests, not inside one.
 */
export function tellOnce<T>(
  begin: (story: Story) => Promise<T>,
  { swapped = false, ...options }: TestHubOptions & { readonly swapped?: boolean } = {},
): TellFrom<T> {
  let beginning: Promise<{ result: readonly [StoryPlaces, T]; kept: KeptHub }> | undefined
  afterAll(async () => {
    if (beginning !== undefined) await takeAway((await beginning).kept)
  })
  return async (work, settings = {}) => {
    beginning ??= runHub(async (hub) => {
      const story = await tellStory(hub, { swapped })
      return [story, await begin(story)] as const
    }, options)
    const { result, kept } = await beginning
    const [places, begun] = result
    const own = { ...options, settings: { ...options.settings, ...settings }, from: kept }
    return withHub((hub) => work(toStory(hub, places), begun), own)
  }
}
