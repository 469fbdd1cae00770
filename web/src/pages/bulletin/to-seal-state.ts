import type { BulletinView } from 'contract/bulletin'

export type SealState = 'none' | 'checking' | 'found' | 'clean' | 'stale'

/** A check holds for the one text it has read. */
export function toSealState(
  { check, contentHash }: Pick<BulletinView, 'check' | 'contentHash'>,
  { isChecking, isDirty }: { readonly isChecking: boolean; readonly isDirty: boolean },
): SealState {
  if (isChecking) return 'checking'
  if (check === undefined) return 'none'
  if (isDirty || check.contentHash !== contentHash) return 'stale'
  return check.clean ? 'clean' : 'found'
}
