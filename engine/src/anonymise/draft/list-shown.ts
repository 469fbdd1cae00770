import type { Indicator } from '../../evidence/artefact.ts'
import { toOrganisation } from '../../evidence/headers/organisation.ts'
import { isEverybodysDomain } from '../../everybodys/is-everybodys-domain.ts'
import { memoise } from '../../memoise.ts'
import { parseUrl } from '../../techniques/url/parse-url.ts'
import { organisationOfUrl } from '../../techniques/url/unwrap-url.ts'
import type { CaseMail } from './case-record.ts'
import { CONTEXTS } from './indicator-contexts.ts'

/** A link whose words or path show another site than the one it leads to. */
interface Shown {
  readonly link: string
  /** Where it leads. */
  readonly place: string
  readonly target: string
}

/** What its words show was compared by the analysis; what its path shows is a host as its first piece. */
export const listShown = memoise((mail: CaseMail): readonly Shown[] => {
  const own = new Set(mail.indicators.flatMap(toSendersOrganisation))
  return [...mail.findings.flatMap(toPairs), ...mail.indicators.flatMap(toPathPairs)].flatMap(
    ([link, target]) => {
      const [url, place, site] = [
        parseUrl(link),
        organisationOfUrl(link),
        organisationOfUrl(target),
      ]
      if (url === undefined || place === undefined || site === undefined || site === place)
        return []
      return own.has(place) || isEverybodysDomain(place) ? [] : [{ link: url.href, place, target }]
    },
  )
})

type Pair = readonly [link: string, target: string]

function toPairs({ technique, detail }: CaseMail['findings'][number]): readonly Pair[] {
  if (technique !== 'link-mismatch' || detail?.kind !== 'url') return []
  const valueOf = (role: string) => detail.steps.find((step) => step.role === role)?.value.trim()
  const [seen, link] = [valueOf('seen'), valueOf('target')]
  if (seen === undefined || link === undefined || /\s/u.test(seen)) return []
  return [[link, /^https?:/iu.test(seen) ? seen : `https://${seen}`]]
}

function toPathPairs({ type, value, context }: Indicator): readonly Pair[] {
  if (type !== 'url' || !CONTEXTS.has(context)) return []
  const path = parseUrl(value)?.pathname.slice(1) ?? ''
  const host = HOST.exec(path)?.[1]
  return host === undefined || !path.includes('/') || FILE.test(host)
    ? []
    : [[value, `https://${path}`]]
}
export const HOST = /^((?:[a-z\d-]{1,63}\.){1,10}[a-z]{2,24})(?:[/:?#]|$)/iu
const FILE = /\.(?:html?|php|aspx?|jsp|js|css|png|jpe?g|gif|svg|pdf|zip|xml|json|txt)$/iu

/** What a link that was left out shows, to go out in its place. */
export function listShownTargets({ type, value, context }: Indicator, mail: CaseMail): Indicator[] {
  if (type !== 'url' || context === SHOWN) return []
  const targets = new Set(
    listShown(mail).flatMap(({ link, target }) => (link === value ? [target] : [])),
  )
  return [...targets].flatMap((target) => {
    const url = parseUrl(target)
    if (url === undefined) return []
    const place = { context: SHOWN, path: '' }
    return [
      { type: 'url', value: url.href, ...place },
      { type: 'domain', value: url.hostname, ...place },
    ]
  })
}
/** As what a rewritten link leads to; it is looked up no further. */
const SHOWN = 'link-target'

/** A sender that counts clicks rewrites all links too, and is known by its address. */
export function toSendersOrganisation({ type, value, context }: Indicator): string[] {
  const isSender = type === 'email-address' && (context === 'from' || context === 'return-path')
  return isSender ? [toOrganisation(value.slice(value.lastIndexOf('@') + 1).toLowerCase())] : []
}
