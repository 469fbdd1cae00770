/** Unix time begins; no mail is older (the first crossed a network in 1971), only broken clocks and forged fields are. */
const FIRST_MS = 0
/**
 * The last moment whose year has four digits everywhere we show it, which is in Japan. A field may name a later one
 * (`31 Dec 9999 23:59:59 -1200`), written `+010000-…` (ECMA-262 §21.4.1.32), which no database and no calendar reads.
 */
const LAST_MS = Date.UTC(9999, 11, 31, 15) - 1

/** The moment that evidence names, unless it lies outside what can be kept and shown: then it names none. */
export function toKnownMoment(ms: number): Date | undefined {
  return ms >= FIRST_MS && ms <= LAST_MS ? new Date(ms) : undefined
}
