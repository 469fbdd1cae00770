import type { Indicator } from '../../evidence/artefact.ts'
import { cutGatewayMarks } from '../../evidence/submission/cut-gateway-marks.ts'
import { isEverybodysIp } from '../../everybodys/is-everybodys-ip.ts'
import { limits } from '../../limits.ts'
import { isPrivateIp } from '../../is-private-ip.ts'
import type { BulletinIndicator, OmittedKind } from '../bulletin-content.ts'
import type { QuestionDraft } from '../question.ts'
import { toCodedIp } from '../redact/coded-ip.ts'
import { hideTokenWords } from '../redact/hide-token-words.ts'
import {
  codedIpQuestion,
  hashQuestion,
  sharedLinkQuestion,
} from '../redact/identifying-questions.ts'
import { conversationQuestion, registeredQuestion } from '../redact/place-questions.ts'
import { sendingHostQuestion, sharedNetworkQuestion } from '../redact/source-questions.ts'
import { buildOwners, type Owners } from '../redact/owners.ts'
import type { Redactor } from '../redact/redact-text.ts'
import { toVisibleLine } from '../visible-text.ts'
import { addAddress } from './add-address.ts'
import { addDomain } from './add-domain.ts'
import { addUrl } from './add-url.ts'
import type { CaseMail, CaseRecord } from './case-record.ts'
import { draftLogSources } from './draft-log-sources.ts'
import { findConversations } from './find-conversations.ts'
import { findResembling } from './find-attacker-facts.ts'
import { hideReceivingWords } from './hide-receiving-words.ts'
import { findVaryingParts } from './find-varying-parts.ts'
import { isLeftOutHop } from './is-left-out-hop.ts'
import { isLeftOutNeighbour } from './is-left-out-neighbour.ts'
import { addLoneValue } from './add-lone-value.ts'
import { findDoubtfulHops } from './find-doubtful-hops.ts'
import { findDoubtfulPlaces } from './find-doubtful-places.ts'
import { listProviders } from './list-providers.ts'
import { findLoneValues } from './find-lone-values.ts'
import { findGivenNames } from './find-given-names.ts'
import { findProbes } from './find-probes.ts'
import { toGroupQuestion } from './group-question.ts'
import { isLeftOutReceiving } from './is-left-out-receiving.ts'
import { RECEIVING } from './mail-places.ts'
import {
  findRewriters,
  isLeftOutCarried,
  isLeftOutRewriter,
  listShownInstead,
} from './is-left-out-rewriter.ts'
import { isLeftOutTaken } from './is-left-out-taken.ts'
import { isRegisteredPlace } from './is-registered-place.ts'
import { isFileHash, listHashGroups } from './list-hash-groups.ts'
import { askShownNames } from './list-shown-names.ts'
import { listSharedPages } from './list-shared-pages.ts'
import { listTenantsBeside } from './list-tenants-beside.ts'
import { findSpoofed } from './find-spoofed.ts'
import { takeRoom } from './take-room.ts'
import { CONTEXTS, LEFT_OUT } from './indicator-contexts.ts'
import { ask, put, type Draft } from './indicator-draft.ts'
import type { MetDomain } from './list-met-domains.ts'

/** What may go out, what must be asked first, and what was left out. */
export interface DraftedIndicators {
  readonly indicators: readonly BulletinIndicator[]
  readonly questions: readonly QuestionDraft[]
  readonly omitted: readonly OmittedKind[]
  /** Identifying values that go out only with the permission of one whose evidence holds them. */
  readonly identifying: readonly string[]
}

/** A case with what makes its texts shareable, and the domains on the recipients' side. */
export interface ReadyCase {
  readonly record: CaseRecord
  readonly redactor: Redactor
  readonly met: readonly MetDomain[]
}

/** The same case twice, with no answers but those that leave something out: as it stands, and as if every member had provided. */
export interface ReadyForLone {
  readonly asItStands: ReadyCase
  readonly asIfAll: ReadyCase
  /** Whether a text of a case of one provider names another member. */
  readonly isMemberText: (value: Indicator) => boolean
}

/** `forLone`: for a case of several providers, or of one whose mail names another member. */
export function draftIndicators(ready: ReadyCase, forLone?: ReadyForLone): DraftedIndicators {
  const { record, redactor } = ready
  const draft = toDraft(ready)
  const both = forLone && {
    ...{ draft, asItStands: toDraft(forLone.asItStands), asIfAll: toDraft(forLone.asIfAll) },
  }
  const isLone = findLoneValues(record)
  const isProbe = findProbes(draft)
  for (const mail of record.mails) {
    for (const one of mail.indicators) {
      if (isProbe(one, mail)) draft.omitted.add('identifying-domains')
      else if (both === undefined || !(isLone(one) || forLone?.isMemberText(one) === true))
        addIndicator(one, mail, draft)
      else addLoneValue(one.value, (each) => addIndicator(one, mail, each), both)
    }
  }
  const asIfAll = listProviders(record).length > 1 ? forLone?.asIfAll : undefined
  const logs = draftLogSources(record, redactor.context, asIfAll?.redactor.context)
  for (const { type, value } of logs.indicators) draft.indicators.delete(`${type} ${value}`)
  dropLeftOutHops(draft)
  const shown = takeRoom([...draft.indicators.values()], logs.indicators)
  if (draft.indicators.size > shown.length || record.mails.some(hasManyLinks))
    draft.omitted.add('more-links')
  return {
    indicators: [
      // By value, not as met: the order of the evidence says which mail came first. What came last is left out, or filler
      // that sorts before it would push the attacker's own address out.
      ...[...shown].sort(compareIndicators),
      ...logs.indicators,
    ],
    questions: [...draft.questions, ...logs.questions],
    omitted: [...draft.omitted],
    identifying: [...draft.identifying],
  }
}

/** Once all mails were asked about: which comes first says nothing of whose an address is. */
function dropLeftOutHops(draft: Draft): void {
  const isLeftOut = isLeftOutHop(draft)
  for (const [key, indicator] of draft.indicators) {
    if (!isLeftOut(indicator)) continue
    draft.indicators.delete(key)
    draft.identifying.delete(indicator.value)
    draft.omitted.add('recipient-records')
  }
}

function toDraft({ record, redactor, met }: ReadyCase): Draft {
  const { mails } = record
  const { owners } = redactor.context
  const registered = buildOwners(record.registered)
  return {
    ...{ record, redactor, registered },
    ...{ indicators: new Map(), questions: [], omitted: new Set(), identifying: new Set() },
    met: new Map(met.map(({ domain, witness }) => [domain, witness])),
    isOfConversation: findConversations(mails, owners, met),
    resembling: findResembling(record),
    varyingParts: findVaryingParts(mails),
    isSpoofed: findSpoofed(record),
    tenantsBeside: listTenantsBeside(mails),
    fileQuestion: toGroupQuestion(listHashGroups, hashQuestion, record),
    pageQuestion: toGroupQuestion(listSharedPages, sharedLinkQuestion, record),
    doubtfulHops: findDoubtfulHops(owners, met),
    givenNames: findGivenNames(owners),
    rewriters: findRewriters(mails),
    doubtful: findDoubtfulPlaces(record, owners, (place) =>
      isRegisteredPlace(place, [owners, registered]),
    ),
  }
}

/** As many links, or values of any kind, as the analysis keeps of one mail: it may have had more. */
const hasManyLinks = ({ indicators }: CaseMail): boolean =>
  indicators.length >= limits.mailIndicatorsMax ||
  indicators.filter(({ type }) => type === 'url').length >= LINKS_OF_MAIL_MAX
const LINKS_OF_MAIL_MAX = 200

const compareIndicators = (a: BulletinIndicator, b: BulletinIndicator): number =>
  compare(a.type, b.type) || compare(a.value, b.value)
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function addIndicator(found: Indicator, mail: CaseMail, draft: Draft): void {
  const { type } = found
  // Nothing that a reader cannot see, and no second line, in whatever is published (T14, T65).
  const line = toVisibleLine(found.value)
  const seen = { ...found, value: type === 'subject' ? cutGatewayMarks(line) : line }
  if (isLeftOutReceiving(seen, mail, draft)) return
  // Nothing of these stands in a bulletin: once a person has published a link, it is one like others.
  const indicator = RECEIVING.has(seen.context) ? { ...seen, context: 'link' } : seen
  if (type !== 'subject' && !CONTEXTS.has(indicator.context)) {
    const kind = LEFT_OUT[indicator.context]
    if (kind !== undefined) draft.omitted.add(kind)
    return
  }
  if (isLeftOutTaken(indicator, mail, draft)) return
  if (isLeftOutRewriter(indicator, mail, draft)) {
    for (const shown of listShownInstead(indicator, mail, draft)) addIndicator(shown, mail, draft)
    return
  }
  if (isLeftOutCarried(seen, mail, draft)) return
  if (type === 'email-address') addAddress(indicator, draft)
  else if (type === 'domain') addDomain(indicator.value, indicator.context, draft)
  else if (type === 'url') addUrl(indicator, draft)
  else if (type === 'ipv4' || type === 'ipv6') addIp(indicator, mail, draft)
  else if (type === 'sha256') addHash(indicator, draft)
  else addName(indicator, mail, draft)
}

function addIp(indicator: Indicator, mail: CaseMail, draft: Draft): void {
  const value = indicator.value.toLowerCase()
  const coded = toCodedIp(value)
  const isOf = ({ ofIp }: Owners): boolean =>
    ofIp(value) !== undefined || (coded !== undefined && ofIp(coded.network) !== undefined)
  if (isOf(draft.redactor.context.owners) || isPrivateIp(value)) return
  if (isOf(draft.registered)) {
    if (ask(registeredQuestion(value), draft) !== 'keep') return
  }
  const hops = indicator.context === 'received' ? draft.doubtfulHops(mail).get(value) : undefined
  if (indicator.context === 'received' && isEverybodysIp(value)) {
    if (ask(sharedNetworkQuestion(value), draft) !== 'keep') return
  } else if (hops !== undefined) {
    if (ask(sendingHostQuestion(hops), draft, value) !== 'keep') return
  } else if (isLeftOutNeighbour(value, draft)) return
  if (coded === undefined) return put(draft, indicator, value)
  if (coded.isNobodys) {
    draft.omitted.add('url-tokens')
    return
  }
  const choice = ask(codedIpQuestion(value, coded.network), draft)
  if (choice === 'ask') {
    draft.identifying.add(value)
    put(draft, indicator, value)
  } else if (choice === 'pattern') put(draft, indicator, coded.network, true)
}

function addHash(indicator: Indicator, draft: Draft): void {
  if (!isFileHash(indicator)) return
  const value = indicator.value.toLowerCase()
  const question = draft.fileQuestion(value)
  // That others sent it too proves nothing: whoever it was made by can hand it in himself (T33).
  if (question === undefined || ask(question, draft, value) !== 'ask') {
    draft.omitted.add('file-hashes')
    return
  }
  draft.identifying.add(value)
  put(draft, indicator, value)
}

/** Subjects and file names: what is left when everything identifying has become `****`. */
function addName(indicator: Indicator, mail: CaseMail, draft: Draft): void {
  if (indicator.type === 'subject' && draft.isOfConversation(indicator.value)) {
    if (ask(conversationQuestion(indicator.value), draft) !== 'keep') return
  }
  const given =
    indicator.type === 'file-name' ? draft.givenNames(mail).get(indicator.value) : undefined
  if (given !== undefined && ask(given, draft, indicator.value) !== 'keep') return
  const { shared, original, questions } = draft.redactor.redact(
    indicator.value,
    'ja',
    askShownNames(indicator.value, mail, draft),
  )
  draft.questions.push(...questions)
  const isNaming = original.some(({ kind }) => kind !== 'kept')
  const kept = shared.map(({ text, kind }) => (kind === 'kept' ? text : '****')).join('')
  const unnamed = hideReceivingWords(kept, mail, draft)
  const hidden = hideTokenWords(unnamed)
  const value = hidden.replace(/\*{4}(?:[\s*]*\*{4})+/gu, '****').trim()
  if (isNaming || unnamed !== kept) draft.omitted.add('names')
  const telling = value.replace(/\.[a-z\d]{1,5}$/iu, '').replace(/[^\p{L}\p{N}]/gu, '')
  if (telling.length >= LETTERS_MIN[indicator.type === 'subject' ? 'subject' : 'fileName']) {
    put(draft, indicator, value, isNaming || hidden !== kept)
  }
}

/** A subject of fewer letters stands on any mail; the name of a file is told by its ending too (請求書.exe, PO.lnk). */
const LETTERS_MIN = { subject: 4, fileName: 2 } as const
