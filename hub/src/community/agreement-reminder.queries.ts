import { z } from 'zod'
import { Day, OrganisationId } from 'contract/common'
import { type Db, findRow, runSql, sql } from '../database/index.ts'

const Ending = z.object({ organisationId: OrganisationId, groupId: z.uuid(), endsOn: Day })

/** An agreement that ends and has no follow-up, signed or in force, of an organisation that stays. */
export function findAgreementToRemind(
  db: Db,
  agreementId: string,
  day: string,
): Promise<z.infer<typeof Ending> | undefined> {
  return findRow(
    db,
    Ending,
    sql`select organisation_id, group_id, ends_on from noroshi.agreements_ending(${day}::date)
         where agreement_id = ${agreementId} and not follow_up_signed`,
  )
}

/** Writes down that it is told; false when it was told before. */
export async function saveAgreementReminder(
  db: Db,
  row: { id: string; agreementId: string; daysBefore: number; at: Date },
): Promise<boolean> {
  const saved = await runSql(
    db,
    sql`insert into noroshi.agreement_reminder (id, agreement_id, days_before, reminded_at)
        values (${row.id}, ${row.agreementId}, ${row.daysBefore}, ${row.at})
        on conflict (agreement_id, days_before) do nothing`,
  )
  return saved === 1
}
