/** What a unit of reduced text was written in; decides where a name may begin and end. */
export type Script = 'latin' | 'kana' | 'han' | 'digit'

/** One reduced letter and where it was written. */
export interface Letter {
  readonly letter: string
  readonly script: Script
  readonly start: number
  readonly end: number
  /** Something that is no letter stands before it: a space, a mark, a zero-width character. */
  readonly isApart: boolean
}

/** `as-letters` also reads 0 as o, 1 and l as i, 3 as e, and `rn` as m: how look-alikes are made. */
export type Digits = 'as-digits' | 'as-letters'
