import type { BulletinView } from 'contract/bulletin'

export type SealState = 'none' | 'checking' | 'found' | 'open' | 'clean' | 'stale'

/** A check holds for the one text it has read. */
export function toSealState(
  { check, contentHash }: Pick<BulletinView, 'check' | 'contentHash'>,
  { isChecking, isDirty }: { readonly isChecking: boolean; readonly isDirty: boolean },
): SealState {
  if (isChecking) return 'checking'
  if (check === undefined) return 'none'
  if (isDirty || check.contentHash !== contentHash) return 'stale'
  if (!check.clean) return 'found'
  // Nothing refuses, but somebody has to look at a word before the text goes on.
  return check.weakTraces.some(({ confirmed }) => confirmed === undefined) ? 'open' : 'clean'
}
