import type { LoadedAudience, OutgoingStix } from '../anonymisation/index.ts'
import type { Db } from '../database/index.ts'
import { findObservableIds, toRevoked, toServed } from './served-object.ts'
import {
  addObjects,
  type HeldObject,
  listHeldIds,
  listOwnObjects,
  removeObjects,
  removeUnreferenced,
} from './stix.queries.ts'

/**
 * Puts the objects of a release into the collection of each group. What an earlier version had and
 * this one lacks is revoked, and what it said is served no more (T42). Without STIX (a TLP:RED text, which no feed carries) there is nothing to do.
 */
export async function publishObjects(
  db: Db,
  release: {
    releaseId: string
    number: string
    audience: LoadedAudience
    stix: OutgoingStix | undefined
    at: Date
    /** The label is stricter than before: what stays comes anew, as nothing that was said under the wider one. */
    isRaised: boolean
  },
): Promise<void> {
  const { releaseId, number, audience, stix, at, isRaised } = release
  if (stix === undefined) return
  const objects = stix.objects.map((object) => toServed(object, at))
  const present = new Set(objects.map(({ stixId }) => stixId))
  for (const collection of audience.collections) {
    const { collectionId, token } = collection

    const former = await listOwnObjects(db, collectionId, number)
    await takeBack(db, collectionId, former, isRaised ? new Set() : present)
    const gone = former.filter(({ stixId }) => !present.has(stixId))
    const held = await listHeldIds(db, collection, [...present])
    // An observable that another bulletin brought is there already, and it has no versions.
    const added = objects.filter(({ isVersioned, stixId }) => isVersioned || !held.has(stixId))
    // One that came under a stricter label comes anew, later than where associations have read to.
    const isPlain = ({ isVersioned }: (typeof objects)[number]) => !isVersioned
    const anew = added.filter(isPlain).map(({ stixId }) => stixId)
    await removeObjects(db, collectionId, anew)
    const revoked = gone.map(({ body }) => toRevoked(body, at))
    await addObjects(db, { collectionId, audience: token, releaseId, at }, [...added, ...revoked])
  }
}

/** Earlier versions go, and so do observables that only they spoke of; `kept` are those that this version names too. */
async function takeBack(
  db: Db,
  collectionId: string,
  former: readonly HeldObject[],
  kept: ReadonlySet<string>,
): Promise<void> {
  const ids = former.map(({ stixId }) => stixId)
  const observables = former.flatMap(({ body }) => findObservableIds(body))
  await removeObjects(db, collectionId, ids)
  const gone = new Set(observables.filter((id) => !kept.has(id)))
  await removeUnreferenced(db, collectionId, [...gone])
}
