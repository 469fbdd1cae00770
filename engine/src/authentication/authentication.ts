import type { HeaderField } from '../evidence/message.ts'

/** One statement about whether the mail comes from whom it names, recorded by a server or computed here. */
export interface AuthenticationCheck {
  /** `spf`, `dkim`, `dmarc`, `arc`, `compauth` and the like (RFC 8601 §2.7), in lower case. */
  readonly method: string
  /** As recorded; computed ones use the same words (RFC 8601 §2.7). */
  readonly result: string
  /** Why, when a computed result needs a reason: `body-altered`, `key-unknown`, `expired` and the like. */
  readonly reason?: string
  /** What was authenticated: the domain of the signature, of the envelope sender, of From. */
  readonly domain?: string
  /** Whether that is the organisation of From, compared as DMARC does (RFC 7489 §3.1, relaxed). */
  readonly isAligned?: boolean
  /** Server that recorded it; absent for what was computed here. */
  readonly by?: string
  /** Recorded by the receiving organisation's own servers, or computed here. */
  readonly isTrusted: boolean
  readonly header: HeaderField
  /** Policy of the domain that the server noted: `p=reject` as `reject`. */
  readonly policy?: string
  /** Day of the recorded DNS answer that a computed result stands on, `YYYY-MM-DD`. */
  readonly recordedOn?: string
  /** Address that the server saw. */
  readonly ip?: string
}

export interface Authentication {
  /** Trusted ones first, then in the order of the mail. */
  readonly checks: readonly AuthenticationCheck[]
  /** Results in the name of the receiving server that it cannot have written where they stand. */
  readonly forged: readonly HeaderField[]
}
