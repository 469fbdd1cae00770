/** A pause of an hour or more ends an operation (J-CRAT's definition, SPEC R-0). In minutes. */
export const OPERATION_GAP_MINUTES = 60

/** A value seen in more mails than this is common and ties nothing (SPEC R-2). */
export const RARE_MAILS_MAX = 20

/** A source that attacked more providers than this scans the whole network and ties nothing (SPEC R-2). */
export const RARE_SOURCE_PROVIDERS_MAX = 5

/** Submissions with one source that are looked at; a provider may hand in its log every day of a quarter. */
export const SOURCE_SUBMISSIONS_MAX = 200

/** One in so many requests of a source must look for a hole; an office or a mobile network comes nowhere near. */
export const ORDINARY_PER_PROBE_MAX = 10

/** Addresses change hands: beyond so many days between two sightings a shared one says little. */
export const SAME_HANDS_DAYS_MAX = 30

/** So many shared sources at once are no coincidence. */
export const STRONG_SOURCES_MIN = 3

/** Sources named in a reason; the number says the rest. */
export const SOURCES_NAMED_MAX = 3

/** Submissions folded in one step; a wave larger than this goes on with the next submission. */
export const RELATIVES_MAX = 2_000

/** Values of one submission that are looked up; a mailbox of thousands of mails must not stop the hub. */
export const VALUES_MAX = 2_000

/** Proposals shown beside a submission. More are noise. */
export const TIES_MAX = 20

/** Submissions of one case whose ties are looked up when they are put together; the reasons repeat long before. */
export const REASONED_MAX = 50
