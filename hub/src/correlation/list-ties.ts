import type { z } from 'zod'
import { isPrivateHost } from 'engine'
import type { TieProposal } from 'contract/analysis'
import type { Db } from '../database/index.ts'
import { REASONED_MAX, TIES_MAX } from './limits.ts'
import { findOperationRelatives } from './operation.queries.ts'
import { OPERATION_REASONS, type TieReason, sayShared, saySharedSources } from './say-tie.ts'
import { listSharedSources } from './source-tie.queries.ts'
import {
  type SharedValue,
  type TiedPlace,
  listSharedValues,
  listTiedPlaces,
} from './tie.queries.ts'

type Tie = z.infer<typeof TieProposal>

/**
 * Cases and submissions this one looks tied to, strongest first, each with its reasons. Proposals only:
 * what is folded by itself is decided by operations alone, everything else by an analyst.
 */
export async function listTies(db: Db, submissionId: string): Promise<Tie[]> {
  const reasons = await loadReasons(db, submissionId)
  const places = await listTiedPlaces(db, [...reasons.keys(), submissionId])
  const ownCase = places.find((place) => place.submissionId === submissionId)?.caseId
  const ties = new Map<string, Tie>()
  for (const place of places) {
    if (place.submissionId === submissionId) continue
    if (ownCase !== undefined && place.caseId === ownCase) continue
    const key = place.caseId ?? place.submissionId
    const tie = ties.get(key) ?? toTie(place)
    addReasons(tie.reasons, reasons.get(place.submissionId) ?? [])
    ties.set(key, tie)
  }
  return [...ties.values()].toSorted((a, b) => strength(b) - strength(a)).slice(0, TIES_MAX)
}

/** Why each of these belongs with the others: what an analyst who puts them together can point at. */
export async function findReasonsAmong(
  db: Db,
  submissionIds: readonly string[],
): Promise<ReadonlyMap<string, readonly TieReason[]>> {
  const among = new Map<string, readonly TieReason[]>()
  for (const submissionId of submissionIds.slice(0, REASONED_MAX)) {
    const reasons: TieReason[] = []
    for (const [other, said] of await loadReasons(db, submissionId)) {
      if (submissionIds.includes(other)) addReasons(reasons, said)
    }
    among.set(submissionId, reasons)
  }
  return among
}

async function loadReasons(db: Db, submissionId: string): Promise<Map<string, TieReason[]>> {
  const reasons = new Map<string, TieReason[]>()
  const add = (id: string, reason: TieReason) =>
    reasons.set(id, [...(reasons.get(id) ?? []), reason])
  for (const { submissionId: id, tie } of await findOperationRelatives(db, submissionId)) {
    add(id, OPERATION_REASONS[tie])
  }
  for (const shared of await listSharedValues(db, submissionId)) {
    if (!isInsideNetwork(shared)) add(shared.submissionId, sayShared(shared))
  }
  const sources = await listSharedSources(db, submissionId)
  const open = sources.filter(({ value }) => !isPrivateHost(value))
  for (const [id, shared] of Map.groupBy(open, (source) => source.submissionId)) {
    add(id, saySharedSources(shared))
  }
  return reasons
}

/** Every network has a `fileserver` and a 192.168.0.1: such a name says nothing about an attacker. */
function isInsideNetwork({ kind, value }: SharedValue): boolean {
  return kind !== 'attachment' && isPrivateHost(value.slice(value.lastIndexOf('@') + 1))
}

function toTie({ submissionId, receipt, title, caseId, caseNumber, caseTitle }: TiedPlace): Tie {
  if (caseId === undefined || caseNumber === undefined) {
    return { submissionId, number: receipt, title, reasons: [] }
  }
  return { caseId, number: caseNumber, title: caseTitle ?? title, reasons: [] }
}

/** The same sentence once, however many submissions of a case give it. */
function addReasons(into: TieReason[], more: readonly TieReason[]): void {
  for (const reason of more) {
    if (!into.some(({ say }) => say.en === reason.say.en)) into.push(reason)
  }
}

function strength({ reasons }: Tie): number {
  const points = { strong: 100, medium: 10, weak: 1 } as const
  return reasons.reduce((sum, { weight }) => sum + points[weight], 0)
}
