import { type CaseRecord, draftBulletin as draftContent, findTraces } from 'engine'
import type { IdentifyingValue } from 'contract/bulletin'
import { loadTraces } from '../community/index.ts'
import type { Db } from '../database/index.ts'
import { listAskedValues } from './asked-values.ts'
import type { BulletinRecord } from './bulletin-record.ts'
import { loadCaseRecord } from './load-case-record.ts'
import type { Handling } from './load-handling.ts'
import { listSeenValues, listValueAnswers } from './permission.queries.ts'

/** One value that could tell who provided it, whose evidence holds it, and what each of them has said. */
export interface ValuePermission extends IdentifyingValue {
  readonly holders: readonly {
    readonly organisationId: string
    /** Absent while it has not answered. */
    readonly isGiven?: boolean
  }[]
  /**
   * Why nobody can be asked. `unheld`: it comes from somebody without an account. `names-another`: it names a provider
   * whose own evidence does not hold it; to ask that one would tell it that there is another.
   */
  readonly problem?: 'unheld' | 'names-another'
}

/** Every provider whose evidence holds it has said yes. */
export const isPermitted = ({ holders, problem }: ValuePermission): boolean =>
  problem === undefined && holders.every(({ isGiven }) => isGiven === true)

/** Somebody has to be asked yet. A value that one of them refused is settled: it does not go out. */
export const isUnsettled = ({ holders, problem }: ValuePermission): boolean =>
  problem === undefined &&
  holders.some(({ isGiven }) => isGiven === undefined) &&
  !holders.some(({ isGiven }) => isGiven === false)

/** The asked values that would stand in the text, each with those whose permission it needs. */
export async function loadPermissions(
  db: Db,
  bulletin: BulletinRecord,
  handling: Handling,
): Promise<ValuePermission[]> {
  const asked = listAskedValues(bulletin)
  const { caseId, decisions, aliases, number } = bulletin
  if (caseId === undefined || asked.length === 0) return []
  const { record, mails } = await loadCaseRecord(db, { caseId, handling, decisions, aliases })
  const { indicators } = draftContent(record).content
  const standing = asked.filter(({ value }) => indicators.some((one) => one.value.includes(value)))
  const sources = await listSources(db, standing, { handling, record, mails })
  const answers = await listValueAnswers(db, number)
  const permissions: ValuePermission[] = []
  for (const value of standing) {
    const held = sources.get(value.value) ?? []
    const organisationIds = [...new Set(held.flatMap(({ organisationId }) => organisationId ?? []))]
    const problem = await findProblem(db, { value: value.value, held, organisationIds, handling })
    const holders = organisationIds.map((organisationId) => {
      const said = answers.find(
        (one) => one.organisationId === organisationId && one.value === value.value,
      )
      return said === undefined ? { organisationId } : { organisationId, isGiven: said.isGiven }
    })
    permissions.push({ ...value, holders, ...(problem === undefined ? {} : { problem }) })
  }
  return permissions
}

type Source = Handling['submissions'][number]

interface Evidence {
  readonly handling: Handling
  readonly record: CaseRecord
  readonly mails: Awaited<ReturnType<typeof loadCaseRecord>>['mails']
}

/**
 * Submissions that hold each value: by its letters in all of them, and as the engine reads each one alone, so that no
 * other way of writing it (capitals, an internationalised name) hides a provider.
 */
async function listSources(
  db: Db,
  asked: readonly IdentifyingValue[],
  { handling, record, mails }: Evidence,
): Promise<ReadonlyMap<string, readonly Source[]>> {
  const values = asked.map(({ value }) => value)
  const submissionIds = handling.submissions.map(({ submissionId }) => submissionId)
  const seen = await listSeenValues(db, { submissionIds, values })
  const readIn = new Map(
    submissionIds.map((id) => {
      const own = record.mails.filter((_, at) => mails[at]?.submissionId === id)
      return [id, new Set(own.length === 0 ? [] : listAskedIn({ ...record, mails: own, logs: [] }))]
    }),
  )
  return new Map(
    values.map((value) => {
      const ids = new Set(
        seen
          .filter((one) => one.value === value && standsAlone(one.seen, value.toLowerCase()))
          .map(({ submissionId }) => submissionId),
      )
      const holds = ({ submissionId: id }: Source) => ids.has(id) || readIn.get(id)?.has(value)
      return [value, handling.submissions.filter(holds)]
    }),
  )
}

/** What the engine would ask about in this evidence alone. */
function listAskedIn(record: CaseRecord): string[] {
  const { questions } = draftContent(record)
  const all = questions.map(({ say, why, choices, ...one }) => ({
    ...one,
    ...{ say, why },
    choices: [...choices],
  }))
  return listAskedValues({ questions: all, decisions: record.decisions }).map(({ value }) => value)
}

/** As a whole host, address or link: who holds `mykita.example` does not hold `kita.example`. */
function standsAlone(seen: string, value: string): boolean {
  const at = seen.indexOf(value)
  const [before, after] = [seen.slice(0, at).at(-1), seen.slice(at + value.length).at(0)]
  return !isOfWord(before) && !isOfWord(after)
}
const isOfWord = (character: string | undefined): boolean =>
  character !== undefined && /[\p{L}\p{N}-]/u.test(character)

async function findProblem(
  db: Db,
  {
    value,
    held,
    organisationIds,
    handling,
  }: {
    value: string
    held: readonly Source[]
    organisationIds: readonly string[]
    handling: Handling
  },
): Promise<ValuePermission['problem']> {
  const isOutsiders = held.some(
    ({ organisationId, providerKind }) => organisationId === undefined && providerKind !== 'hub',
  )
  if (isOutsiders || held.length === 0) return 'unheld'
  for (const id of handling.providerIds.filter((one) => !organisationIds.includes(one))) {
    const traces = await loadTraces(db, [id])
    const bytes = new TextEncoder().encode(value)
    if (findTraces([{ format: 'web', bytes }], traces).length > 0) return 'names-another'
  }
  return undefined
}
