import type { Bilingual, Tlp } from 'contract/common'
import type { Db } from '../database/index.ts'
import { type CaseProvider, listCaseProviders, listGroups } from './audience.queries.ts'
import {
  findExcess,
  type HandlingCeiling,
  type NamedGroup,
  ORGANISATIONS_PER_GROUP_MIN,
  toCeiling,
} from './handling-ceiling.ts'

/** What the providers of a case allow. */
export interface Handling {
  readonly submissions: readonly CaseProvider[]
  /** Organisations of the community among them, in the order they came; each approves for itself. */
  readonly providerIds: readonly string[]
  readonly everyGroupId: readonly string[]
  readonly ceiling: HandlingCeiling
  readonly isHubSourced: boolean
}

/** Of a case before its bulletin has a number, or of a bulletin: then of all who were in it while it was made. */
export async function loadHandling(
  db: Db,
  { caseId, number }: { caseId?: string | undefined; number?: string },
  day: string,
): Promise<Handling> {
  const everyGroupId = (await listGroups(db)).map(({ groupId }) => groupId)
  const submissions =
    caseId === undefined ? [] : await listCaseProviders(db, { caseId, number }, day)
  return ofSubmissions({ everyGroupId }, submissions)
}

/** The same of some submissions alone. */
export function ofSubmissions(
  { everyGroupId }: Pick<Handling, 'everyGroupId'>,
  submissions: readonly CaseProvider[],
): Handling {
  return {
    submissions,
    providerIds: [...new Set(submissions.flatMap(({ organisationId }) => organisationId ?? []))],
    everyGroupId,
    ceiling: toCeiling(submissions, everyGroupId),
    isHubSourced: submissions.every(({ providerKind }) => providerKind === 'hub'),
  }
}

/** What this label and these groups ask of all providers together, one sentence each. */
export function findExcessOfAll(
  handling: Handling,
  { tlp, groups }: { tlp: Tlp; groups: readonly NamedGroup[] },
): Bilingual[] {
  if (handling.isHubSourced) return []
  return findExcess(tlp, relevant(groups, handling), handling.ceiling)
}

/** The same as one provider sees it, from its own wishes and the sizes of the groups alone. */
export function findExcessOfOne(
  handling: Handling,
  organisationId: string,
  { tlp, groups }: { tlp: Tlp; groups: readonly NamedGroup[] },
): Bilingual[] {
  const own = handling.submissions.filter((one) => one.organisationId === organisationId)
  return findExcess(tlp, groups, toCeiling(own, handling.everyGroupId))
}

/**
 * What nobody can be asked to allow: the wishes of someone outside the community, who has no account to answer from.
 * A label never drops below such a wish.
 */
export function findExcessOfUnasked(
  handling: Handling,
  { tlp, groups }: { tlp: Tlp; groups: readonly NamedGroup[] },
): Bilingual[] {
  const unasked = handling.submissions.filter(
    ({ organisationId, providerKind }) => organisationId === undefined && providerKind !== 'hub',
  )
  if (unasked.length === 0) return []
  return findExcess(tlp, withoutSmall(groups), toCeiling(unasked, handling.everyGroupId))
}

/** A small group endangers nobody when no organisation of the community was the provider. */
const relevant = (
  groups: readonly NamedGroup[],
  { providerIds }: Handling,
): readonly NamedGroup[] => (providerIds.length > 0 ? groups : withoutSmall(groups))

const withoutSmall = (groups: readonly NamedGroup[]): NamedGroup[] =>
  groups.map((group) => ({
    ...group,
    organisationCount: Math.max(group.organisationCount, ORGANISATIONS_PER_GROUP_MIN),
  }))
