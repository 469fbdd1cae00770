/** A pause of an hour or more ends an operation (J-CRAT's definition, SPEC R-0). In minutes. */
export const OPERATION_GAP_MINUTES = 60

/** A value seen in more mails than this is common and ties nothing (SPEC R-2). */
export const RARE_MAILS_MAX = 20

/** Submissions folded in one step; a wave larger than this goes on with the next submission. */
export const RELATIVES_MAX = 2_000

/** Values of one submission that are looked up; a mailbox of thousands of mails must not stop the hub. */
export const VALUES_MAX = 2_000

/** Proposals shown beside a submission. More are noise. */
export const TIES_MAX = 20

/** Submissions of one case whose ties are looked up when they are put together; the reasons repeat long before. */
export const REASONED_MAX = 50
