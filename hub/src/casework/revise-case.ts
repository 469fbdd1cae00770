import type { z } from 'zod'
import type { CaseChanged, CaseState, ClassifyRequest, RenameCaseRequest } from 'contract/case'
import { findMove } from '../case-flow.ts'
import type { Db } from '../database/index.ts'
import type { Actor, PersonActor } from '../people/index.ts'
import { Refusal } from '../refusals.ts'
import { lockCases, saveCase, saveCaseState } from './case.queries.ts'
import type { CaseRecord } from './case-record.ts'
import { assertMayChange, pickCase } from './may-change.ts'
import { toMover } from './mover.ts'
import { refreshProposal } from './place-submissions.ts'
import { recordChange } from './record-change.ts'
import { sayChange } from './say-change.ts'

/** Gives a case another title. */
export async function renameCase(
  db: Db,
  actor: Actor,
  caseId: string,
  { title }: z.infer<typeof RenameCaseRequest>,
  at: Date,
): Promise<CaseChanged> {
  const attackCase = await lockCase(db, caseId)
  assertMayChange(attackCase)
  await saveCase(db, { caseId: attackCase.caseId, title })
  return recordChange(db, attackCase, {
    kind: 'renamed',
    actor,
    at,
    say: sayChange.renamed(),
    before: {
      placements: [],
      cases: [{ caseId: attackCase.caseId, title: attackCase.title }],
    },
  })
}

/** Records what a person decided the case is, with the reason; the proposal stays beside it (SPEC K-1). */
export async function classifyCase(
  db: Db,
  actor: PersonActor,
  caseId: string,
  { classification, reason }: z.infer<typeof ClassifyRequest>,
  at: Date,
): Promise<CaseChanged> {
  const attackCase = await lockCase(db, caseId)
  assertMayChange(attackCase)
  await saveCase(db, {
    caseId: attackCase.caseId,
    classification,
    classificationReason: reason ?? null,
    classifiedBy: actor.personId,
  })
  return recordChange(db, attackCase, {
    kind: 'classified',
    actor,
    at,
    say: sayChange.classified(),
    before: {
      placements: [],
      cases: [
        {
          caseId: attackCase.caseId,
          classification: attackCase.classification,
          classificationReason: attackCase.classificationReason ?? null,
          classifiedBy: attackCase.classifiedBy ?? null,
        },
      ],
    },
  })
}

/** Moves a case to another state, if the table of moves has it. */
export async function moveCase(
  db: Db,
  actor: Actor,
  { caseId, to, at }: { caseId: string; to: CaseState; at: Date },
): Promise<CaseChanged> {
  const attackCase = await lockCase(db, caseId)
  const { state } = attackCase
  if (attackCase.withdrawnAt !== undefined) throw new Refusal('not-found')
  if (attackCase.mergedInto !== undefined) throw new Refusal('case-merged')
  const move = findMove('case', state, to)
  if (move === undefined) throw new Refusal('not-in-this-state')
  if (!move.by.includes(toMover(actor))) throw new Refusal('role-required')
  const closedAt = to === 'closed' ? at : undefined
  if (!(await saveCaseState(db, caseId, state, to, closedAt))) throw new Refusal('already-changed')
  return recordChange(db, attackCase, {
    kind: 'moved',
    actor,
    at,
    say: sayChange.moved(to),
    before: {
      placements: [],
      cases: [
        {
          caseId: attackCase.caseId,
          state,
          closedAt: attackCase.closedAt?.toISOString() ?? null,
        },
      ],
    },
  })
}

/** Proposes again what a case is, for example after a finding in it was dismissed. */
export async function reclassifyCase(db: Db, caseId: string): Promise<void> {
  await lockCase(db, caseId)
  await refreshProposal(db, caseId)
}

async function lockCase(db: Db, caseId: string): Promise<CaseRecord> {
  return pickCase(await lockCases(db, [caseId]), caseId)
}
