import type { Indicator } from '../../evidence/artefact.ts'
import { toOrganisation } from '../../evidence/headers/organisation.ts'
import { findBusinessTenant } from '../../everybodys/find-business-tenant.ts'
import { isEverybodysDomain } from '../../everybodys/is-everybodys-domain.ts'
import type { ReceivingPlace } from '../../find-receiving-links.ts'
import { memoise } from '../../memoise.ts'
import { parseUrl } from '../../techniques/url/parse-url.ts'
import type { CaseMail } from './case-record.ts'
import { CONTEXTS } from './indicator-contexts.ts'

/**
 * `own-link`: in what somebody of the provider seems to have written himself; `handed-link`: in a file that was handed in
 * by itself.
 */
export type AskedPlace = ReceivingPlace | 'own-link' | 'handed-link'

/** Contexts in which a link stands where the receiving side may have written it. */
export const RECEIVING: ReadonlySet<string> = new Set<ReceivingPlace>([
  'quoted-link',
  'banner-link',
  'below-link',
  'edge-link',
])

/** What an own mail holds beside its sender and its quotation, which may be the attacker's. */
export const OWN_PLACES: ReadonlySet<string> = new Set([
  'reply-to',
  'sender',
  'return-path',
  'link',
  'link-target',
  'file-link',
  'qr',
  'banner-link',
  'below-link',
  'edge-link',
])

const FILE_PLACES: ReadonlySet<string> = new Set(['link', 'link-target', 'file-link', 'qr'])

/** Whether a value stands in a file that was handed in by itself, which the attacker or the provider may have written. */
export const isHanded = (context: string, { isFile }: CaseMail): boolean =>
  isFile === true && FILE_PLACES.has(context)

/**
 * The places of one mail, by where their links stand; `said`: where the sender writes, as far as the mail tells;
 * `from`: what it shows as its sender's own. Where answers and bounces go, a list or a forwarder of the receiving side
 * may have written; `received`: what stands, in one of its parts, where somebody of the receiving side may have written.
 */
export const listMailPlaces = memoise((mail: CaseMail) => {
  const { indicators } = mail
  const placed = indicators.map((one) => ({ context: one.context, place: toPlace(one) }))
  const of = (isMeant: (context: string) => boolean): ReadonlySet<string> =>
    new Set(placed.flatMap(({ context, place }) => (isMeant(context) ? (place ?? []) : [])))
  return {
    'quoted-link': of((context) => context === 'quoted-link'),
    'banner-link': of((context) => context === 'banner-link'),
    'below-link': of((context) => context === 'below-link'),
    'edge-link': of((context) => context === 'edge-link'),
    'own-link': of((context) => OWN_PLACES.has(context)),
    'handed-link': of((context) => isHanded(context, mail)),
    said: of((context) => CONTEXTS.has(context)),
    received: of((context) => RECEIVING.has(context)),
    from: of((context) => context === 'from'),
  }
})

/**
 * What an answer is about: the domain that somebody registered, what a service gave one customer, or a link at a service
 * that all use. Undefined for what stands alone for nobody, as the domain or bare front page of such a service does.
 */
export function toPlace({ type, value }: Indicator): string | undefined {
  if (type === 'email-address') return toPlace({ ...EMPTY, value: value.split('@').at(-1) ?? '' })
  if (type === 'sha256' || type === 'file-name' || type === 'subject') return undefined
  const url = type === 'url' ? parseUrl(value) : undefined
  if (type === 'url' && url === undefined) return undefined
  const host = (url?.hostname ?? value).toLowerCase()
  const organisation = toOrganisation(host)
  if (!isEverybodysDomain(organisation)) return organisation
  if (!isEverybodysDomain(host) || findBusinessTenant(host) !== undefined) return host
  const page = url === undefined ? '/' : `${url.pathname}${url.search}${url.hash}`
  return page === '/' ? undefined : `${host}${page}`
}
const EMPTY = { type: 'domain', context: '', path: '' } as const
