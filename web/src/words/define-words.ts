import { i18n } from './i18n.ts'

/** Words of one area of the interface, the same keys in both languages; ICU MessageFormat. */
export interface Words<K extends string> {
  readonly area: string
  readonly keys: Readonly<Record<K, string>>
}

/**
 * Declares an area's words. A key that one language lacks is a type error.
 * Messages are compiled when first shown, so a page brings only its own words.
 */
export function defineWords<const K extends string>(
  area: string,
  words: { readonly ja: Record<K, string>; readonly en: Record<NoInfer<K>, string> },
): Words<K> {
  i18n.load({ ja: withArea(area, words.ja), en: withArea(area, words.en) })
  return { area, keys: words.ja }
}

function withArea(area: string, words: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(words).map(([key, text]) => [`${area}.${key}`, text]))
}
