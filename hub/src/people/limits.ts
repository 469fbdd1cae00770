const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** A working day; a session left in a cookie jar ends by itself. */
export const SESSION_MS_MAX = 12 * HOUR_MS
/** A long meeting. An unattended screen ends after it. */
export const SESSION_IDLE_MS_MAX = 2 * HOUR_MS
/** A session's last use is written at most this often, so that reading causes few writes. */
export const SESSION_SEEN_EVERY_MS = MINUTE_MS
/** A link session is for registering a factor, which takes minutes. */
export const ENROLLING_SESSION_MS_MAX = HOUR_MS

/** How long a proof by a second factor counts as fresh: long enough to finish one act with its sheet. */
export const STEP_UP_MS_MAX = 10 * MINUTE_MS
/** Wrong codes in one session before it ends. Its owner signs in again; nobody else is kept out. */
export const WRONG_PROOFS_MAX = 5

/** Codes for the day the second factor is lost: enough for years, few enough for one sheet of paper. */
export const RECOVERY_CODES = 10
/** Letters of one code, 120 bits in base 32: more than the 112 from which a plain hash is enough (ASVS 5.0, 6.5.2). */
export const RECOVERY_CODE_LETTERS = 24

/** Over a weekend and a holiday. */
export const INVITATION_MS_MAX = 7 * DAY_MS
/**
 * A recovery's link, from its issue and again from its confirmation. As long as a contact's wait: a link that outlived
 * it could be used later, by an account that then approves at once.
 */
export const RECOVERY_MS_MAX = DAY_MS
/** For so long an account says that it was recovered: its owner may sign in seldom, and is to learn of one they never asked for. */
export const RECOVERY_SHOWN_MS = 30 * DAY_MS
/** An organisation that had a contact within this time is one whose contact somebody may want to be. */
export const FORMER_CONTACT_MS = 30 * DAY_MS
/** The first administrator stands before the machine. */
export const FIRST_LINK_MS_MAX = DAY_MS
/** Whoever breaks the glass stands before the machine with the browser open. */
export const BREAK_GLASS_LINK_MS_MAX = 15 * MINUTE_MS

/** Whom an emergency link let in within a week, and whom they invited, end no warning of another. */
export const BREAK_GLASS_RECENT_MS = 7 * DAY_MS

/** A browser asks for a passkey and answers at once; WebAuthn suggests five minutes. */
export const CHALLENGE_MS_MAX = 5 * MINUTE_MS

/** Somebody types password and code at the provider and comes back. */
export const PROVIDER_VISIT_MS_MAX = 10 * MINUTE_MS
/** The provider answers at once or counts as away. */
export const SIGN_IN_SERVICE_MS_MAX = 10_000
/** Its documents, keys and tokens together are some tens of kilobytes at most. */
export const SIGN_IN_SERVICE_BYTES_MAX = 1_000_000

/** Failures older than this no longer slow anybody. */
export const FAILURE_WINDOW_MS = 15 * MINUTE_MS
/** An account's owner mistypes a few times; from here on each failure doubles the wait. */
export const FREE_FAILURES_PER_ACCOUNT = 5
/** Behind one office address sit many people. */
export const FREE_FAILURES_PER_ADDRESS = 20
export const FIRST_DELAY_MS = 250
/** Never longer: the account's owner must still get in while somebody else guesses. */
export const DELAY_MS_MAX = 8_000
/** Attempts that may wait or be checked at once; each check takes 19 MB. More are told to come back. */
export const ATTEMPTS_AT_ONCE_MAX = 100
/** Of one address; the rest of the places stay for others. */
export const ATTEMPTS_PER_ADDRESS_AT_ONCE_MAX = 10
export const CHECKS_AT_ONCE_MAX = 2

/** People of one organisation with an account; the largest have some tens. */
export const PEOPLE_PER_ORGANISATION_MAX = 200
export const PASSKEYS_PER_PERSON_MAX = 20
export const TOKENS_PER_ORGANISATION_MAX = 50

/** Browsers in which a person is known: at work, at home, a telephone, and their successors. */
export const KNOWN_BROWSERS_PER_PERSON_MAX = 10
/** A year, in seconds; browsers keep no cookie much longer (RFC 6265bis §5.5 advises 400 days). */
export const KNOWN_BROWSER_SECONDS_MAX = 365 * 86_400
