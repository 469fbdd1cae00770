import type { CaseId } from 'contract/common'
import { dayInJapan } from '../clock.ts'
import type { Db } from '../database/index.ts'
import { newId } from '../ids.ts'
import { insertCase, takeCaseNumber } from './case.queries.ts'
import type { PlacedSubmission } from './case-record.ts'
import { proposeClassification } from './propose-classification.ts'

/** An empty case with the next number of the year; its proposal is made when submissions are in it. */
export async function createCase(
  db: Db,
  title: string,
  at: Date,
): Promise<{ caseId: CaseId; number: string }> {
  const caseId = newId<CaseId>()
  const number = await takeCaseNumber(db, Number(dayInJapan(at).slice(0, 4)))
  await insertCase(db, { caseId, number, title, proposal: proposeClassification([]), at })
  return { caseId, number }
}

/** What a case is called until somebody names it: the title of its first submission. */
export function titleOf(submissions: readonly PlacedSubmission[]): string {
  const titled = submissions.find(({ title }) => title !== '')
  return (titled?.title ?? submissions[0]?.receipt ?? '').slice(0, 300)
}
