import type { CaseRecord, Question } from 'engine'
import { type IdentifyingValue, RedactionQuestion } from 'contract/bulletin'
import { loadTraces } from '../community/index.ts'
import type { Db } from '../database/index.ts'
import { listAskedValues, listIdentifyingValues } from './asked-values.ts'
import type { BulletinRecord } from './bulletin-record.ts'
import { findNamedMembers } from './find-named-members.ts'
import { holdsValue } from './holds-value.ts'
import { draftCase, draftCases } from './draft-case.ts'
import { type LoadedCase, loadCaseRecord } from './load-case-record.ts'
import type { Handling } from './load-handling.ts'
import { listSeenValues, listValueAnswers } from './permission.queries.ts'

/** One value that could tell who provided it, whose evidence holds it, and what each of them has said. */
export interface ValuePermission extends IdentifyingValue {
  readonly holders: readonly {
    readonly organisationId: string
    /** It was asked about the value by itself, before it was shown a text. */
    readonly wasAsked: boolean
    /** Absent while it has not answered. */
    readonly isGiven?: boolean
  }[]
  /**
   * Why nobody can be asked. `unheld`: it comes only from somebody without an account. `names-another`: it tells of
   * somebody whose own evidence does not hold it; to ask that one would tell it of those who do.
   */
  readonly problem?: 'unheld' | 'names-another'
}

/**
 * One whose evidence holds it has said yes; where there is no provider to ask, a hub lead approves. The no of another
 * takes its own evidence out of account and nothing else: were the value missing then, whoever handed it in as well and
 * said yes would read that somebody else holds it and said no (the attacker knows whom he made it for).
 */
export const isPermitted = ({ holders, problem }: ValuePermission): boolean =>
  problem === undefined && (holders.length === 0 || hasYes(holders))

/**
 * Somebody has to be asked yet. One yes settles it for all that were asked, and so does the no of all. Whoever comes to
 * hold it after that yes is asked by itself first all the same: were its first question about a text in which the value
 * stands, it would read that another has let it in.
 */
export const isUnsettled = ({ holders, problem }: ValuePermission): boolean =>
  problem === undefined &&
  holders.some(({ isGiven, wasAsked }) => isGiven === undefined && !(wasAsked && hasYes(holders)))

const hasYes = (holders: ValuePermission['holders']): boolean =>
  holders.some(({ isGiven }) => isGiven === true)

/**
 * The asked values that would stand in the text, each with those whose permission it needs: the providers whose evidence
 * holds it and that would be asked about it if they were alone. A value that names a member of the hub is asked of that
 * one at most, provider or not: to ask another who holds it only where that one provided too would tell him so.
 */
export async function loadPermissions(
  db: Db,
  bulletin: BulletinRecord,
  handling: Handling,
): Promise<ValuePermission[]> {
  const asked = listAskedValues(bulletin)
  const { caseId, decisions, aliases, number } = bulletin
  if (caseId === undefined || asked.length === 0) return []
  const loaded = await loadCaseRecord(db, { caseId, handling, decisions, aliases })
  const { indicators } = (await draftCase(db, loaded.record)).content
  const standing = asked.filter(({ value }) => indicators.some((one) => one.value.includes(value)))
  const held = await listHeld(db, standing, { ...handling, mails: loaded.mails })
  const askedAlone = await listAskedAlone(db, loaded, handling)
  const named = findNamedMembers(loaded.record.registered, standing)
  const answers = await listValueAnswers(db, number)
  return standing.map((value) => {
    const sources = held.get(value.value) ?? []
    const members = named.get(value.value) ?? new Set()
    const ids = handling.providerIds.filter(
      (id) =>
        [...members].every((member) => member === id) &&
        isAsked(value, askedAlone.get(id), sources, id),
    )
    const problem = findProblem({ sources, ids, members, handling })
    const holders = ids.map((organisationId) => {
      const said = answers.find(
        (one) => one.organisationId === organisationId && one.value === value.value,
      )
      const { wasAsked = false, isGiven } = said ?? {}
      return { organisationId, wasAsked, ...(isGiven === undefined ? {} : { isGiven }) }
    })
    return { ...value, holders, ...(problem === undefined ? {} : { problem }) }
  })
}

type Source = Handling['submissions'][number]

/** A submission that holds a value. */
interface Held extends Source {
  /** It stands in one of its mails that the draft was too short for. */
  readonly isUndrafted: boolean
}

/** Submissions that hold each value, also those that a draft is too short for. */
async function listHeld(
  db: Db,
  asked: readonly IdentifyingValue[],
  { submissions, mails }: Pick<Handling, 'submissions'> & Pick<LoadedCase, 'mails'>,
): Promise<ReadonlyMap<string, readonly Held[]>> {
  const submissionIds = submissions.map(({ submissionId }) => submissionId)
  const values = asked.map(({ value }) => value)
  const seen = await listSeenValues(db, { submissionIds, values })
  const drafted = new Set(mails.map(({ id }) => id))
  return new Map(
    asked.map((one) => {
      const holding = seen.filter(({ value, seen }) => value === one.value && holdsValue(seen, one))
      const held = submissions.flatMap((source) => {
        const mails = holding.filter(({ submissionId }) => submissionId === source.submissionId)
        const isUndrafted = mails.some(({ mailId }) => !drafted.has(mailId))
        return mails.length === 0 ? [] : [{ ...source, isUndrafted }]
      })
      return [one.value, held]
    }),
  )
}

/** What each provider would be asked about if nobody else had provided; nothing for one whose mails are not drafted. */
async function listAskedAlone(
  db: Db,
  { record, mails }: LoadedCase,
  { providerIds }: Handling,
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const alone: { readonly id: string; readonly record: CaseRecord }[] = []
  for (const id of providerIds) {
    const own = record.mails.filter((_, at) => mails[at]?.organisationId === id)
    if (own.length === 0) continue
    const traces = await loadTraces(db, [id])
    alone.push({ id, record: { ...record, traces, mails: own, logs: [] } })
  }
  const drafts = await draftCases(
    db,
    alone.map((one) => one.record),
  )
  return new Map(alone.map(({ id }, at) => [id, listAskedIn(drafts[at]?.questions ?? [])]))
}

/** Whatever was decided about them: files that stand in one question with those of others are in another of its own. */
function listAskedIn(questions: readonly Question[]): ReadonlySet<string> {
  const identifying = listIdentifyingValues(RedactionQuestion.array().parse(questions))
  return new Set(identifying.map(({ value }) => value))
}

/** Of a long wave only the first mails are drafted; in the others a code or a file is asked about all the same. */
function isAsked(
  { value, kind }: IdentifyingValue,
  askedAlone: ReadonlySet<string> | undefined,
  sources: readonly Held[],
  organisationId: string,
): boolean {
  if (askedAlone?.has(value) === true) return true
  const isOfAny = kind === 'hash' || kind === 'url' || kind === 'address'
  const isHeldBeyond = (source: Held): boolean =>
    source.organisationId === organisationId && source.isUndrafted
  return isOfAny && sources.some(isHeldBeyond)
}

function findProblem({
  sources,
  ids,
  members,
  handling,
}: {
  sources: readonly Source[]
  ids: readonly string[]
  members: ReadonlySet<string>
  handling: Handling
}): ValuePermission['problem'] {
  // That it came from outside as well takes nothing from the answers of those who can be asked, or they would tell of it.
  if (ids.length > 0) return undefined
  const isOutsiders = sources.some(
    ({ organisationId, providerKind }) => organisationId === undefined && providerKind !== 'hub',
  )
  if (isOutsiders) return 'unheld'
  const isLeads = members.size === 0 && handling.providerIds.length === 0
  return isLeads ? undefined : 'names-another'
}
