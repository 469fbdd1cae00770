import { Refusal } from '../refusals.ts'
import type { CaseRecord } from './case-record.ts'

/** Refuses to change what belongs to a case that is closed, merged away or withdrawn. */
export function assertMayChange(attackCase: CaseRecord): void {
  if (attackCase.withdrawnAt !== undefined) throw new Refusal('not-found')
  if (attackCase.mergedInto !== undefined) throw new Refusal('case-merged')
  if (attackCase.state === 'closed') throw new Refusal('case-closed')
}

/** The one locked case of this id; what is not there is refused as `not-found`. */
export function pickCase(cases: readonly CaseRecord[], caseId: string): CaseRecord {
  const found = cases.find((attackCase) => attackCase.caseId === caseId)
  if (found === undefined) throw new Refusal('not-found')
  return found
}
