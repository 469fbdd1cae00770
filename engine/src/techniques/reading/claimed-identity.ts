import type { MailAddress, Message } from '../../evidence/message.ts'
import { foldUnit, toLatinLetter } from '../../lures/unit-classes.ts'
import type { RegisterIndex } from '../../register/register.ts'
import { splitDomain } from '../../register/split-domain.ts'
import { findWordBrand, type KnownName, listBrandNames } from '../tables/brand-names.ts'
import { SENDING_SERVICES } from '../tables/sending-services.ts'
import type { TechniqueContext } from '../technique.ts'
import { listRecipients } from './recipients.ts'

/** Who a mail says it comes from, when the address says otherwise. */
export interface FalseClaim {
  /** As it is named: a service, the recipient's organisation, an office. */
  readonly name: string
  /** Owner of the genuine domains, when the register knows it. */
  readonly owner?: string
  readonly seenIn: 'sender' | 'subject' | 'text'
}

/** The head of the text, where a forged notice names the service it poses as. */
const HEAD_CHARS_MAX = 300

/** Offices that write to people of their own organisation. */
const OFFICES =
  /\b(?:web|e)?mail (?:admin\w*|server|support|team|service|delivery|system)\b|\b(?:it|technical) (?:support|service|department|help ?desk|team)\b|\bhelp ?desk\b|\bsystem admin\w*|\bpostmaster\b|\b(?:account|security|billing) (?:department|alert)\b|\bhr (?:department|team|notification)|\bhuman resources\b|管理者|システム(?:管理|部門?)|情報システム|ヘルプデスク|人事(?:部|課)/i

/** The first claim that the sender's address contradicts: in the name, then the subject, then the text. */
export function findFalseClaim(
  message: Message,
  context: TechniqueContext,
): FalseClaim | undefined {
  const { from } = message
  if (from === undefined) return undefined
  const named =
    findBrand(from.displayName, from, context) ?? findWord(from.displayName, from, context)
  if (named !== undefined) return { ...named, seenIn: 'sender' }
  const own = findRecipientName(message, from, context)
  if (own !== undefined) return { name: own, seenIn: 'sender' }
  const subject = findBrand(message.subject, from, context)
  if (subject !== undefined) return { ...subject, seenIn: 'subject' }
  const head = findBrand(message.shownText.slice(0, HEAD_CHARS_MAX), from, context)
  return head === undefined ? undefined : { ...head, seenIn: 'text' }
}

/** An office without a company: a claim only where nothing else of the mail shows whose it is. */
export function findClaimedOffice({ from }: Message): string | undefined {
  return OFFICES.exec(from?.displayName ?? '')?.[0]
}

function findBrand(
  text: string,
  from: MailAddress,
  { register }: TechniqueContext,
): Pick<FalseClaim, 'name' | 'owner'> | undefined {
  if (text === '' || isRelay(from)) return undefined
  const folded = foldText(text)
  return listFolded().find(
    (one) => isNamedIn(folded, one.folded) && !isOwnName(one, from, register),
  )
}

/** A name that is a word too, where the sender's whole name says it. */
function findWord(
  displayName: string,
  from: MailAddress,
  { register }: TechniqueContext,
): Pick<FalseClaim, 'name' | 'owner'> | undefined {
  const word = isRelay(from) ? undefined : findWordBrand(displayName)
  return word === undefined || isOwnName(word, from, register) ? undefined : word
}

/** The register says so, or the domain bears the name without imitating one that does. */
function isOwnName(
  { name, owner }: KnownName,
  { domain, organisation }: MailAddress,
  register: RegisterIndex,
): boolean {
  if (register.ownerOf(organisation)?.name === owner) return true
  const word = name.toLowerCase().replace(/[^a-z0-9]/g, '')
  const label = (splitDomain(domain)?.label ?? '').replaceAll('-', '')
  return word.length >= 3 && label.includes(word) && register.findImitated(domain).length === 0
}

/** Whether a sender's name is a known service's that owns none of these domains. */
export function namesBrandApart(
  { displayName }: MailAddress,
  organisations: readonly string[],
  { register }: TechniqueContext,
): boolean {
  const folded = foldText(displayName)
  const owners = new Set(organisations.map((one) => register.ownerOf(one)?.name))
  return listFolded().some((one) => !owners.has(one.owner) && isNamedIn(folded, one.folded))
}

/** Services that write in the name of their customers, and whose mail names many. */
function isRelay({ organisation }: MailAddress): boolean {
  return SENDING_SERVICES.has(organisation)
}

/** The recipient's own organisation in the name of an outside sender. */
function findRecipientName(
  message: Message,
  from: MailAddress,
  { register }: TechniqueContext,
): string | undefined {
  const own = register.register.recipient
  const { organisations } = listRecipients(message, register)
  if (from.displayName === '' || organisations.has(from.organisation)) return undefined
  const names = own === undefined ? [...organisations] : [own.name, ...own.aliases, ...own.domains]
  const folded = foldText(from.displayName)
  return names.find((name) => name.length >= 4 && isNamedIn(folded, foldText(name)))
}

let known: readonly KnownName[] | undefined

function listFolded(): readonly KnownName[] {
  known ??= listBrandNames().map((one) => ({ ...one, folded: foldText(one.name) }))
  return known
}

/** As the eye reads it: look-alike letters, width and invisible signs make no difference. */
const foldSign = memoiseSigns()

function foldText(text: string): string {
  // Letters first: what looks Latin may decompose to a letter that does not.
  const latin = Array.from(text.slice(0, HEAD_CHARS_MAX * 2), toLatinLetter).join('')
  return Array.from(latin.normalize('NFKC'), foldSign).join('')
}

function memoiseSigns(): (sign: string) => string {
  const seen = new Map<string, string>()
  return (sign) => {
    const before = seen.get(sign)
    if (before !== undefined) return before
    const folded = sign.length > 1 ? '' : foldUnit(sign)
    if (seen.size < 5_000) seen.set(sign, folded)
    return folded
  }
}

/** Whole words for Latin names; Japanese has no word breaks, so three characters are the least. */
function isNamedIn(text: string, name: string): boolean {
  const isLatin = /^[\x20-\x7e]+$/.test(name)
  for (
    let at = name.length < 3 ? -1 : text.indexOf(name);
    at >= 0;
    at = text.indexOf(name, at + 1)
  ) {
    const around = (text[at - 1] ?? ' ') + (text[at + name.length] ?? ' ')
    if (!isLatin || !/[a-z0-9]/.test(around)) return true
  }
  return false
}
