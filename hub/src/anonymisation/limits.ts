/** Limits of the anonymisation step, each with the reason for its number. */
export const ANONYMISATION_LIMITS = {
  /** Bulletins of one page of the list. */
  pageRows: 50,
  /** Mails of a case that may be drafted. A wave of more is the same mail again. */
  draftMailsMax: 1000,
  /**
   * Milliseconds of a draft, as `toCostMs` has them, within which mails are chosen: seven hundred unlike mails, which take
   * ten seconds, or the slowest known, which take thirty-seven of the fifty that a draft may take.
   */
  draftCostMsMax: 35_000,
  /**
   * Letters of all mails that are drafted together, as their views are kept: a thousand ordinary ones have twenty-seven
   * million. All are in memory at once, at three bytes a letter and six in Japanese, and one mail may have many millions.
   */
  draftViewLettersMax: 30_000_000,
  /** Access logs of a case that the draft is written from. */
  draftLogsMax: 20,
  /** Originals shown beside the draft or to one provider; the rest is one click away in the case. */
  originalsShownMax: 10,
  /** Characters of one original shown beside the draft. */
  originalCharsMax: 20_000,
  /** Receipts named of mails that are not drafted. */
  undraftedShownMax: 10,
  /** Places of one ordinary word whose surroundings are shown; nobody reads more of the same with care. */
  weakPlacesShownMax: 8,
  /** Names that could not be searched and are named; a vault may hold thousands. */
  skippedShownMax: 100,
  /** Milliseconds of a draft, as `toCostMs` has them, that is made where requests are answered. */
  draftedAtOnceMsMax: 150,
  /** Drafts that are remembered: of a case as it stands, and of each provider's mails alone. */
  draftsKeptMax: 160,
  /** Drafts that wait for the thread, each with its case in memory; more are told to come back. */
  draftsWaitingMax: 4,
  /** Megabytes of the drafting thread; a case within `draftCostMsMax` takes a third. */
  draftHeapMb: 1024,
  /** Milliseconds without a draft after which the thread's memory is given back. */
  draftIdleMs: 60_000,
  /** Attempts to find a number that is not taken: 32^6 numbers a year. */
  numberAttempts: 5,
} as const
