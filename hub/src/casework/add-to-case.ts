import type { z } from 'zod'
import type { AddToCaseRequest, CaseChanged } from 'contract/case'
import { findReasonsAmong } from '../correlation/index.ts'
import type { Db } from '../database/index.ts'
import type { Actor } from '../people/index.ts'
import { lockCases } from './case.queries.ts'
import { assertMayChange, pickCase } from './may-change.ts'
import { pickUncased } from './pick-uncased.ts'
import { listCaseSubmissionIds } from './placement.queries.ts'
import { placeSubmissions, refreshProposal } from './place-submissions.ts'
import { recordChange } from './record-change.ts'
import { sayChange } from './say-change.ts'

/** Adds submissions that are in no case to this one. */
export async function addToCase(
  db: Db,
  actor: Actor,
  caseId: string,
  { submissionIds }: z.infer<typeof AddToCaseRequest>,
  at: Date,
): Promise<CaseChanged> {
  const submissions = await pickUncased(db, submissionIds)
  const attackCase = pickCase(await lockCases(db, [caseId]), caseId)
  assertMayChange(attackCase)
  const together = [...submissionIds, ...(await listCaseSubmissionIds(db, caseId))]
  const reasons = await findReasonsAmong(db, together)
  const placements = await placeSubmissions(db, submissions, {
    caseId: attackCase.caseId,
    actor,
    at,
    reasons: ({ submissionId }) => reasons.get(submissionId) ?? [],
  })
  await refreshProposal(db, caseId)
  return recordChange(db, attackCase, {
    kind: 'added',
    actor,
    at,
    say: sayChange.added(submissions.map(({ receipt }) => receipt)),
    before: { placements, cases: [] },
  })
}
