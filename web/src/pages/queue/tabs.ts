/** Whose turn it is; `me` is what the page opens on. */
export const TABS = ['me', 'others', 'unassigned', 'all'] as const
export type Tab = (typeof TABS)[number]
