import { getDomain } from 'tldts'
import type { Indicator } from '../../evidence/artefact.ts'
import { isPrivateHost } from '../../is-private-host.ts'
import { isPrivateIp } from '../../is-private-ip.ts'
import type { BulletinIndicator, OmittedKind } from '../bulletin-content.ts'
import { letterOf } from '../aliases.ts'
import { decidedChoice, type Choice, type QuestionDraft } from '../question.ts'
import {
  addressQuestion,
  domainQuestion,
  hashQuestion,
  sendingHostQuestion,
  urlQuestion,
} from '../redact/identifying-questions.ts'
import type { Redactor } from '../redact/redact-text.ts'
import { saysName } from '../redact/opaque-token.ts'
import { toUrlShape } from '../redact/url-shape.ts'
import type { CaseMail, CaseRecord } from './case-record.ts'
import { draftLogSources } from './draft-log-sources.ts'
import { isSharedService } from './shared-services.ts'

/** What may go out, what must be asked first, and what was left out. */
export interface DraftedIndicators {
  readonly indicators: readonly BulletinIndicator[]
  readonly questions: readonly QuestionDraft[]
  readonly omitted: readonly OmittedKind[]
  /** Identifying values that go out only with every provider's permission. */
  readonly identifying: readonly string[]
}

/**
 * Places in a mail from which an indicator may be published. Everything about the recipient
 * (To, Cc, Received by, Message-ID) is absent here and therefore never goes out (T01–T08).
 */
const CONTEXTS: ReadonlySet<string> = new Set([
  'from',
  'reply-to',
  'return-path',
  'sender',
  'received',
  'link',
  'link-target',
  'image',
  'file-link',
  'qr',
  'attachment',
  'archive-member',
  'embedded',
  'subject',
])

const INDICATORS_MAX = 500

interface Draft {
  readonly record: CaseRecord
  readonly redactor: Redactor
  readonly indicators: Map<string, BulletinIndicator>
  readonly questions: QuestionDraft[]
  readonly omitted: Set<OmittedKind>
  readonly identifying: Set<string>
}

export function draftIndicators(record: CaseRecord, redactor: Redactor): DraftedIndicators {
  const draft: Draft = {
    record,
    redactor,
    indicators: new Map(),
    questions: [],
    omitted: new Set(),
    identifying: new Set(),
  }
  for (const mail of record.mails) for (const one of mail.indicators) addIndicator(one, mail, draft)
  const logs = draftLogSources(record, redactor.context)
  for (const { type, value } of logs.indicators) draft.indicators.delete(`${type} ${value}`)
  return {
    indicators: [
      // By value, not as met: the order of the evidence says which mail came first.
      ...[...draft.indicators.values()]
        .sort(compareIndicators)
        .slice(0, INDICATORS_MAX - logs.indicators.length),
      ...logs.indicators,
    ],
    questions: [...draft.questions, ...logs.questions],
    omitted: [...draft.omitted],
    identifying: [...draft.identifying],
  }
}

const compareIndicators = (a: BulletinIndicator, b: BulletinIndicator): number =>
  compare(a.type, b.type) || compare(a.value, b.value)
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function addIndicator(indicator: Indicator, mail: CaseMail, draft: Draft): void {
  const { type } = indicator
  if (type !== 'subject' && !CONTEXTS.has(indicator.context)) return
  if (isFromTakenAccount(indicator, mail)) {
    draft.omitted.add('identifying-domains')
    return
  }
  if (type === 'email-address') addAddress(indicator, draft)
  else if (type === 'domain') addDomain(indicator.value, indicator.context, draft)
  else if (type === 'url') addUrl(indicator, draft)
  else if (type === 'ipv4' || type === 'ipv6') addIp(indicator, mail, draft)
  else if (type === 'sha256') addHash(indicator, draft)
  else addName(indicator, mail, draft)
}

/** The sender of a taken-over account is a victim too. */
const isFromTakenAccount = ({ context }: Indicator, { findings }: CaseMail): boolean =>
  (context === 'from' || context === 'sender' || context === 'return-path') &&
  findings.some(({ technique }) => technique === 'taken-account')

function put(
  draft: Draft,
  { type, context }: Pick<Indicator, 'type' | 'context'>,
  value: string,
  isPattern = false,
): void {
  const key = `${type} ${value}`
  if (draft.indicators.has(key) || value.length > 2000) return
  // The last look before the allow-list: whatever rule let it through, a known name does not pass.
  if (!draft.identifying.has(value) && draft.redactor.context.registered.has(value)) return
  draft.indicators.set(key, { type, value, context, ...(isPattern ? { isPattern } : {}) })
}

function ask(question: QuestionDraft, draft: Draft): Choice {
  draft.questions.push(question)
  return decidedChoice(question, draft.record.decisions)
}

function addAddress(indicator: Indicator, draft: Draft): void {
  const { context } = draft.redactor
  const address = indicator.value.toLowerCase()
  const at = address.lastIndexOf('@')
  const [local, domain] = [address.slice(0, at), address.slice(at + 1)]
  if (at < 1 || context.owners.ofDomain(domain) !== undefined) return
  if (context.imitated(domain) !== undefined) return addDomain(domain, indicator.context, draft)
  // Bounce addresses hold the recipient in ways only the sender can read (T03).
  if (indicator.context === 'return-path') return addDomain(domain, 'return-path', draft)
  if (!saysName(local, context.names)) return put(draft, indicator, address)
  const choice = ask(addressQuestion(address), draft)
  draft.omitted.add('names')
  if (choice === 'ask') {
    draft.identifying.add(address)
    put(draft, indicator, address)
  } else if (choice === 'pattern' && !isSharedService(domain)) {
    put(draft, indicator, `****@${domain}`, true)
  }
}

function addDomain(domain: string, place: string, draft: Draft): void {
  const { context } = draft.redactor
  if (context.owners.ofDomain(domain) !== undefined || isSharedService(domain)) return
  if (isPrivateHost(domain)) return
  const imitated = context.imitated(domain) ?? context.names.find(domain)[0]?.name.organisationId
  const indicator = { type: 'domain', context: place } as const
  if (imitated === undefined) {
    // A host made for one recipient, and a bounce address, go out as the domain that the attacker registered (T03, T19).
    const isMade = toUrlShape(`https://${domain}/`, context.names)?.hasTokens === true
    const shown =
      isMade || place === 'return-path' ? (getDomain(domain, ANY_HOST) ?? domain) : domain
    return put(draft, indicator, shown)
  }
  const choice = ask(domainQuestion(domain, letterOf(context.aliases, imitated)), draft)
  if (choice !== 'ask') {
    draft.omitted.add('identifying-domains')
    return
  }
  draft.identifying.add(domain)
  put(draft, indicator, domain)
}

function addUrl(indicator: Indicator, draft: Draft): void {
  const { context } = draft.redactor
  const shape = toUrlShape(indicator.value, context.names)
  if (shape === undefined || context.owners.ofDomain(shape.host) !== undefined) return
  if (isPrivateHost(shape.host)) return
  if (context.imitated(shape.host) !== undefined) {
    return addDomain(shape.host, indicator.context, draft)
  }
  if (!shape.hasTokens) return put(draft, indicator, shape.value)
  draft.omitted.add('url-tokens')
  const choice = shape.namesSomebody ? ask(urlQuestion(indicator.value), draft) : 'pattern'
  if (choice === 'ask') {
    draft.identifying.add(indicator.value)
    put(draft, indicator, indicator.value)
  } else if (choice === 'pattern') put(draft, indicator, shape.value, true)
}

function addIp(indicator: Indicator, mail: CaseMail, draft: Draft): void {
  const value = indicator.value.toLowerCase()
  if (draft.redactor.context.owners.ofIp(value) !== undefined || isPrivateIp(value)) return
  // Among several hops only a person can say which is the attacker's and which the recipient's (T02).
  if (indicator.context === 'received' && countReceived(mail) > 1) {
    if (ask(sendingHostQuestion(value), draft) !== 'keep') return
  }
  put(draft, indicator, value)
}

const countReceived = ({ indicators }: CaseMail): number =>
  new Set(
    indicators
      .filter(({ type, context, value }) => {
        const isIp = type === 'ipv4' || type === 'ipv6'
        return isIp && context === 'received' && !isPrivateIp(value)
      })
      .map(({ value }) => value),
  ).size

function addHash(indicator: Indicator, draft: Draft): void {
  if (indicator.context !== 'attachment' && indicator.context !== 'archive-member') return
  const value = indicator.value.toLowerCase()
  if (draft.record.seenElsewhere.has(value)) return put(draft, indicator, value)
  if (ask(hashQuestion(value), draft) !== 'ask') {
    draft.omitted.add('file-hashes')
    return
  }
  draft.identifying.add(value)
  put(draft, indicator, value)
}

/** Attackers name hosts as no standard allows. */
const ANY_HOST = { validateHostname: false }

/** Subjects and file names: what is left when everything identifying has become `****`. */
function addName(indicator: Indicator, mail: CaseMail, draft: Draft): void {
  const isReply = mail.findings.some(({ technique }) => technique === 'thread-hijack')
  // The subject of a genuine conversation is known to its two parties (T17).
  if (indicator.type === 'subject' && isReply) return
  const { shared, original, questions } = draft.redactor.redact(indicator.value, 'ja')
  draft.questions.push(...questions)
  const isPattern = original.some(({ kind }) => kind !== 'kept')
  const value = shared
    .map(({ text, kind }) => (kind === 'kept' ? text : '****'))
    .join('')
    .replace(/\*{4}(?:[\s*]*\*{4})+/gu, '****')
    .trim()
  if (isPattern) draft.omitted.add('names')
  if (value.replace(/[^\p{L}\p{N}]/gu, '').length >= NAME_LETTERS_MIN) {
    put(draft, { type: indicator.type, context: indicator.context }, value, isPattern)
  }
}

/** Fewer letters than this match any mail. */
const NAME_LETTERS_MIN = 4
