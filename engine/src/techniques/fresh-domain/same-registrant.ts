import type { DomainRegistration, Knowledge } from '../../knowledge.ts'
import { memoise } from '../../memoise.ts'
import type { TechniqueContext } from '../technique.ts'

/** Names behind which registrars hide everybody, and which therefore tie nothing together. */
const HIDDEN =
  /redacted|privacy|private|proxy|protect|withheld|not disclosed|gdpr|masked|anonym|whoisguard|domains by|data protected|identity|contact|whois|お名前|gmo|非公開|代理/i

export interface OtherDomain {
  readonly domain: string
  /** The registered or well-known name that it imitates. */
  readonly genuine: string
}

/** Another domain of the same registrant that imitates a protected one (2019Q1 §4). */
export function findSameRegistrant(
  { domain, registrant }: DomainRegistration,
  { knowledge, register }: TechniqueContext,
): OtherDomain | undefined {
  const key = toKey(registrant)
  if (key === undefined) return undefined
  for (const other of (byRegistrant(knowledge).get(key) ?? []).slice(0, OTHERS_MAX)) {
    if (other === domain) continue
    const genuine = register.findImitated(other)[0]?.genuine
    if (genuine !== undefined) return { domain: other, genuine }
  }
  return undefined
}

const OTHERS_MAX = 100

const byRegistrant = memoise(({ registrations = [] }: Knowledge) => {
  const domains = new Map<string, string[]>()
  for (const { domain, registrant } of registrations) {
    const key = toKey(registrant)
    if (key === undefined) continue
    const known = domains.get(key)
    if (known === undefined) domains.set(key, [domain])
    else known.push(domain)
  }
  return domains
})

function toKey(registrant: string | undefined): string | undefined {
  const key = registrant
    ?.normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}]/gu, '')
  return key === undefined || key.length < 4 || HIDDEN.test(registrant ?? '') ? undefined : key
}
