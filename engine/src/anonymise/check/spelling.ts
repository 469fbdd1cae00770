/**
 * Why a hit may be no trace. `everyday`: a word of every text. `alone`: an ordinary word that was entered as a name;
 * as a word of its own it is the name. `bare`: too short or too common, looked for only exactly as it was entered.
 */
export type Doubt = 'everyday' | 'alone' | 'bare'

/** One way of writing something known, beside what was entered. */
export interface Form {
  readonly text: string
  /** What it spells, as entered. */
  readonly trace: string
  /** Absent where every hit refuses. */
  readonly doubt?: Doubt
}

/** A form, and whom it gives away. */
export interface Spelling extends Form {
  readonly organisationId: string
}
