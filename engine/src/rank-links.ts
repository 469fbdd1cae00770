import type { Link } from './evidence/message.ts'
import type { Finding } from './techniques/technique.ts'

/**
 * The links that matter first, for of many only some are kept: an attacker who puts 200 harmless links before his own
 * must not hide it. Those that a finding points at come first, then one of each host, then the second of each.
 */
export function rankLinks(links: readonly Link[], findings: readonly Finding[]): readonly Link[] {
  const told = new Set(
    findings.flatMap(({ detail }) =>
      detail?.kind === 'url' ? detail.steps.map(({ value }) => value) : [],
    ),
  )
  const toldAt = new Set(
    findings.flatMap(({ where, alsoWhere = [] }) =>
      [where, ...alsoWhere].flatMap(({ path, textRange }) =>
        textRange === undefined ? [] : [`${path} ${textRange.start}`],
      ),
    ),
  )
  const seen = new Map<string, number>()
  const ranked = links.map((link) => {
    const host = /^[a-z]+:\/\/([^/?#]{1,300})/iu.exec(link.url)?.[1]?.toLowerCase() ?? ''
    const nth = (seen.get(host) ?? 0) + 1
    seen.set(host, nth)
    const isTold = told.has(link.url) || toldAt.has(`${link.path} ${link.textRange.start}`)
    return { link, rank: isTold ? 0 : nth }
  })
  return ranked.toSorted((a, b) => a.rank - b.rank).map(({ link }) => link)
}
