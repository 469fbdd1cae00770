import type { LoadedAudience } from '../anonymisation/index.ts'
import type { Db } from '../database/index.ts'
import type { ReleaseOrigin } from './release.queries.ts'
import { findObservableIds, toRevoked } from './served-object.ts'
import { addObjects, listOwnObjects, removeObjects, removeUnreferenced } from './stix.queries.ts'

/**
 * Revokes the objects of a withdrawn release in every collection and stops serving what they said:
 * former versions go, and so do observables that nothing else refers to.
 */
export async function withdrawObjects(
  db: Db,
  { release, audience, at }: { release: ReleaseOrigin; audience: LoadedAudience; at: Date },
): Promise<void> {
  const { number, releaseId } = release
  for (const { collectionId, token } of audience.collections) {
    const own = await listOwnObjects(db, collectionId, number)
    const ids = own.map(({ stixId }) => stixId)
    await removeObjects(db, collectionId, ids)
    const revoked = own.map(({ body }) => toRevoked(body, at))
    await addObjects(db, { collectionId, audience: token, releaseId, at }, revoked)
    const observables = own.flatMap(({ body }) => findObservableIds(body))
    await removeUnreferenced(db, collectionId, [...new Set(observables)])
  }
}
