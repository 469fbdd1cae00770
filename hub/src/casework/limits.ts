/** Rows on one page of a list: as many as one scrolls through before narrowing the filter. */
export const PAGE_ROWS = 50

/** Rows of the queue. Whoever has more waiting needs filters, not a longer page. */
export const QUEUE_ROWS_MAX = 300

/** Mails shown inside a case; the rest are counted. */
export const CASE_MAILS_MAX = 500

/** Indicators and findings shown inside a case. */
export const CASE_VALUES_MAX = 500

/** Changes and history lines shown. */
export const CHANGES_MAX = 200

/** Reasons shown for a proposed classification: three to five can be weighed, twenty cannot. */
export const PROPOSAL_REASONS_MAX = 6

/** Days before its end from which an agreement without a follow-up waits in the queue: when its contacts are first told. */
export const AGREEMENT_ENDING_DAYS = 30
