import { findEmbeddedIp } from './everybodys/find-embedded-ip.ts'
import { SHARED_PLACES } from './everybodys/shared-places.ts'
import type { Artefact, Indicator } from './evidence/artefact.ts'
import { toOrganisation } from './evidence/headers/organisation.ts'
import type { Link, MailAddress, Message } from './evidence/message.ts'
import { findReceivingLinks } from './find-receiving-links.ts'
import { isGatewayNotice } from './evidence/quotes/gateway-notice.ts'
import { isPrivateIp } from './is-private-ip.ts'
import { rankLinks } from './rank-links.ts'
import { limits } from './limits.ts'
import type { RegisterIndex } from './register/register.ts'
import { listRecipients } from './techniques/reading/recipients.ts'
import { FREE_MAIL } from './techniques/tables/free-mail.ts'
import type { Finding } from './techniques/technique.ts'
import { isSharedHost } from './techniques/tables/hosting-services.ts'
import { parseUrl } from './techniques/url/parse-url.ts'
import { takeTurns } from './take-turns.ts'
import { toLinkContext } from './to-link-context.ts'
import { isServiceHost } from './techniques/url/services.ts'
import { parseHostUrl, unwrapLink } from './techniques/url/unwrap-url.ts'

const LINKS_MAX = 200

/**
 * What others can look for: normalised, each value once per context. The recipient's own addresses
 * and hosts are left out, and shared hosts (free mail, well-known services) stand as whole URLs or
 * addresses only: as a domain they would point at everybody.
 */
export function findIndicators(
  message: Message,
  artefacts: readonly Artefact[],
  findings: readonly Finding[],
  register: RegisterIndex,
  links: readonly Link[],
): Indicator[] {
  // A domain that the mail alone tells of is asked about when a bulletin is drafted, not dropped unseen.
  const own = listRecipients(message, register).registered
  const subject = message.subject.trim()
  const found: readonly (readonly Indicator[])[] = [
    subject === ''
      ? []
      : [{ type: 'subject' as const, value: subject, context: 'message', path: message.path }],
    ...listSenders(message),
    listAlteredCopies(message, findings),
    listRelays(message),
    ...listLinks(message, links, findings, toLinkContext(artefacts)),
    listFiles(message, artefacts),
  ]
  const lists = found.map((list) =>
    toDistinct(list.filter((one) => !isOwn(one, own) && !isShared(one, register))),
  )
  // However many addresses a sender lists, his links and files have their turn.
  const kept = new Set(takeTurns(lists).slice(0, limits.mailIndicatorsMax))
  return toDistinct(lists.flat().filter((one) => kept.has(one)))
}

const toDistinct = (all: readonly Indicator[]): Indicator[] => [
  ...new Map(all.map((one) => [`${one.type} ${one.context} ${one.value}`, one])).values(),
]

const SENDER_HEADERS = ['from', 'reply-to', 'return-path', 'sender']

function listSenders(message: Message): readonly (readonly Indicator[])[] {
  const { path } = message
  return [
    ...SENDER_HEADERS.map((context) =>
      message.addresses(context).flatMap((one) => toAddressIndicators(one, context, path)),
    ),
    // Whom a mailing list has taken out of `From` to put itself there.
    message.addresses('x-original-from').flatMap((one) => toAddressIndicators(one, 'from', path)),
  ]
}

/** People in Cc are victims unless a finding says that their address is not theirs. */
function listAlteredCopies(message: Message, findings: readonly Finding[]): Indicator[] {
  const told = new Set(
    findings.flatMap(({ technique, where, alsoWhere = [] }) =>
      technique === 'cc-altered' || technique === 'lookalike'
        ? [where, ...alsoWhere].map((place) => place.range.start)
        : [],
    ),
  )
  return ['to', 'cc'].flatMap((context) =>
    message
      .addresses(context)
      .filter((one) => told.has(one.range.start))
      .flatMap((one) => toAddressIndicators(one, 'cc', message.path)),
  )
}

function toAddressIndicators(one: MailAddress, context: string, path: string): Indicator[] {
  if (one.domain === '') return []
  return [
    { type: 'email-address', value: one.address.toLowerCase(), context, path },
    { type: 'domain', value: one.domain, context, path },
  ]
}

/** Public addresses from which the mail was handed on, as the relays recorded them. */
function listRelays(message: Message): Indicator[] {
  return message.received.flatMap(({ fromIp }) => {
    if (fromIp === undefined || isPrivateIp(fromIp)) return []
    const type = fromIp.includes(':') ? ('ipv6' as const) : ('ipv4' as const)
    return [{ type, value: fromIp, context: 'received', path: message.path }]
  })
}

function listLinks(
  message: Message,
  links: readonly Link[],
  findings: readonly Finding[],
  toContext: ReturnType<typeof toLinkContext>,
): readonly (readonly Indicator[])[] {
  const inMail = new Set(message.links)
  const receiving = findReceivingLinks(message)
  return takeFairly(links, inMail, findings).map((some) => some.flatMap(toIndicators))

  function toIndicators(link: Link): Indicator[] {
    const { url, path } = link
    const outer = receiving.get(link) ?? toContext(link, inMail.has(link))
    const { target, targetHost, wrappers } = unwrapLink(link)
    const inner = outer !== 'link' || wrappers.length === 0 ? outer : 'link-target'
    // What a gateway of the receiving side wrote around a link tells its product, region and customer (T05, T21).
    const gateway = wrappers.findLastIndex(({ service }) => service.kind === 'security')
    const seen = wrappers[gateway + 1]
    return [
      ...(seen === undefined ? [] : toUrlIndicators(gateway < 0 ? url : seen.value, outer, path)),
      ...(target === undefined ? [] : toUrlIndicators(target, inner, path)),
      ...(targetHost === undefined
        ? []
        : [{ type: 'domain' as const, value: targetHost, context: inner, path }]),
    ]
  }
}

/** A newsletter's links must not crowd out the one link of the file attached to it. */
function takeFairly(
  links: readonly Link[],
  inMail: ReadonlySet<Link>,
  findings: readonly Finding[],
): readonly (readonly Link[])[] {
  const take = (some: readonly Link[]) =>
    some.length <= LINKS_MAX ? some : rankLinks(some, findings).slice(0, LINKS_MAX)
  const inFiles = links.filter((link) => !inMail.has(link))
  return [take(links.filter((link) => inMail.has(link))), take(inFiles)]
}

function toUrlIndicators(link: string, context: string, path: string): Indicator[] {
  const url = parseHostUrl(link)
  if (url === undefined) return []
  const named = url.hostname.toLowerCase().replace(/^\[|\]$/g, '')
  const host = findEmbeddedIp(named)?.ip ?? named
  const type = /^[\d.]+$/.test(host) ? 'ipv4' : host.includes(':') ? 'ipv6' : 'domain'
  return [
    { type: 'url', value: url.href, context, path },
    { type, value: host, context, path },
  ]
}

function listFiles(message: Message, artefacts: readonly Artefact[]): Indicator[] {
  const notices = new Set(message.parts.filter(isGatewayNotice).map(({ path }) => path))
  return artefacts.flatMap(({ kind: holder, type, sha256, fileName, path }) => {
    const kind =
      notices.has(path) && type === 'text/plain' ? 'notice' : CARDS.has(type) ? 'card' : holder
    if (holder === 'mail' || holder === 'text') return []
    // Logos of signatures are the same in millions of mails.
    if (type.startsWith('image/') && type !== 'image/svg+xml') return []
    return [
      ...(sha256 === '' ? [] : [{ type: 'sha256' as const, value: sha256, context: kind, path }]),
      ...(fileName ? [{ type: 'file-name' as const, value: fileName, context: kind, path }] : []),
    ]
  })
}

/** What says who somebody is: of whoever passes the mail on, as often as of its sender. */
const CARDS: ReadonlySet<string> = new Set([
  'text/vcard',
  'application/pkcs7-signature',
  'application/x-pkcs7-signature',
  'application/pgp-signature',
])

function isOwn({ type, value }: Indicator, own: ReadonlySet<string>): boolean {
  if (type === 'email-address')
    return own.has(toOrganisation(value.slice(value.lastIndexOf('@') + 1)))
  if (type === 'domain') return own.has(toOrganisation(value))
  return type === 'url' && own.has(toOrganisation(parseUrl(value)?.hostname ?? ''))
}

function isShared({ type, value }: Indicator, register: RegisterIndex): boolean {
  if (type !== 'domain') return false
  const organisation = toOrganisation(value)
  if (register.ownerOf(organisation)?.relation === 'well-known') return true
  return (
    FREE_MAIL.has(organisation) ||
    isSharedHost(value) ||
    SHARED_PLACES.has(value) ||
    isServiceHost(value)
  )
}
