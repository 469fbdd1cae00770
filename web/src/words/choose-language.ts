import type { Language } from 'contract/common'

/**
 * Of what the browser asks for, in its order, the first language there are words in. Whoever reads neither more
 * probably knows English; a browser that asks for nothing gets what most readers of a hub read.
 */
export function chooseLanguage(asked: readonly string[]): Language {
  const first = asked.map(toLanguage).find((language) => language !== undefined)
  return first ?? (asked.length === 0 ? 'ja' : 'en')
}

/** What stands before the region and the script (BCP 47). */
function toLanguage(tag: string): Language | undefined {
  const primary = tag.toLowerCase().split('-')[0]
  return primary === 'ja' || primary === 'en' ? primary : undefined
}
