/** One sentence or label in both languages of the product. */
export interface Bilingual {
  readonly ja: string
  readonly en: string
}

export type Language = keyof Bilingual
