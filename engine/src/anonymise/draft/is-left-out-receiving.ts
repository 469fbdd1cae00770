import type { Indicator } from '../../evidence/artefact.ts'
import { toOrganisation } from '../../evidence/headers/organisation.ts'
import { memoise } from '../../memoise.ts'
import { parseUrl } from '../../techniques/url/parse-url.ts'
import { findBusinessTenant } from '../../everybodys/find-business-tenant.ts'
import { isEverybodysDomain } from '../../everybodys/is-everybodys-domain.ts'
import type { ReceivingPlace } from '../../find-receiving-links.ts'
import type { QuestionDraft } from '../question.ts'
import {
  bannerPlaceQuestion,
  belowPlaceQuestion,
  ownPlaceQuestion,
  quotedPlaceQuestion,
} from '../redact/receiving-questions.ts'
import type { CaseMail } from './case-record.ts'
import { CONTEXTS } from './indicator-contexts.ts'
import { ask, type Draft } from './indicator-draft.ts'
import { isOwnMail } from './is-own-mail.ts'

/** A mail that quotes more places is asked about once: a thread's signatures name many. */
const PLACES_ALONE_MAX = 3

/** `own-link`: in what somebody of the provider seems to have written himself. */
type Asked = ReceivingPlace | 'own-link'

/** What is asked about a link that somebody of the receiving side may have written. */
const QUESTIONS: Readonly<Record<Asked, (places: readonly string[]) => QuestionDraft>> = {
  'quoted-link': quotedPlaceQuestion,
  'banner-link': bannerPlaceQuestion,
  'below-link': belowPlaceQuestion,
  'own-link': ownPlaceQuestion,
}

const isAsked = (context: string): context is Asked => Object.hasOwn(QUESTIONS, context)

/** What an own mail holds beside its quotation and its files, which may be the attacker's. */
const OWN: ReadonlySet<string> = new Set(['link', 'link-target', 'qr', 'banner-link', 'below-link'])

interface Holder {
  readonly mail: CaseMail
  readonly draft: Draft
}

/** Which of these questions is about a place; undefined for what stands where the sender writes. */
export function findReceivingPlace(
  indicator: Indicator,
  { mail, draft }: Holder,
): Asked | undefined {
  const { type, context } = indicator
  if (type === 'subject' || type === 'sha256' || type === 'file-name') return undefined
  if (!isOwnMail(mail, draft.redactor.context.owners)) return isAsked(context) ? context : undefined
  if (OWN.has(context)) return 'own-link'
  if (context !== 'quoted-link') return undefined
  const isWritten = listPlaces(mail)['own-link'].has(toPlace(indicator) ?? indicator.value)
  return isWritten ? 'own-link' : 'quoted-link'
}

/**
 * Whether a link stays inside that only such a part of a mail holds. It is the recipient's, its gateway's or a partner's,
 * and gives them away (T17); but a sender may write the form of a quote, a notice or a signature around his own link to
 * keep it off every list. A person is asked, unless the mail says elsewhere where it leads, or it is somebody's known.
 */
export function isLeftOutReceiving(
  indicator: Indicator,
  asked: Asked,
  { mail, draft }: Holder,
): boolean {
  const place = toPlace(indicator)
  const places = listPlaces(mail)
  const isOwn = isOwnMail(mail, draft.redactor.context.owners)
  if (!isOwn && places.said.has(place ?? indicator.value)) return false
  draft.omitted.add(asked === 'quoted-link' ? 'quoted-mail' : 'identifying-domains')
  if (place === undefined || isSomebodys(place, draft)) return true
  const beside = [...places[asked]].filter((one) => !isSomebodys(one, draft))
  const question = QUESTIONS[asked](beside.length > PLACES_ALONE_MAX ? beside : [place])
  return ask(question, draft, place) !== 'keep'
}

/** Those are never drafted from a quote, whatever a person says. */
const isSomebodys = (place: string, { registered, redactor: { context } }: Draft): boolean => {
  const host = place.split('/', 1)[0] ?? ''
  return context.owners.ofDomain(host) !== undefined || registered.ofDomain(host) !== undefined
}

const listPlaces = memoise(({ indicators }: CaseMail) => {
  const placesOf = (some: readonly Indicator[]): ReadonlySet<string> =>
    new Set(some.flatMap((one) => toPlace(one) ?? []))
  const of = (isMeant: (context: string) => boolean) =>
    placesOf(indicators.filter(({ context }) => isMeant(context)))
  return {
    'quoted-link': of((context) => context === 'quoted-link'),
    'banner-link': of((context) => context === 'banner-link'),
    'below-link': of((context) => context === 'below-link'),
    'own-link': of((context) => OWN.has(context)),
    said: of((context) => CONTEXTS.has(context)),
  }
})

/**
 * What an answer is about: the domain that somebody registered, what a service gave one customer, or a link at a service
 * that all use. Undefined for what stands alone for nobody, as the domain or bare front page of such a service does.
 */
function toPlace({ type, value }: Indicator): string | undefined {
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
