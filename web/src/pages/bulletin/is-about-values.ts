import type { BulletinView } from 'contract/bulletin'

type Permission = BulletinView['permissions'][number]
type Asking = Pick<BulletinView, 'permissions' | 'approvals' | 'state'>

/** Whether the next question to the providers is about values: before any text is asked about that would hold them. */
export const isAboutValues = ({ permissions }: Pick<BulletinView, 'permissions'>): boolean =>
  permissions.some(isUnsettled)

/** One yes settles a value for all that were asked about it; whoever was not asked yet is asked all the same. */
function isUnsettled({ problem, holders }: Permission): boolean {
  if (problem !== undefined) return false
  const answers = new Set(holders.map(({ answer }) => answer))
  if (answers.has('not-asked')) return true
  return !answers.has('given') && (answers.has('waiting') || answers.has('silent'))
}

/** Whether providers are being asked about values now. */
export const isInValuesRound = ({ state, approvals }: Asking): boolean =>
  state === 'waiting' &&
  approvals.some(({ about, state: answer }) => about === 'values' && answer === 'waiting')

/**
 * Whether to ask again asks nobody: the answers that came settle every value, and the text is written by them. Without a
 * draft nobody knows the values.
 */
export const isRoundToEnd = (view: Asking & Pick<BulletinView, 'draftProblem'>): boolean =>
  view.draftProblem === undefined && isInValuesRound(view) && !isAboutValues(view)
