import type { LoadedAudience, OutgoingStix } from '../anonymisation/index.ts'
import type { Db } from '../database/index.ts'
import { toRevoked, toServed } from './served-object.ts'
import { addObjects, listHeldIds, listOwnObjects } from './stix.queries.ts'

/**
 * Puts the objects of a release into the collection of each group. What an earlier version had and
 * this one lacks is revoked. Without STIX (a TLP:RED text, which no feed carries) there is nothing to do.
 */
export async function publishObjects(
  db: Db,
  release: {
    releaseId: string
    number: string
    audience: LoadedAudience
    stix: OutgoingStix | undefined
    at: Date
  },
): Promise<void> {
  const { releaseId, number, audience, stix, at } = release
  if (stix === undefined) return
  const objects = stix.objects.map((object) => toServed(object, at))
  const present = new Set(objects.map(({ stixId }) => stixId))
  for (const { collectionId, token } of audience.collections) {
    const former = await listOwnObjects(db, collectionId, number)
    const gone = former.filter(({ stixId }) => !present.has(stixId))
    const held = await listHeldIds(db, collectionId, [...present])
    // An observable that another bulletin brought is there already, and it has no versions.
    const added = objects.filter(({ isVersioned, stixId }) => isVersioned || !held.has(stixId))
    const revoked = gone.map(({ body }) => toRevoked(body, at))
    await addObjects(db, { collectionId, audience: token, releaseId, at }, [...added, ...revoked])
  }
}
