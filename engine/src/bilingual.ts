/** One sentence or label in both languages of the product. Plain text, never HTML. */
export interface Bilingual {
  readonly ja: string
  readonly en: string
}
