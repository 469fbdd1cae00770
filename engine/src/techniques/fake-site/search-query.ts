/**
 * Endings under which copies of companies' sites were found: those of 2020Q2 §5, and cheap ones that
 * abuse statistics name since.
 */
export const ABUSED_SUFFIXES: readonly string[] =
  `tk ml ga cf gq men fun review date yokohama zip country kim cricket science work party link
   top xyz icu shop cyou cfd sbs click buzz rest bond lol`.split(/\s+/)

/** Search engines read 32 words of a question. */
const SUFFIXES_PER_QUERY = 24

/**
 * Questions for a search engine that find copies of a site: its name or domain under each of the
 * abused endings (2020Q2 §5). To be asked by a person, never by the hub.
 */
export function toFakeSiteQueries(name: string): string[] {
  const asked = name.replaceAll('"', ' ').trim()
  const queries: string[] = []
  for (let at = 0; at < ABUSED_SUFFIXES.length; at += SUFFIXES_PER_QUERY) {
    const sites = ABUSED_SUFFIXES.slice(at, at + SUFFIXES_PER_QUERY).map((one) => `site:*.${one}`)
    queries.push(`"${asked}" (${sites.join(' OR ')})`)
  }
  return queries
}
