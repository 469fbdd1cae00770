import type { Indicator } from '../../evidence/artefact.ts'
import { toOrganisation } from '../../evidence/headers/organisation.ts'
import { isEverybodysDomain } from '../../everybodys/is-everybodys-domain.ts'
import { memoise } from '../../memoise.ts'
import { parseUrl } from '../../techniques/url/parse-url.ts'
import { organisationOfUrl, unwrapUrl } from '../../techniques/url/unwrap-url.ts'
import { isLeftOutByPerson, type QuestionDraft } from '../question.ts'
import {
  rewritingPlaceQuestion,
  shownSiteQuestion,
  showingPlaceQuestion,
} from '../redact/place-questions.ts'
import type { CaseMail } from './case-record.ts'
import { CONTEXTS } from './indicator-contexts.ts'
import { ask, type Draft, type Rewriters } from './indicator-draft.ts'
import { isCarrier, listCarried, toKey } from './list-carried.ts'
import { HOST, listShown, listShownTargets, toSendersOrganisation } from './list-shown.ts'
import { isRegisteredPlace } from './is-registered-place.ts'
import { listMailPlaces, toPlace } from './mail-places.ts'

/**
 * Whether a place stays inside since a link there leads on to somebody else's. A mail gateway of the receiving side
 * that no table knows looks like that, also beside a link to its own notice, and its host names the customer (T05, T21);
 * so does a redirector of the attacker. A person says whose the place between is, for every mail but those that are sent
 * from there: nobody attacks from a gateway. What parameters of the links lead to is drafted in either case; what they only
 * show, or carry in a path, once a person has left the place between out: a phisher shows whom he imitates (T74).
 */
export function isLeftOutRewriter(
  { type, value }: Indicator,
  mail: CaseMail,
  draft: Draft,
): boolean {
  if (type !== 'url' && type !== 'domain') return false
  const place = type === 'url' ? organisationOfUrl(value) : toOrganisation(value.toLowerCase())
  if (place === undefined || !draft.rewriters.has(place)) return false
  const isSender = listMailPlaces(mail).from.has(place) && !draft.doubtful.isOwn(mail)
  if (isSender) return false
  if (ask(toQuestion(place, draft), draft) === 'keep') return false
  draft.omitted.add('identifying-domains')
  return true
}

/** What goes out in place of a link that was left out. */
export function listShownInstead(
  indicator: Indicator,
  mail: CaseMail,
  draft: Draft,
): readonly Indicator[] {
  const place = organisationOfUrl(indicator.value)
  if (place === undefined || !isLeftOutExpressly(place, draft)) return []
  return listShownTargets(indicator, mail).filter((shown) => !isLeftOutShown(shown, mail, draft))
}

/** What the mail says openly too, or somebody has registered, is treated as it is elsewhere. */
function isLeftOutShown(shown: Indicator, mail: CaseMail, draft: Draft): boolean {
  const site = toPlace(shown)
  if (site === undefined || listMailPlaces(mail).said.has(site)) return false
  if (isRegisteredPlace(site, [draft.redactor.context.owners, draft.registered])) return false
  if (ask(shownSiteQuestion(site), draft) === 'keep') return false
  draft.omitted.add('identifying-domains')
  return true
}

/** Whether a value that a link carries in its path or fragment stays inside, since nobody has left out what carries it. */
export function isLeftOutCarried(
  { value, context }: Indicator,
  mail: CaseMail,
  draft: Draft,
): boolean {
  const carriers = listCarried(mail).get(toKey(context, value))
  if (carriers === undefined || carriers.some((place) => isLeftOutExpressly(place, draft)))
    return false
  draft.omitted.add('identifying-domains')
  return true
}

/** What is proposed does not count: the question says what goes out by the answer. */
const isLeftOutExpressly = (place: string, draft: Draft): boolean =>
  draft.rewriters.has(place) && isLeftOutByPerson(toQuestion(place, draft), draft.record.decisions)

function toQuestion(place: string, { rewriters }: Draft): QuestionDraft {
  const kind = rewriters.get(place)
  if (kind === 'leads') return rewritingPlaceQuestion(place)
  return showingPlaceQuestion(place, kind === 'shows' ? ['keep', 'omit'] : ['omit', 'keep'])
}

/** One answer is for the place in every mail of the case that is not sent from there. */
export function findRewriters(mails: readonly CaseMail[]): Rewriters {
  const shown = new Set(mails.flatMap((mail) => listShown(mail).map(({ place }) => place)))
  const found = new Map<string, 'leads' | 'carries' | 'shows'>(
    [...shown].map((place) => [place, 'shows']),
  )
  for (const [place, kind] of mails.flatMap((mail) => [...listRewriters(mail)])) {
    const isLeading = kind === 'leads' && !shown.has(place) && found.get(place) !== 'carries'
    found.set(place, isLeading ? 'leads' : 'carries')
  }
  return found
}

/** Organisations that a link in a mail leads over to another. */
const listRewriters = memoise(({ indicators }: CaseMail) => {
  const own = new Set(indicators.flatMap(toSendersOrganisation))
  const links = indicators.filter(({ type, context }) => type === 'url' && CONTEXTS.has(context))
  const named = new Set([...own, ...links.flatMap(({ value }) => organisationOfUrl(value) ?? [])])
  const found = new Map<string, 'leads' | 'carries'>()
  for (const { value } of links) {
    const place = organisationOfUrl(value)
    if (place === undefined || own.has(place) || isEverybodysDomain(place)) continue
    if (listCarriedHosts(value).some((host) => host !== place && named.has(host)))
      if (!found.has(place)) found.set(place, 'leads')
    const { wrappers, target = '' } = unwrapUrl(value)
    const [outer] = wrappers
    if (outer?.service.kind !== 'redirect' || organisationOfUrl(target) === place) continue
    if (isCarrier(outer)) found.set(place, 'carries')
    else if (!found.has(place)) found.set(place, 'leads')
  }
  return found
})

/**
 * Organisations of hosts that a link carries without a scheme, as some gateways do: `?url=login.example/signin`. Only
 * what the mail links to elsewhere, or its sender's, counts: a recipient's domain is carried by many a lure, and
 * a campaign's own name by whoever counts its visitors (`utm_source`).
 */
function listCarriedHosts(value: string): readonly string[] {
  const url = parseUrl(value)
  if (url === undefined || isEverybodysDomain(toOrganisation(url.hostname))) return []
  const fields = [...url.searchParams].filter(([name]) => !/^utm_/iu.test(name))
  const parts = [
    ...fields.slice(0, PARTS_MAX).map(([, field]) => field),
    ...url.pathname.split('/'),
  ]
  return parts.slice(0, PARTS_MAX).flatMap((part) => {
    const host = HOST.exec(part)?.[1]
    return host === undefined ? [] : [toOrganisation(host.toLowerCase())]
  })
}
const PARTS_MAX = 50
