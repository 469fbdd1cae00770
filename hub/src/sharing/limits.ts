/** Limits of sharing, each with the reason for its number. */
export const SHARING_LIMITS = {
  /** Objects of a TAXII page unless the client asks otherwise; about 100 KB of JSON. */
  taxiiPageDefault: 100,
  /** Objects of a TAXII page at most: about 1 MB, held in memory once per request. */
  taxiiPageMax: 1000,
  /** Values of one `match[…]` list. A client that needs more asks without the filter. */
  taxiiMatchValuesMax: 100,
  /** Characters of one value: a STIX id is at most 120. */
  taxiiMatchCharsMax: 200,
  /** Characters of `next`: the longest cursor that `toCursor` makes carries four full lists. */
  taxiiCursorCharsMax: 120_000,
  /** Days ahead for which a release may be ordered: a warning that can wait longer is not one. */
  releaseAheadDaysMax: 30,
  /** Days in which a lead answers a provider that asks to take a bulletin back: a block list lives on meanwhile. */
  withdrawalDueDays: 3,
  /** Rows of an inbox page. */
  inboxPageRows: 50,
  /** Attempts before a notice is left to the hub's people: with the delays below about two days. */
  noticeAttemptsMax: 12,
  /** Values of one block list, newest first: proxies and resolvers take about 100,000 lines. */
  blockListValuesMax: 100_000,
} as const

/** Seconds to wait after the n-th failed attempt: doubles from a minute to six hours. */
export function noticeDelaySeconds(attempts: number): number {
  return Math.min(60 * 2 ** Math.max(0, attempts - 1), 6 * 3600)
}
