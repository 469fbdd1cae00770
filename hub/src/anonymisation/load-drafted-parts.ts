import { listAliases } from 'engine'
import type { z } from 'zod'
import { BulletinContent, type BulletinView } from 'contract/bulletin'
import type { Db } from '../database/index.ts'
import { findSentence, Refusal, type RefusalCode } from '../refusals.ts'
import { toDraftedDecisions } from './asked-values.ts'
import type { BulletinRecord } from './bulletin-record.ts'
import type { Approval } from './bulletin-view.queries.ts'
import { draftCase } from './draft-case.ts'
import { isOut } from './is-out.ts'
import { ANONYMISATION_LIMITS as limits } from './limits.ts'
import { listPermissionRows } from './list-permission-rows.ts'
import type { LoadedAudience } from './load-audience.ts'
import { loadCaseRecord } from './load-case-record.ts'
import type { Handling } from './load-handling.ts'
import { loadLaneConditions } from './load-lane.ts'

type DraftedParts = Pick<
  z.input<typeof BulletinView>,
  | 'aliases'
  | 'originals'
  | 'permissions'
  | 'laneConditions'
  | 'undrafted'
  | 'draftProblem'
  | 'isDraftDelayed'
>

interface Standing {
  readonly handling: Handling
  readonly audience: LoadedAudience
  readonly approvals: readonly Approval[]
}

/** What a case may be refused its draft for. Whoever looks at its bulletin reads that, and everything else, all the same. */
const PROBLEMS: ReadonlySet<RefusalCode> = new Set([
  'draft-took-too-long',
  'drafting-busy',
  'case-too-large',
])

/** What the workbench tells from a draft of the case as it stands, or why there is none. */
export async function loadDraftedParts(
  db: Db,
  bulletin: BulletinRecord,
  standing: Standing,
): Promise<DraftedParts> {
  try {
    return await loadParts(db, bulletin, standing)
  } catch (error) {
    return { aliases: [], originals: [], permissions: [], ...toProblem(error) }
  }
}

export function toProblem(error: unknown): Pick<DraftedParts, 'draftProblem' | 'isDraftDelayed'> {
  if (!(error instanceof Refusal) || !PROBLEMS.has(error.code)) throw error
  const draftProblem = findSentence(error.code)
  if (draftProblem === undefined) throw error
  return { draftProblem, ...(error.code === 'drafting-busy' ? { isDraftDelayed: true } : {}) }
}

async function loadParts(
  db: Db,
  bulletin: BulletinRecord,
  { handling, audience, approvals }: Standing,
): Promise<DraftedParts> {
  // What has left needs no permission any more.
  const permissions = isOut(bulletin)
    ? []
    : await listPermissionRows(db, bulletin, { handling, approvals })
  const { drafted, ...sources } = await loadSources(db, bulletin, handling)
  const isLaneAsked = isUndecided(bulletin) && handling.providerIds.length > 0
  if (!isLaneAsked) return { ...sources, permissions }
  const laneConditions = await loadLaneConditions(db, bulletin, { handling, audience, drafted })
  return { ...sources, permissions, laneConditions }
}

/** Before anybody was asked, and before a lead let it go unasked. */
const isUndecided = ({ state }: BulletinRecord): boolean => state === 'draft' || state === 'checked'

/** The evidence side: originals with what was replaced, and the legend of the aliases. */
async function loadSources(db: Db, bulletin: BulletinRecord, handling: Handling) {
  const { caseId, aliases, decisions: answers } = bulletin
  const decisions = toDraftedDecisions(bulletin)
  if (caseId === undefined) return { drafted: undefined, aliases: [], originals: [] }
  // With the answers, which nothing here shows, it is the record that the last answer was drafted from.
  const loaded = await loadCaseRecord(db, { caseId, handling, decisions, aliases, answers })
  const { record, undrafted } = loaded
  const { content, called, originals } = await draftCase(db, record)
  return {
    ...(undrafted.count === 0
      ? {}
      : { undrafted: { ...undrafted, receipts: [...undrafted.receipts] } }),
    drafted: BulletinContent.parse(content),
    aliases: listAliases(called, record.traces).map(({ standsFor, ...alias }) => ({
      ...alias,
      standsFor: [...standsFor],
    })),
    originals: originals
      .slice(0, limits.originalsShownMax)
      .map(({ label, original }) => ({ label, segments: [...original] })),
  }
}
