/** One way of writing something known, beside what was entered. */
export interface Form {
  readonly text: string
  /** What it spells, as entered. */
  readonly trace: string
  /** An ordinary word: worth a look, no reason to refuse. */
  readonly isWeak?: boolean
}

/** A form, and whom it gives away. */
export interface Spelling extends Form {
  readonly organisationId: string
}
