import type { Bilingual } from '../bilingual.ts'

/** What a mail's words are about. */
export type LureId =
  | 'account-expiry'
  | 'callback'
  | 'enable-content'
  | 'executive-task'
  | 'extortion'
  | 'job-offer'
  | 'lawyer'
  | 'leave-application'
  | 'mailbox-quota'
  | 'parcel'
  | 'payment'
  | 'payment-change'
  | 'payment-corrected'
  | 'payroll-account'
  | 'prize'
  | 'quotation'
  | 'receivables'
  | 'renewal'
  | 'reply-opener'
  | 'season'
  | 'secret-deal'
  | 'shared-document'
  | 'survey'
  | 'tax-fine'
  | 'wallet'

/**
 * One way to say it: an expression of each group within `within` characters of each other.
 * Expressions are read without regard to case, width, accents, look-alike letters, hyphens and line
 * breaks. `{a|b}` stands for either word, `{a|}` for the word or nothing; Latin expressions are whole
 * words, and a `*` at the end admits any ending.
 */
export interface LurePattern {
  readonly groups: readonly (readonly string[])[]
  readonly within?: number
}

/** A readable rule about one lure. It says what the words speak of, never that they lie. */
export interface Lure {
  readonly id: LureId
  /** Fits both “speaks of …” and 「…」に触れる. */
  readonly label: Bilingual
  /** Heard in ordinary business every day: by itself not worth a word. */
  readonly isEveryday: boolean
  readonly patterns: readonly LurePattern[]
  /** Expressions that take a match back when they stand near it. */
  readonly unless?: readonly string[]
  /** Sentences the rule must find and near misses it must not; a test runs each. */
  readonly examples: { readonly hits: readonly string[]; readonly misses: readonly string[] }
}
