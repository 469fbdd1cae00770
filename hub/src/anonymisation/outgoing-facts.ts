import { buildOwners } from 'engine'
import { dayInJapan } from '../clock.ts'
import { HUB_NAME, loadConfirmed, loadRegistered } from '../community/index.ts'
import type { Db } from '../database/index.ts'
import type { Hub } from '../hub.ts'
import type { BulletinRecord } from './bulletin-record.ts'
import type { OutgoingFacts } from './outgoing-forms.ts'
import { listKeptPlaces, toOwnersForLists } from './owners-for-lists.ts'
import { loadSetUpOn } from './hub-identity.queries.ts'

// Stands where the id of the release will stand, of the same form.
const PLACE_OF_AN_ID = '00000000-0000-4000-8000-000000000000'

/** Facts of a release that has not happened: what would go out if it were released now. */
export async function loadPreviewFacts(
  db: Db,
  hub: Hub,
  bulletin: Pick<BulletinRecord, 'number' | 'version' | 'questions' | 'decisions'>,
): Promise<OutgoingFacts> {
  const publishedAt = hub.clock.now()
  const { number, version } = bulletin
  return {
    ...{ number, version, publishedAt, stixIds: {} },
    releaseId: PLACE_OF_AN_ID,
    firstReleaseId: PLACE_OF_AN_ID,
    firstPublishedOn: dayInJapan(publishedAt),
    ...(await loadHubFacts(db, hub, bulletin)),
  }
}

/** How the hub names itself in everything that leaves: creator of every object, never a provider (T38). */
export async function loadHubFacts(
  db: Db,
  hub: Hub,
  bulletin: Pick<BulletinRecord, 'questions' | 'decisions'>,
): Promise<Pick<OutgoingFacts, 'hub' | 'hubName' | 'baseUrl' | 'registered'>> {
  const createdOn = await loadSetUpOn(db)
  const all = buildOwners(await loadRegistered(db))
  const confirmed = buildOwners(await loadConfirmed(db))
  return {
    hub: { id: toHubId(hub), name: HUB_NAME.ja, createdOn },
    hubName: HUB_NAME,
    baseUrl: hub.config.baseUrl,
    registered: toOwnersForLists({ all, confirmed }, listKeptPlaces(bulletin)),
  }
}

/** A UUID of this hub's own that stays the same as long as its key does. */
function toHubId({ secrets }: Hub): string {
  const hex = secrets.fingerprint('stix-identity', 'hub')
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16)
  const groups = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
  ]
  return `${groups.join('-')}-${hex.slice(20, 32)}`
}
