import { parse } from 'tldts'

/**
 * Names that only public authorities, universities and schools are given (JPRS: go.jp, lg.jp, ac.jp, ed.jp and the names of
 * prefectures, cities, towns and villages; elsewhere as the registries of the countries say). Attackers borrow and break
 * into them and cannot register one: blocked, it cuts everybody off a ministry or a town hall.
 */
export function isPublicBody(domain: string): boolean {
  return BY_ENDING.some((ending) => ending.test(domain)) || isJapaneseArea(domain)
}

const BY_ENDING = [
  // `meti.go.jp`, `tokyo.lg.jp`, `x.ac.jp`, `x.ed.jp`.
  /[^.]\.(?:go|lg|ac|ed)\.jp$/u,
  // `hmrc.gov.uk`, `impots.gouv.fr`, `x.edu.au`, `x.mil.br`, `x.k12.ca.us`.
  /[^.]\.(?:gov|gouv|gob|govt|gub|mil|edu|k12\.[a-z]{2})\.[a-z]{2}$/u,
  /[^.]\.(?:gv\.at|(?:police|nhs|sch)\.uk|go\.(?:kr|th|id|ke|tz|ug|cr))$/u,
  /[^.]\.ac\.(?:uk|kr|in|cn|th|id|nz|za|il|ir|at|be|cr|ke|tz|ug|rw|zm|zw|bw|my|lk|bd|pg|fj|cy|mu|vn|ma)$/u,
  // Endings of public bodies alone.
  /[^.]\.(?:gov|mil|edu|int)$/u,
  /(?:^|\.)(?:europa\.eu|bund\.de|admin\.ch|gc\.ca|canada\.ca|belgium\.be|overheid\.nl|service-public\.fr)$/u,
]

/** `city.mishima.shizuoka.jp`, `pref.shizuoka.jp`, `city.kobe.jp`, `metro.tokyo.jp`, below the names of areas alone. */
function isJapaneseArea(name: string): boolean {
  const { domain, publicSuffix, isIcann } = parse(name, { validateHostname: false })
  if (domain === null || isIcann !== true || publicSuffix === null) return false
  const isArea = publicSuffix.endsWith('.jp') && !/^(?:co|or|ne|gr|ad)\.jp$/u.test(publicSuffix)
  return isArea && /^(?:city|town|vill|pref|metro)\./u.test(domain)
}
