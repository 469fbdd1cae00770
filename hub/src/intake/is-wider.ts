import { TLP_LABELS } from 'contract/common'
import type { Wishes } from 'contract/intake'

/** Whether wishes let more out than those before them, in any way. */
export function isWider(before: Wishes, wishes: Wishes): boolean {
  return (
    TLP_LABELS.indexOf(wishes.tlp) > TLP_LABELS.indexOf(before.tlp) ||
    reachesMore(before.groupIds, wishes.groupIds) ||
    // A sentence that quotes the former words may say that they no longer hold: whatever follows them is another wish.
    (before.keepBack.trim() !== '' && wishes.keepBack.trim() !== before.keepBack.trim()) ||
    (wishes.mayAppearInReport && !before.mayAppearInReport) ||
    (before.approvesFirst && !wishes.approvesFirst)
  )
}

/** No group named means all of them. */
function reachesMore(before: readonly string[], groupIds: readonly string[]): boolean {
  if (before.length === 0) return false
  return groupIds.length === 0 || groupIds.some((groupId) => !before.includes(groupId))
}
