import type { Queue, QueueRow } from 'contract/case'
import type { z } from 'zod'

/** Whose turn it is; `me` is what the page opens on. */
export const TABS = ['me', 'others', 'unassigned', 'all'] as const
export type Tab = (typeof TABS)[number]

/** What nobody has taken yet is everybody's turn, so it stands under `me` as well. */
export function isUnderTab({ waitsFor }: QueueRow, tab: Tab): boolean {
  if (tab === 'all') return true
  return waitsFor === tab || (tab === 'me' && waitsFor === 'unassigned')
}

/** How many rows stand under a tab. */
export function countUnder(counts: z.infer<typeof Queue>['counts'], tab: Tab): number {
  return tab === 'me' ? counts.me + counts.unassigned : counts[tab]
}
