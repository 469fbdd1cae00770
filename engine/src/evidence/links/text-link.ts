/** A URL written out in text. */
export interface TextLink {
  readonly url: string
  /** Half-open range of UTF-16 units in the searched text. */
  readonly start: number
  readonly end: number
}
