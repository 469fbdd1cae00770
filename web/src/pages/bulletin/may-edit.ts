import type { BulletinState } from 'contract/bulletin'
import type { Me } from '../../client/me.ts'

const ENDED: readonly BulletinState[] = ['released', 'corrected', 'withdrawn']

/** What has been shared is never changed; a correction is a new version. */
export const isOut = (state: BulletinState): boolean => ENDED.includes(state)

export function isEditor(me: Me | null | undefined): boolean {
  return me?.roles.some((role) => role === 'hub-analyst' || role === 'hub-lead') ?? false
}

export function isLead(me: Me | null | undefined): boolean {
  return me?.roles.includes('hub-lead') ?? false
}
