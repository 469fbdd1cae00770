import { outdateApprovals } from '../anonymisation/index.ts'
import type { Db } from '../database/index.ts'
import type { Actor } from '../people/index.ts'
import { listRequests, type RequestState } from './approval.queries.ts'
import { askProvider, type Question, type Round } from './ask-provider.ts'
import { APPROVAL_LIMITS } from './limits.ts'
import { loadProviderViews } from './load-provider-views.ts'
import { toAskedHash } from './put-request.ts'

/**
 * Puts these questions to their providers; requests that nobody answered in time make way for them, except what is named
 * as `kept`. A button pressed twice is one question: a provider would be written to once more for each press, and would
 * find what it had begun to answer gone.
 */
export async function askEach(
  db: Db,
  actor: Actor,
  round: Round,
  { questions, kept }: { questions: readonly Question[]; kept: readonly string[] },
): Promise<void> {
  const requests = await listRequests(db, round.bulletin.id)
  const repeated = requests.filter((one) => questions.some((next) => isRepeat(one, next, round)))
  const asked = new Set(repeated.map(({ organisationId }) => organisationId))
  await outdateApprovals(db, round.bulletin.id, [...kept, ...repeated.map(({ id }) => id)])
  const open = questions.filter(({ organisationId }) => !asked.has(organisationId))
  const views = await loadProviderViews(
    db,
    round,
    open.map(({ organisationId }) => organisationId),
  )
  for (const question of open) {
    const view = views.get(question.organisationId)
    if (view !== undefined) await askProvider(db, actor, { ...round, ...question, view })
  }
}

/** The very same question waits already, and was put a moment ago. */
function isRepeat(
  request: RequestState,
  question: Question,
  { asked: { now, dueAt, message }, bulletin }: Round,
): boolean {
  return (
    request.state === 'waiting' &&
    request.organisationId === question.organisationId &&
    request.about === question.about &&
    request.contentHash === toAskedHash({ ...question, bulletin }) &&
    request.dueAt.getTime() === new Date(dueAt).getTime() &&
    request.message === message &&
    isSame(toKeys(request), toKeys(question)) &&
    now.getTime() - request.askedAt.getTime() < APPROVAL_LIMITS.repeatMs
  )
}

const toKeys = ({ asks, identifying }: Pick<Question, 'asks' | 'identifying'>): string[] => [
  ...asks.map(({ ja }) => ja),
  ...identifying.map(({ value }) => value),
]

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((key, at) => key === other[at])
