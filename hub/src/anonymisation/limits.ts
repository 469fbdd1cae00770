/** Limits of the anonymisation step, each with the reason for its number. */
export const ANONYMISATION_LIMITS = {
  /** Bulletins of one page of the list. */
  pageRows: 50,
  /**
   * Of each provider so many mails are drafted, whoever else is in the case: from what is left out of its own it could else
   * read how much others handed in. A hundred unlike ones are more than a person reads for one text.
   */
  draftMailsOfProviderMax: 100,
  /**
   * Mails of one operation that are drafted of a provider: they are the same mail again, on other ways. Two hundred
   * providers of one wave fill a draft.
   */
  draftMailsOfOperationMax: 5,
  /** Milliseconds of a draft, as `toCostMs` has them, for the mails of one provider: a hundred ordinary ones take five. */
  draftCostMsOfProviderMax: 10_000,
  /** Letters of the views of one provider's mails: a hundred ordinary ones have three million, one may have two of text. */
  draftViewLettersOfProviderMax: 4_000_000,
  /** Access logs of one provider that are drafted: the days of a server over some weeks. */
  draftLogsOfProviderMax: 20,
  /**
   * What all together may take; a case of more is not drafted at all. A thousand ordinary mails take fourteen of the fifty
   * seconds that a draft has by itself, the slowest known all of them.
   */
  draftMailsMax: 1000,
  draftCostMsMax: 50_000,
  /** All are in memory at once, at three bytes a letter and six in Japanese. */
  draftViewLettersMax: 40_000_000,
  /** Those of twenty providers: of a log little is read, what kinds of requests it holds and from where. */
  draftLogsMax: 400,
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
  /** Bytes of drafts that are remembered, of a case as it stands and of each provider's mails alone: some dozen large cases. */
  draftsKeptBytesMax: 64 * 1024 * 1024,
  /** Milliseconds for which a draft that took too long is not tried again: a page that waits for answers is read anew all the time. */
  draftGivenUpMs: 2 * 60_000,
  /** Drafts that wait for the thread, each with its case in memory; more are told to come back. */
  draftsWaitingMax: 4,
  /** Megabytes of the drafting thread; a case within `draftCostMsMax` takes a third. */
  draftHeapMb: 1024,
  /** Milliseconds without a draft after which the thread's memory is given back. */
  draftIdleMs: 60_000,
  /** Attempts to find a number that is not taken: 32^6 numbers a year. */
  numberAttempts: 5,
} as const
