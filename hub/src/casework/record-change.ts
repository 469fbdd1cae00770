import type { Bilingual, CaseChangeId, CaseId } from 'contract/common'
import type { CaseChanged } from 'contract/case'
import { recordAudit } from '../audit/index.ts'
import type { Db } from '../database/index.ts'
import { newId } from '../ids.ts'
import type { Actor } from '../people/index.ts'
import { type Before, type ChangeKind, touchedBy } from './change-record.ts'
import { insertChange } from './change.queries.ts'

interface Change {
  readonly kind: ChangeKind
  readonly actor: Actor
  readonly at: Date
  readonly say: Bilingual
  readonly before: Before
  /** Other cases it concerns. */
  readonly alsoWithin?: readonly CaseId[]
}

/** Writes down a change of a case, for undoing and for the audit log. */
export async function recordChange(
  db: Db,
  { caseId, number }: { readonly caseId: CaseId; readonly number: string },
  { kind, actor, at, say, before, alsoWithin = [] }: Change,
): Promise<CaseChanged> {
  const changeId = newId<CaseChangeId>()
  await insertChange(db, {
    changeId,
    caseId,
    kind,
    at,
    by: actor.personId,
    say,
    before,
    touches: touchedBy(before, [caseId, ...alsoWithin]),
  })
  for (const subject of [caseId, ...alsoWithin]) {
    await recordAudit(db, {
      actor,
      action: `case-${kind}`,
      subject: `case:${subject}`,
      detail: { changeId, submissions: before.placements.length },
    })
  }
  return { caseId, number, changeId }
}
