/** Largest JSON body. A bulletin at all its limits is about 1 MB. */
export const JSON_BYTES_MAX = 2 * 1024 * 1024

/** Time for a request's headers. A slow sender must not hold a connection (slowloris). */
export const HEADERS_TIMEOUT_MS = 20_000
/** Time for a whole request: 256 MB at 1 MB/s, and some. */
export const REQUEST_TIMEOUT_MS = 10 * 60_000
/** Time for a JSON body. 2 MB at 100 kB/s; whoever drips bytes must not hold a connection for ten minutes. */
export const JSON_TIMEOUT_MS = 30_000
/** Bytes of all headers together; cookies and tokens of ours are far smaller. */
export const HEADER_BYTES_MAX = 16 * 1024
/** Connections at once; more wait in the system's queue instead of taking our memory. */
export const CONNECTIONS_MAX = 2_000

/**
 * What a machine may ask more than a person. A SIEM polls every few minutes, but its first visit reads everything:
 * TAXII by pages of up to thousands of objects, MISP the manifest and then one request for each event.
 */
export const TOKEN_REQUESTS_FACTOR = 2
/** Accounts counted at once, some hundred bytes each. A hub has some hundred; the one longest quiet is forgotten first. */
export const BUSY_ACCOUNTS_MAX = 10_000

/** Lines about refusals one account may cause in a row: a person's whole walk along closed doors is readable. */
export const REFUSAL_LINES_MAX = 60
/** After that one each ten seconds, with the number left out: a day of hammering is 8,640 lines, some 3 MB. */
export const REFUSAL_LINES_PER_SECOND = 0.1
/** Of all accounts and strangers together, so that many of them cannot fill a disk either: at most 26 MB a day. */
export const REFUSAL_LINES_OF_ALL_MAX = 600
export const REFUSAL_LINES_OF_ALL_PER_SECOND = 1
/** Ids of one address in a line; no route has more. */
export const REFUSED_IDS_MAX = 4
