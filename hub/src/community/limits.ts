/** Groups drawn and listed. A national scheme has a dozen or two; the drawing is laid out for 35. */
export const GROUPS_MAX = 500

/** Organisations in one answer; J-CSIP has had about 300 in ten years. */
export const ORGANISATIONS_MAX = 5_000

/** Organisations by the groups each is in. */
export const STANDINGS_MAX = 5000
