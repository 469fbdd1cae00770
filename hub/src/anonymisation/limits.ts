/** Limits of the anonymisation step, each with the reason for its number. */
export const ANONYMISATION_LIMITS = {
  /** Bulletins of one page of the list. */
  pageRows: 50,
  /** Mails of a case that the draft is written from. A wave of more is the same mail again. */
  draftMailsMax: 50,
  /** Access logs of a case that the draft is written from. */
  draftLogsMax: 20,
  /** Originals shown beside the draft; the rest is one click away in the case. */
  originalsShownMax: 10,
  /** Characters of one original shown beside the draft. */
  originalCharsMax: 20_000,
  /** Places of one ordinary word whose surroundings are shown; nobody reads more of the same with care. */
  weakPlacesShownMax: 8,
  /** Names that could not be searched and are named; a vault may hold thousands. */
  skippedShownMax: 100,
  /** Milliseconds of a draft, as `estimateMs` has them, that is made where requests are answered. */
  draftedAtOnceMsMax: 100,
  /** Milliseconds that a draft may take in the thread; seven hundred unlike mails take a fifth of it. */
  draftWallMs: 50_000,
  /** Drafts that wait for the thread, each with a connection to the database; more are told to come back. */
  draftsWaitingMax: 4,
  /** Megabytes of the drafting thread; fifty mails of the longest text take a third. */
  draftHeapMb: 1024,
  /** Milliseconds without a draft after which the thread's memory is given back. */
  draftIdleMs: 60_000,
  /** Attempts to find a number that is not taken: 32^6 numbers a year. */
  numberAttempts: 5,
} as const
