import type { BulletinView } from 'contract/bulletin'

/** While providers decide, the page looks again now and then; while a release is on its way, more often. */
const REFETCH_MS: Readonly<Record<string, number>> = { waiting: 20_000, releasing: 3000 }

/** While a job writes what was answered into the text. */
const SETTLING_MS = 2000

/** While texts of other cases are made, each of which takes up to a minute. */
const DELAYED_MS = 15_000

/** When the page of a bulletin is to look again by itself. */
export function toRefetchMs(
  view: Pick<BulletinView, 'state' | 'settling' | 'isDraftDelayed'> | undefined,
): number | false {
  if (view === undefined) return false
  // To ask for a draft more often would keep others from theirs.
  if (view.isDraftDelayed === true) return DELAYED_MS
  return view.settling === 'waiting' ? SETTLING_MS : (REFETCH_MS[view.state] ?? false)
}
