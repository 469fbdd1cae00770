/** Items behind one figure. The largest quarter in the published reports has 1,213. */
export const ITEMS_MAX = 20_000
