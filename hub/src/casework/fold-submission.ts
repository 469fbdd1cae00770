import type { SubmissionId } from 'contract/common'
import { OPERATION_REASONS, type Relative, findOperationRelatives } from '../correlation/index.ts'
import type { Db } from '../database/index.ts'
import { HUB } from '../people/index.ts'
import { listCasesWithheld, listWithheldByProvider } from '../restriction/index.ts'
import { lockCases } from './case.queries.ts'
import type { CaseRecord, PlacedSubmission } from './case-record.ts'
import { createCase, titleOf } from './create-case.ts'
import { placeSubmissions, refreshProposal } from './place-submissions.ts'
import { listHeldSubmissions, lockSubmissions } from './placement.queries.ts'
import { recordChange } from './record-change.ts'
import { sayChange } from './say-change.ts'

/**
 * Folds a submission into the case of the same operation, or opens one when two are in none (SPEC R-1).
 * Safe to run again and beside another run: submissions and then cases are locked in the order of their ids,
 * and everything is looked at only after the lock.
 */
export async function foldSubmission(db: Db, submissionId: SubmissionId, at: Date): Promise<void> {
  const relatives = await findOperationRelatives(db, submissionId)
  const ids = [submissionId, ...relatives.map((relative) => relative.submissionId)]
  const placed = await lockSubmissions(db, ids)
  const own = placed.find((submission) => submission.submissionId === submissionId)
  if (own === undefined) return
  // Mails were read that were not when it was put into its case: the proposal may change.
  if (own.caseId !== undefined) return refreshProposal(db, own.caseId)
  // Who reads it is its provider's to say: a fold would hand it to whoever looks after the case, or close the case to them.
  const withheld = await listWithheldByProvider(db, ids)
  const held = (await listHeldSubmissions(db, ids)).union(withheld)
  if (!isFoldable(own, held)) return

  const joining = placed.filter((submission) => isFoldable(submission, held))
  const target = await findTarget(db, placed)
  const ties = new Map(relatives.map(({ submissionId: id, tie }) => [id, tie]))
  if (target !== undefined) await foldInto(db, target, joining, { ties, at })
  else if (joining.length > 1) await foldTogether(db, joining, { ties, at })
}

/** Read, in no case, no question or answer, and nobody has decided otherwise. */
function isFoldable({ state, kind, submissionId }: PlacedSubmission, held: Set<string>): boolean {
  return (
    state === 'analysed' &&
    kind !== 'consultation' &&
    kind !== 'feedback' &&
    !held.has(submissionId)
  )
}

/**
 * The oldest case of the operation that still takes submissions. One in which a provider closed anything takes in nobody
 * else's, whichever of its submissions led there: what is in it would be closed with it.
 */
async function findTarget(
  db: Db,
  placed: readonly PlacedSubmission[],
): Promise<CaseRecord | undefined> {
  const caseIds = new Set(placed.flatMap(({ caseId }) => caseId ?? []))
  const cases = await lockCases(db, [...caseIds])
  const withheld = await listCasesWithheld(db, [...caseIds])
  return cases
    .filter(({ state, mergedInto }) => state !== 'closed' && mergedInto === undefined)
    .filter(({ caseId }) => !withheld.has(caseId))
    .toSorted((a, b) => a.number.localeCompare(b.number))[0]
}

interface Folding {
  readonly ties: ReadonlyMap<string, Relative['tie']>
  readonly at: Date
}

async function foldInto(
  db: Db,
  target: CaseRecord,
  joining: readonly PlacedSubmission[],
  { ties, at }: Folding,
): Promise<void> {
  const placements = await placeSubmissions(db, joining, {
    caseId: target.caseId,
    actor: HUB,
    at,
    reasons: reasonsBy(ties),
  })
  await refreshProposal(db, target.caseId)
  await recordChange(db, target, {
    kind: 'folded',
    actor: HUB,
    at,
    say: sayChange.folded(joining.map(({ receipt }) => receipt)),
    before: { placements, cases: [] },
  })
}

async function foldTogether(
  db: Db,
  joining: readonly PlacedSubmission[],
  { ties, at }: Folding,
): Promise<void> {
  const opened = await createCase(db, titleOf(joining), at)
  const { caseId } = opened
  const placements = await placeSubmissions(db, joining, {
    caseId,
    actor: HUB,
    at,
    reasons: reasonsBy(ties),
  })
  await refreshProposal(db, caseId)
  await recordChange(db, opened, {
    kind: 'folded',
    actor: HUB,
    at,
    say: sayChange.foldedTogether(joining.map(({ receipt }) => receipt)),
    before: { placements, cases: [], opened: caseId },
  })
}

/** The submission that brought the fold about is tied to the others by what ties them to it. */
function reasonsBy(ties: Folding['ties']) {
  const any = [...ties.values()].includes('operation') ? 'operation' : 'same-mail'
  return ({ submissionId }: PlacedSubmission) => [OPERATION_REASONS[ties.get(submissionId) ?? any]]
}
