/** Groups drawn and listed. A national scheme has a dozen or two; the drawing is laid out for 35. */
export const GROUPS_MAX = 500

/** Organisations in one answer; J-CSIP has had about 300 in ten years. */
export const ORGANISATIONS_MAX = 5_000

/** Organisations by the groups each is in. */
export const STANDINGS_MAX = 5000

/** Characters of a street without its building that are searched for; fewer are a town's name, which any text may hold. */
export const POSTAL_ADDRESS_CHARS_MIN = 8

/** Suggestions shown at once; the next come when these are answered. */
export const SUGGESTIONS_MAX = 30

/** Entries of one list of a vault whose spellings are shown; two hundred people take a tenth of a second. */
export const SPELT_ENTRIES_MAX = 200
/** Spellings of one entry that are shown; the rest are counted. */
export const SPELLINGS_SHOWN_MAX = 12

/** Days before its last day on which an agreement's contacts are told: a month to have it signed, a week to hurry. */
export const AGREEMENT_REMINDER_DAYS = [30, 7] as const
