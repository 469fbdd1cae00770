import type { Indicator } from '../../evidence/artefact.ts'
import { toOrganisation } from '../../evidence/headers/organisation.ts'
import { isEverybodysDomain } from '../../everybodys/is-everybodys-domain.ts'
import { memoise } from '../../memoise.ts'
import { parseUrl } from '../../techniques/url/parse-url.ts'
import { organisationOfUrl, unwrapUrl } from '../../techniques/url/unwrap-url.ts'
import type { QuestionDraft } from '../question.ts'
import { rewritingPlaceQuestion, showingPlaceQuestion } from '../redact/place-questions.ts'
import type { CaseMail } from './case-record.ts'
import { CONTEXTS } from './indicator-contexts.ts'
import { ask, type Draft, type Rewriters } from './indicator-draft.ts'
import { HOST, listShown, toSendersOrganisation } from './list-shown.ts'
import { listMailPlaces } from './mail-places.ts'

/**
 * Whether a place stays inside since a link there leads on to somebody else's. A mail gateway of the receiving side
 * that no table knows looks like that, also beside a link to its own notice, and its host names the customer (T05, T21);
 * so does a redirector of the attacker. What the links lead to is drafted in either case, and a person says whose the
 * place between is, for every mail but those that are sent from there: nobody attacks from a gateway.
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

const toQuestion = (place: string, { rewriters }: Draft): QuestionDraft =>
  rewriters.get(place) === 'leads'
    ? rewritingPlaceQuestion(place)
    : showingPlaceQuestion(
        place,
        rewriters.get(place) === 'shows-several' ? ['omit', 'keep'] : ['keep', 'omit'],
      )

/** One answer is for the place in every mail of the case that is not sent from there. */
export function findRewriters(mails: readonly CaseMail[]): Rewriters {
  const shown = Map.groupBy(mails.flatMap(listShown), ({ place }) => place)
  return new Map<string, 'leads' | 'shows-several' | 'shows'>([
    ...[...shown].map(([place, all]) => {
      const sites = new Set(all.map(({ site }) => site))
      return [place, sites.size > 1 ? 'shows-several' : 'shows'] as const
    }),
    ...mails.flatMap((mail) => [...listRewriters(mail)].map((place) => [place, 'leads'] as const)),
  ])
}

/** Organisations that a link in a mail leads over to another. */
const listRewriters = memoise(({ indicators }: CaseMail): ReadonlySet<string> => {
  const own = new Set(indicators.flatMap(toSendersOrganisation))
  const links = indicators.filter(({ type, context }) => type === 'url' && CONTEXTS.has(context))
  const named = new Set([...own, ...links.flatMap(({ value }) => organisationOfUrl(value) ?? [])])
  const found = new Set<string>()
  for (const { value } of links) {
    const place = organisationOfUrl(value)
    if (place === undefined || own.has(place) || isEverybodysDomain(place)) continue
    if (listCarriedHosts(value).some((host) => host !== place && named.has(host))) found.add(place)
    const { wrappers, target = '' } = unwrapUrl(value)
    const isRewritten = wrappers[0]?.service.kind === 'redirect'
    if (isRewritten && organisationOfUrl(target) !== place) found.add(place)
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
