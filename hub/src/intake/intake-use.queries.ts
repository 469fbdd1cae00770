import type { OrganisationId } from 'contract/common'
import { z } from 'zod'
import { type Db, findRow, loadRow, sql } from '../database/index.ts'

const Use = z.object({ dayBytes: z.number(), allBytes: z.number() })
export type IntakeUse = z.infer<typeof Use>

/** Adds to what the organisation has handed in; its row stays locked until the transaction ends. */
export function countIntake(
  db: Db,
  { organisationId, day, bytes }: { organisationId: OrganisationId; day: string; bytes: number },
): Promise<IntakeUse> {
  return loadRow(
    db,
    Use,
    sql`select day_bytes, all_bytes from noroshi.count_intake(${organisationId}, ${day}::date, ${bytes})`,
  )
}

/** The same without what is closed to whoever of the hub asks, and so names nobody whose submission is restricted. */
export async function loadOpenIntakeUse(
  db: Db,
  organisationId: OrganisationId,
  day: string,
): Promise<IntakeUse> {
  const use = await loadIntakeUse(db, organisationId, day)
  const closed = await loadRow(
    db,
    Use,
    sql`select day_bytes, all_bytes from noroshi.closed_intake(${organisationId}, ${day}::date)`,
  )
  return {
    dayBytes: Math.max(0, use.dayBytes - closed.dayBytes),
    allBytes: Math.max(0, use.allBytes - closed.allBytes),
  }
}

/** What the organisation has handed in on a day and altogether. */
export async function loadIntakeUse(
  db: Db,
  organisationId: OrganisationId,
  day: string,
): Promise<IntakeUse> {
  const use = await findRow(
    db,
    Use,
    sql`select case when on_day = ${day}::date then day_bytes else 0 end as day_bytes, all_bytes
          from noroshi.intake_use where organisation_id = ${organisationId}`,
  )
  return use ?? { dayBytes: 0, allBytes: 0 }
}
