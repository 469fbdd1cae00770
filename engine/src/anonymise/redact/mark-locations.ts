import { parse } from 'tldts'
import { isPrivateIp } from '../../is-private-ip.ts'
import { defang, refang } from '../../refang.ts'
import { letterOf, toCompanyAlias } from '../aliases.ts'
import { decidedChoice, type QuestionDraft } from '../question.ts'
import { domainQuestion } from './identifying-questions.ts'
import { toAliasMark } from './mark-names.ts'
import type { RedactionContext } from './redaction-context.ts'
import { findAddresses } from './find-addresses.ts'
import { HOST } from './host-expression.ts'
import type { Mark } from './segment.ts'
import { isSharedService } from './shared-services.ts'
import { findAddressQuestion } from './find-address-question.ts'
import { toUrlShape } from './url-shape.ts'
import { toPlaceholder, type PlaceholderKind } from './words.ts'

const URL_TEXT = /(?:h(?:tt|xx)ps?|ftp)(?::|\[:\])\/\/[^\s<>"'「」『』（）、。]{3,2000}/giu
/** Behind the escape of an @ a domain begins, and not with the digits of the escape. */
const DOMAIN = new RegExp(
  String.raw`(?:(?<![\w@.%-])(?<!%[\da-f])|(?<=%40))${HOST}(?![\w-])`,
  'giu',
)
const IPV4 = /(?<![\d.])\d{1,3}(?:(?:\.|\[\.\])\d{1,3}){3}(?![\d.]*\d)/gu
const IPV6 = /(?<![\w:])(?:[\da-f]{0,4}:){2,7}[\da-f]{0,4}(?![\w:])/giu

/** Addresses, links, domains and IP addresses: the attacker's stay, everybody else's go. */
export function markLocations(
  text: string,
  context: RedactionContext,
  questions: QuestionDraft[],
): readonly Mark[] {
  const each = (pattern: RegExp, decide: (value: string) => Decided | undefined): Mark[] =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const decided = decide(match[0])
      const { index } = match
      return decided === undefined
        ? []
        : [{ start: index, end: index + match[0].length, ...decided }]
    })
  // Wider forms after narrower ones: a link is marked as a whole, over the domain inside it.
  return [
    ...each(IPV4, (value) => decideIp(value, context)),
    ...each(IPV6, (value) => decideIp(value, context)),
    ...each(DOMAIN, (value) => decideDomain(value, context, questions)),
    ...findAddresses(text).flatMap(({ start, value }) => {
      const decided = decideAddress(value, context, questions)
      return decided === undefined ? [] : [{ start, end: start + value.length, ...decided }]
    }),
    ...each(URL_TEXT, (value) => decideUrl(value, context, questions)),
  ]
}

type Decided = Omit<Mark, 'start' | 'end'>

const removed = (kind: PlaceholderKind): Decided => ({
  kind: 'removed',
  reason: toPlaceholder(kind),
  shared: toPlaceholder(kind),
})
const kept = (value: string): Decided => ({
  kind: 'attacker',
  reason: { ja: '攻撃者のもの', en: 'the attacker’s' },
  shared: { ja: value, en: value },
})

function decideIp(written: string, context: RedactionContext): Decided | undefined {
  const value = refang(written).toLowerCase()
  if (LOG_TIME.test(value)) return undefined
  const owner = context.owners.ofIp(value)
  if (owner !== undefined) return toAliasMark(owner, undefined, context)
  const isAttackers = context.attacker.ipAddresses.has(value) && !isPrivateIp(value)
  return isAttackers ? kept(defang(value)) : removed('ip')
}

/** Year and time in a line of an access log (`01/Apr/2024:10:00:00`) are no address. */
const LOG_TIME = /^\d{4}(?::\d{2}){3}$/u

/** Whether a domain or one above it is the attacker's. */
function isAttackersDomain(domain: string, { attacker }: RedactionContext): boolean {
  for (let name = domain; name !== ''; ) {
    if (attacker.domains.has(name)) return true
    const dot = name.indexOf('.')
    name = dot < 0 ? '' : name.slice(dot + 1)
  }
  return false
}

const RESERVED_SUFFIXES = new Set([
  'example',
  'test',
  'invalid',
  'localhost',
  'local',
  'internal',
  'lan',
  'corp',
  'home',
])

/** Dots stand in much that is no domain: only real and reserved suffixes count. */
function isDomain(value: string): boolean {
  const { isIcann, isPrivate, publicSuffix } = parse(value)
  return isIcann === true || isPrivate === true || RESERVED_SUFFIXES.has(publicSuffix ?? '')
}

function decideDomain(
  written: string,
  context: RedactionContext,
  questions: QuestionDraft[],
): Decided | undefined {
  const domain = refang(written).toLowerCase()
  const owner = context.owners.ofDomain(domain)
  if (owner !== undefined) return toAliasMark(owner, undefined, context)
  if (!isDomain(domain)) return undefined
  const imitated = context.imitated(domain)
  if (imitated !== undefined) return decideLookalike(domain, imitated, context, questions)
  return isAttackersDomain(domain, context) ? kept(defang(domain)) : removed('domain')
}

/** A look-alike says whom it imitates: its making is shown, its letters only when permitted. */
function decideLookalike(
  domain: string,
  organisationId: string,
  context: RedactionContext,
  questions: QuestionDraft[],
): Decided {
  const letter = letterOf(context.aliases, organisationId)
  const question = domainQuestion(domain, letter)
  questions.push(question)
  const choice = decidedChoice(question, context.decisions)
  if (choice === 'ask') return kept(defang(domain))
  if (choice === 'omit') return removed('domain')
  const { ja, en } = toCompanyAlias(letter)
  return {
    kind: 'attacker',
    alias: letter,
    reason: { ja: '綴りから分かるため、作り方だけを示す', en: 'its spelling gives the name away' },
    shared: { ja: `${ja}に似せたドメイン`, en: `domain imitating ${en}` },
  }
}

function decideAddress(
  written: string,
  context: RedactionContext,
  questions: QuestionDraft[],
): Decided | undefined {
  const plain = refang(written).replace(/\[?@\]?|%40|\[at\]|\(at\)/iu, '@')
  const address = plain.toLowerCase()
  const domain = address.slice(address.lastIndexOf('@') + 1)
  const known = context.owners.ofAddress(address)
  if (known !== undefined) return toAliasMark(known.organisationId, known, context)
  const owner = context.owners.ofDomain(domain)
  if (owner !== undefined) return toAliasMark(owner, undefined, context)
  const isAttackers = context.attacker.addresses.has(address) || isAttackersDomain(domain, context)
  const imitated = context.imitated(domain)
  if (imitated !== undefined) return decideLookalike(domain, imitated, context, questions)
  if (!isAttackers) return removed('email')
  const isShared = isSharedService(domain)
  const question = findAddressQuestion(plain, { names: context.names, isShared })
  if (question === undefined) return kept(defang(address))
  questions.push(question)
  const choice = decidedChoice(question, context.decisions)
  if (choice === 'omit') return removed('email')
  return kept(defang(choice === 'ask' ? address : `****@${domain}`))
}

function decideUrl(
  written: string,
  context: RedactionContext,
  questions: QuestionDraft[],
): Decided | undefined {
  const shape = toUrlShape(written, context.names)
  if (shape === undefined) return removed('url')
  const { host, value } = shape
  const owner = context.owners.ofDomain(host) ?? context.owners.ofIp(host.replace(/^\[|\]$/gu, ''))
  if (owner !== undefined) return toAliasMark(owner, undefined, context)
  const imitated = context.imitated(host)
  if (imitated !== undefined) return decideLookalike(host, imitated, context, questions)
  const isAttackers =
    isAttackersDomain(host, context) ||
    context.attacker.ipAddresses.has(host) ||
    context.attacker.urls.has(refang(written))
  return isAttackers ? kept(defang(value)) : removed('url')
}
