/** One letter-level change between a genuine name and its imitation, in reading order. */
export interface LookalikeEdit {
  readonly kind:
    | 'inserted'
    | 'dropped'
    | 'changed'
    | 'swapped'
    | 'homoglyph'
    | 'dot-to-hyphen'
    | 'label-moved'
    | 'tld-changed'
    | 'word-added'
  /** Genuine letters, empty when inserted; and where, in UTF-16 units of `genuine`. */
  readonly genuine: string
  readonly genuineAt: number
  /** False letters, empty when dropped; and where, in UTF-16 units of `observed`. */
  readonly observed: string
  readonly observedAt: number
}
