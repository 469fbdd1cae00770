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
  quotedPlaceQuestion,
} from '../redact/receiving-questions.ts'
import type { CaseMail } from './case-record.ts'
import { CONTEXTS } from './indicator-contexts.ts'
import { ask, type Draft } from './indicator-draft.ts'

/** A mail that quotes more places is asked about once: a thread's signatures name many. */
const PLACES_ALONE_MAX = 3

/** Where a link stands that somebody of the receiving side may have written, with what is asked about it. */
const QUESTIONS: Readonly<Record<ReceivingPlace, (places: readonly string[]) => QuestionDraft>> = {
  'quoted-link': quotedPlaceQuestion,
  'banner-link': bannerPlaceQuestion,
  'below-link': belowPlaceQuestion,
}

export const isReceivingPlace = (context: string): context is ReceivingPlace =>
  Object.hasOwn(QUESTIONS, context)

/**
 * Whether a link stays inside that only such a part of a mail holds. It is the recipient's, its gateway's or a partner's,
 * and gives them away (T17); but a sender may write the form of a quote, a notice or a signature around his own link to
 * keep it off every list. A person is asked, unless the mail says elsewhere where it leads, or it is somebody's known.
 */
export function isLeftOutReceiving(
  indicator: Indicator,
  context: ReceivingPlace,
  { mail, draft }: { readonly mail: CaseMail; readonly draft: Draft },
): boolean {
  const place = toPlace(indicator)
  const places = listPlaces(mail)
  if (places.said.has(place ?? indicator.value)) return false
  draft.omitted.add(context === 'quoted-link' ? 'quoted-mail' : 'identifying-domains')
  if (place === undefined || isSomebodys(place, draft)) return true
  const asked = [...(places.receiving.get(context) ?? [])].filter((one) => !isSomebodys(one, draft))
  const question = QUESTIONS[context](asked.length > PLACES_ALONE_MAX ? asked : [place])
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
  return {
    receiving: new Map(
      Object.keys(QUESTIONS).map((place) => [
        place,
        placesOf(indicators.filter(({ context }) => context === place)),
      ]),
    ),
    said: placesOf(indicators.filter(({ context }) => CONTEXTS.has(context))),
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
