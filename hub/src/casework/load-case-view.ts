import type { CaseView } from 'contract/case'
import type { CaseId } from 'contract/common'
import { listFindingRows, listMailSummaries, toFindingView } from '../analysis/index.ts'
import { recordAudit } from '../audit/index.ts'
import type { Db } from '../database/index.ts'
import type { Actor } from '../people/index.ts'
import { Refusal } from '../refusals.ts'
import { loadRestriction } from '../restriction/index.ts'
import { loadCase } from './case.queries.ts'
import { listCaseRows } from './case-list.queries.ts'
import {
  listCaseIndicators,
  listPlacementReasons,
  listStrongestFindings,
} from './case-view.queries.ts'
import { listChanges } from './change.queries.ts'
import { CASE_MAILS_MAX } from './limits.ts'
import { toCaseRow } from './list-cases.ts'
import { toSubmissionRow } from './list-submissions.ts'
import { loadHistory } from './load-history.ts'
import { listCaseSubmissionIds } from './placement.queries.ts'
import { listSubmissionRows } from './submission-list.queries.ts'

/** A case with everything in it and every change of it. */
export async function loadCaseView(db: Db, actor: Actor, caseId: CaseId): Promise<CaseView> {
  const record = await loadCase(db, caseId)
  const [row] = await listCaseRows(db, { caseId, rows: 1 })
  if (row === undefined) throw new Refusal('not-found')
  const submissionIds = await listCaseSubmissionIds(db, caseId)
  const submissions = await listSubmissionRows(db, { caseId, rows: submissionIds.length })
  const mails = await listMailSummaries(db, submissionIds)
  const restriction = await loadRestriction(db, submissionIds)
  await recordAudit(db, { actor, action: 'case-viewed', subject: `case:${caseId}` })
  return {
    ...toCaseRow(row),
    ...(restriction !== undefined && { restriction }),
    proposal: record.proposal,
    ...(record.classificationReason !== undefined && {
      classificationReason: record.classificationReason,
    }),
    submissions: submissions.map(toSubmissionRow),
    mails: mails.slice(0, CASE_MAILS_MAX),
    findings: await loadFindings(db, caseId),
    indicators: await listCaseIndicators(db, caseId),
    reasons: await listPlacementReasons(db, caseId),
    changes: await loadChanges(db, caseId),
    history: await loadHistory(db, `case:${caseId}`),
  }
}

async function loadFindings(db: Db, caseId: CaseId): Promise<CaseView['findings']> {
  const strongest = await listStrongestFindings(db, caseId)
  const rows = await listFindingRows(db, [...new Set(strongest.map(({ mailId }) => mailId))])
  const byId = new Map(rows.map((row) => [row.findingId, row]))
  return strongest.flatMap(({ findingId, mailCount }, index) => {
    const finding = byId.get(findingId)
    if (finding === undefined) return []
    return [{ ...toFindingView(finding), number: index + 1, mailCount }]
  })
}

async function loadChanges(db: Db, caseId: CaseId): Promise<CaseView['changes']> {
  const changes = await listChanges(db, caseId)
  return changes.map(({ changeId, kind, changedAt, by, say, undoneAt, isInTheWay }) => ({
    changeId,
    kind,
    at: changedAt.toISOString(),
    by: by ?? 'Noroshi',
    say,
    mayUndo: undoneAt === undefined && !isInTheWay,
    ...(undoneAt !== undefined && { undoneAt: undoneAt.toISOString() }),
  }))
}
