import type { OrganisationId } from 'contract/common'
import { dayInJapan } from '../clock.ts'
import type { Config } from '../config.ts'
import type { Db } from '../database/index.ts'
import { Refusal } from '../refusals.ts'
import { ANY_ROOM, type Room } from './checked-bytes.ts'
import { type IntakeUse, countIntake, loadIntakeUse } from './intake-use.queries.ts'

type Quota = Pick<Config, 'intakeBytesPerDay' | 'intakeBytesInAll'>

interface Intake {
  readonly organisationId: OrganisationId | undefined
  readonly bytes: number
  readonly now: Date
}

/**
 * Counts bytes that come in and refuses those beyond the organisation's quota, in the transaction that takes them in
 * (ASVS 5.0, 5.2.4). Without it one member, or one stolen token, could fill the disk for all. What comes from outside
 * the community belongs to nobody's quota, and mail neither: `hold-mail-bound.ts` bounds that.
 */
export async function countWithinQuota(db: Db, quota: Quota, intake: Intake): Promise<void> {
  const { organisationId, bytes, now } = intake
  if (organisationId === undefined) return
  refuseBeyond(await countIntake(db, { organisationId, day: dayInJapan(now), bytes }), quota, now)
}

/** What is left before the bytes have come; what counts is decided when they are taken in. */
export async function loadQuotaRoom(
  db: Db,
  quota: Quota,
  { organisationId, now }: Omit<Intake, 'bytes'>,
): Promise<Room> {
  if (organisationId === undefined) return ANY_ROOM
  const { dayBytes, allBytes } = await loadIntakeUse(db, organisationId, dayInJapan(now))
  return (bytes) =>
    refuseBeyond({ dayBytes: dayBytes + bytes, allBytes: allBytes + bytes }, quota, now)
}

function refuseBeyond({ dayBytes, allBytes }: IntakeUse, quota: Quota, now: Date): void {
  if (allBytes > quota.intakeBytesInAll) throw new Refusal('intake-full')
  if (dayBytes <= quota.intakeBytesPerDay) return
  const opensAt = nextDayInJapan(now)
  throw new Refusal('intake-full-today', {
    retryAfterSeconds: Math.ceil((opensAt.getTime() - now.getTime()) / 1000),
    places: [{ path: 'opensAt', say: opensAt.toISOString() }],
  })
}

/** The coming midnight in Japan, which keeps no summer time. */
function nextDayInJapan(now: Date): Date {
  const midnight = new Date(`${dayInJapan(now)}T00:00:00+09:00`)
  return new Date(midnight.getTime() + 86_400_000)
}
