import type { Feed, OutgoingStix } from '../anonymisation/index.ts'
import type { Db } from '../database/index.ts'
import {
  findObservableIds,
  isRevoked,
  type OutgoingObject,
  toRevoked,
  toServed,
} from './served-object.ts'
import {
  addObjects,
  listHeldIds,
  listOwnObjects,
  lockFeeds,
  removeObjects,
  removeUnreferenced,
} from './stix.queries.ts'

interface Replacement {
  readonly releaseId: string
  readonly number: string
  readonly at: Date
}

/**
 * Makes each feed hold of a bulletin what stands of it there: the objects of this release where the label reaches, nothing
 * where it does not, or where the bulletin is withdrawn (no STIX). What was there before and is no more is revoked, what
 * it said is served no more (T42), and a value goes with the last object of the same feed that refers to it.
 */
export async function replaceObjects(
  db: Db,
  {
    feeds,
    stix,
    ...replacement
  }: Replacement & {
    readonly feeds: readonly Feed[]
    readonly stix: OutgoingStix | undefined
  },
): Promise<void> {
  // Before anything is read: whoever releases or withdraws beside it brings or takes the same values.
  await lockFeeds(db, feeds)
  const objects = (stix?.objects ?? []).map((object) => toServed(object, replacement.at))
  for (const feed of feeds) await replaceIn(db, feed, replacement, feed.isReached ? objects : [])
}

async function replaceIn(
  db: Db,
  feed: Feed,
  { releaseId, number, at }: Replacement,
  objects: readonly OutgoingObject[],
): Promise<void> {
  const present = new Set(objects.map(({ stixId }) => stixId))
  const former = (await listOwnObjects(db, feed, number)).filter(
    ({ stixId, body }) => present.has(stixId) || !isRevoked(body),
  )
  await removeObjects(
    db,
    feed,
    former.map(({ stixId }) => stixId),
  )
  // A value that another bulletin brought is there already, and it has no versions.
  const held = await listHeldIds(db, feed, [...present])
  const added = objects.filter(({ isVersioned, stixId }) => isVersioned || !held.has(stixId))
  const gone = former.filter(({ stixId }) => !present.has(stixId))
  const revoked = gone.map(({ body }) => toRevoked(body, at))
  await addObjects(db, { feed, releaseId, at }, [...added, ...revoked])
  const spokenOf = former.flatMap(({ body }) => findObservableIds(body))
  // What this release brings is referred to by its own report.
  const left = spokenOf.filter((id) => !present.has(id))
  await removeUnreferenced(db, feed, [...new Set(left)])
}
