import { toIpBytes } from '../../authentication/spf/ip-network.ts'
import { findBusinessTenant } from '../../everybodys/find-business-tenant.ts'
import { findEmbeddedIp } from '../../everybodys/find-embedded-ip.ts'
import { isEverybodysDomain } from '../../everybodys/is-everybodys-domain.ts'
import type { Indicator } from '../../evidence/artefact.ts'
import { toShownDomain } from '../../to-shown-domain.ts'
import { letterOf } from '../aliases.ts'
import { type Choice, decidedChoice } from '../question.ts'
import { type CodedIp, toCodedIp } from '../redact/coded-ip.ts'
import { TOKEN, toHostShape } from '../redact/host-shape.ts'
import {
  codedIpQuestion,
  domainQuestion,
  metNameQuestion,
  urlQuestion,
} from '../redact/identifying-questions.ts'
import { registeredQuestion } from '../redact/place-questions.ts'
import { toReadHost } from '../redact/read-host.ts'
import { toUrlShape, type UrlShape } from '../redact/url-shape.ts'
import { addDomain, findWhole } from './add-domain.ts'
import { ask, put, type Draft } from './indicator-draft.ts'
import {
  isLeftOutForName,
  isLeftOutForMember,
  isLeftOutForCorrespondent,
} from './is-left-out-for.ts'
import { isLeftOutNeighbour } from './is-left-out-neighbour.ts'
import { isLeftOutTenant, isLeftOutTenantPath } from './is-left-out-tenant.ts'
import { toSharedPage } from './list-shared-pages.ts'
import { namesNobody, mayShow } from './may-show.ts'
import { isSomebodysHost } from './somebodys-host.ts'

export function addUrl(indicator: Indicator, draft: Draft): void {
  const { context } = draft.redactor
  const varying = draft.varyingParts(indicator.value)
  const shape = toUrlShape(indicator.value, context.registered, varying)
  if (shape === undefined || isSomebodysHost(shape.host, draft)) return
  const read = findEmbeddedIp(shape.host)?.ip ?? toReadHost(shape.host)
  if (toIpBytes(read) !== undefined && isLeftOutNeighbour(read, draft)) return
  if (isOfEverybody(shape) || isLeftOutForMember(shape.host, draft)) return
  const coded = toCodedIp(read)
  if (coded !== undefined) return addUnderNetwork(indicator, shape, { read, coded, draft })
  const imitated =
    context.imitated(shape.host) ??
    (shape.host.includes('xn--') ? findWhole(toShownDomain(shape.host), draft) : undefined)
  if (imitated !== undefined) {
    addDomain(shape.host, indicator.context, draft)
    const question = domainQuestion(shape.host, letterOf(context.aliases, imitated))
    const isPattern = decidedChoice(question, draft.record.decisions) === 'pattern'
    const { registered } = toHostShape(shape.host, context.names)
    if (isPattern && mayShow(registered, draft)) {
      put(draft, indicator, shape.underRegistered, true)
    }
    return
  }
  if (isLeftOutForCorrespondent(shape.host, draft)) return
  // Labels below what was registered are told from the rest of the link, and asked about with it.
  if (
    isLeftOutTenant(shape.host, draft, indicator.context) ||
    isLeftOutTenantPath(indicator.value, draft)
  )
    return
  const { registered } = toHostShape(shape.host, context.names)
  if (isLeftOutForName(registered, draft)) return
  const strict = toUrlShape(indicator.value, context.names, varying)
  if (isLeftOutForName(shape.host, draft)) {
    // The name stands in a label below: what the attacker registered tells his links without it.
    if (strict !== undefined && namesNobody(registered, draft))
      put(draft, indicator, strict.underRegistered, true)
    return
  }
  if (strict !== undefined && strict.value !== shape.value) {
    // Only people whom the evidence names make the difference; a sender may have planted them.
    const choice = ask(metNameQuestion(indicator.value, ['pattern', 'keep']), draft)
    const shown = choice === 'keep' ? shape : strict
    if (shown.hasTokens) draft.omitted.add('url-tokens')
    return put(draft, indicator, shown.value, shown.hasTokens)
  }
  if (!shape.hasTokens) return put(draft, indicator, shape.value)
  draft.omitted.add('url-tokens')
  const { whole, choice } = askAboutCode(indicator.value, shape, draft)
  if (choice === 'ask') {
    draft.identifying.add(whole)
    put(draft, indicator, whole)
  } else if (choice === 'pattern') put(draft, indicator, shape.value, true)
}

/** The address itself is asked about by itself; of a link there the network and the path go out. */
function addUnderNetwork(
  indicator: Indicator,
  { under }: UrlShape,
  { read, coded, draft }: { readonly read: string; readonly coded: CodedIp; readonly draft: Draft },
): void {
  const { registered, redactor } = draft
  if (coded.isNobodys) {
    draft.omitted.add('url-tokens')
    return
  }
  if (redactor.context.owners.ofIp(coded.network) !== undefined) return
  const isMembers = registered.ofIp(coded.network) !== undefined
  if (isMembers && ask(registeredQuestion(read), draft) !== 'keep') return
  const question = codedIpQuestion(read, coded.network)
  if (decidedChoice(question, draft.record.decisions) === 'omit') return
  draft.omitted.add('url-tokens')
  put(draft, indicator, under(`[${coded.groups}:${TOKEN}]`), true)
}

/**
 * Whether a link goes out with its codes, and how much of it. Without them it tells still by its host, but for places that
 * all share: there a person may want the page published.
 */
function askAboutCode(
  url: string,
  { namesSomebody }: UrlShape,
  draft: Draft,
): { readonly whole: string; readonly choice: Choice } {
  if (namesSomebody) return { whole: url, choice: ask(urlQuestion(url), draft) }
  const page = toSharedPage(url)
  const question = page === undefined ? undefined : draft.pageQuestion(page)
  if (page === undefined || question === undefined) return { whole: url, choice: 'pattern' }
  return { whole: page, choice: ask(question, draft, page) }
}

/** A link to the front page of what everybody uses, or to what is left of one when a name has been cut out of its host. */
function isOfEverybody({ host, shownHost, hasPath }: UrlShape): boolean {
  const { registered, hasTokens, namesSomebody } = shownHost
  if (findBusinessTenant(host) !== undefined || !isEverybodysDomain(registered)) return false
  if (namesSomebody) return true
  return !hasPath && (hasTokens || host === registered || host === `www.${registered}`)
}
