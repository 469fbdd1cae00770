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
