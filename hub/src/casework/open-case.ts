import type { z } from 'zod'
import type { CaseChanged, OpenCaseRequest } from 'contract/case'
import { findReasonsAmong } from '../correlation/index.ts'
import type { Db } from '../database/index.ts'
import type { Actor } from '../people/index.ts'
import { createCase, titleOf } from './create-case.ts'
import { pickUncased } from './pick-uncased.ts'
import { placeSubmissions, refreshProposal } from './place-submissions.ts'
import { recordChange } from './record-change.ts'
import { sayChange } from './say-change.ts'

/** Opens a case from submissions that are in none. */
export async function openCase(
  db: Db,
  actor: Actor,
  { submissionIds, title }: z.infer<typeof OpenCaseRequest>,
  at: Date,
): Promise<CaseChanged> {
  const submissions = await pickUncased(db, submissionIds)
  const opened = await createCase(db, title ?? titleOf(submissions), at)
  const { caseId } = opened
  const reasons = await findReasonsAmong(db, submissionIds)
  const placements = await placeSubmissions(db, submissions, {
    caseId,
    actor,
    at,
    reasons: ({ submissionId }) => reasons.get(submissionId) ?? [],
  })
  await refreshProposal(db, caseId)
  return recordChange(db, opened, {
    kind: 'opened',
    actor,
    at,
    say: sayChange.opened(submissions.map(({ receipt }) => receipt)),
    before: { placements, cases: [], opened: caseId },
  })
}
