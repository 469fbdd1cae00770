import type { BulletinView } from 'contract/bulletin'
import { toSealState } from './to-seal-state.ts'

/** Why nobody can be asked now, as the words of the workbench call it. */
export function toAskOff(view: BulletinView, isDirty: boolean) {
  if (isDirty) return 'off-unsaved'
  // Which values there are is told from a draft.
  if (view.draftProblem !== undefined) return 'off-undrafted'
  if (view.state === 'waiting') return undefined
  if (countUnaskable(view) > 0) return 'off-unaskable'
  if (toSealState(view, { isChecking: false, isDirty: false }) === 'open') return 'off-weak'
  return view.audience.organisationCount === 0 ? 'off-audience' : undefined
}

export const countUnaskable = ({ permissions }: Pick<BulletinView, 'permissions'>): number =>
  permissions.filter(({ problem }) => problem !== undefined).length
