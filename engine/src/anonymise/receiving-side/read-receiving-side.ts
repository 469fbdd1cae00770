import { readHopNames } from '../../authentication/path/hop-names.ts'
import { listTrustedHops } from '../../authentication/path/trust-boundary.ts'
import { toOrganisation } from '../../evidence/headers/organisation.ts'
import { parseReceived } from '../../evidence/headers/received.ts'
import { isRebuiltType } from '../../evidence/submission/rebuilt-below.ts'
import { isReplySubject } from '../../evidence/submission/subject-marks.ts'
import type { HeaderField, ReceivedHop } from '../../evidence/message.ts'
import { cutQuotedText } from '../../techniques/reading/correspondents.ts'
import { findAddressesInText, type TextAddress } from '../../techniques/reading/text-addresses.ts'
import { DELIVERY_HEADERS } from '../../techniques/tables/delivery-headers.ts'
import { judgeSender } from '../../authentication/recorded/judge-sender.ts'
import { findGreeted } from './find-greeted.ts'
import { findNotedHosts } from './find-noted-hosts.ts'
import { findReaders } from './find-readers.ts'
import { listListNames } from './list-names.ts'
import { findRelays } from './find-relays.ts'
import { readRewriting } from './read-rewriting.ts'
import type { OldestHop, ReadHeader, ReceivedFrom, ReceivingSide } from './receiving-side.ts'

/** Copies that were never sent openly stand in the headers of a mail taken from a sender's own folder. */
const ADDRESSED = ['to', 'cc', 'bcc', 'resent-to', 'resent-cc', 'apparently-to']
/** Where a list of the receiving side names itself (RFC 2369, RFC 2919). */
const LISTS = ['list-post', 'x-beenthere', 'x-ml-address']

/** Whom a header names as the mail's recipients, apart by who wrote it: servers of the receiving side, or anybody. */
export function readReceivingSide(header: ReadHeader, text: string): ReceivingSide {
  const fields = header.map(toField)
  const received = fields.filter(({ key }) => key === 'received')
  const hops = received.map(parseReceived)
  const trusted = listTrustedHops(hops)
  // Servers write on top: what stands above their last line is theirs, or came with what they wrote.
  const end = trusted.length === 0 ? 0 : fields.indexOf(trusted.at(-1)?.header ?? NO_FIELD) + 1
  const inside = fields.slice(0, end)
  const delivery = (some: readonly HeaderField[]) =>
    some.filter(({ key }) => DELIVERY_HEADERS.has(key)).map(({ value }) => value)
  const fors = (some: readonly ReceivedHop[]) => some.flatMap(({ forAddress }) => forAddress ?? [])
  const valuesOf = (name: string) =>
    fields.filter(({ key }) => key === name).map(({ value }) => value.slice(0, FIELD_CHARS_MAX))
  const written = fields.filter(({ key }) => ADDRESSED.includes(key) || LISTS.includes(key))
  const from = valuesOf('from').flatMap(findAddressesInText)
  const senders = from.map(({ domain }) => domain)
  const senderVerdict = judgeSender(inside, senders)
  const answered = ['in-reply-to', 'references'].flatMap(valuesOf).flatMap(listNumberedHosts)
  const isAnswer = answered.length > 0 || valuesOf('subject').some(isReplySubject)
  const isUnreceived = received.length === 0 && valuesOf('message-id').length > 0
  const oldest = hops.at(-1)
  const delivered = [...delivery(inside), ...fors(trusted)].flatMap(findAddressesInText)
  const servers = [
    ...trusted.flatMap(({ byName }) => byName?.toLowerCase() ?? []),
    ...findNotedHosts(inside),
  ]
  const posted = valuesOf('list-post').flatMap(findAddressesInText)
  const ofReceiving = [...delivered, ...posted].map(({ organisation }) => organisation)
  const noted = findNotedHosts(fields)
  const ofSenders = new Set(from.map(({ organisation }) => organisation))
  const isOther = ({ organisation }: TextAddress): boolean => !ofSenders.has(organisation)
  const readers = findReaders(text)
  const { lists, ...rewriting } = readRewriting(
    fields,
    new Set([...ofReceiving, ...servers.map(toOrganisation)]),
  )
  return {
    ...(senderVerdict === undefined ? {} : { senderVerdict }),
    senders,
    delivered,
    addressed: [
      ...written.map(({ value }) => value),
      ...delivery(fields.slice(end)),
      ...fors(hops.slice(trusted.length)),
    ].flatMap(findAddressesInText),
    servers,
    hops: hops.flatMap((hop, at) =>
      toReceivedFrom(hop, { hasOlder: at + 1 < hops.length, isInside: at + 1 < trusted.length }),
    ),
    // Who quotes himself, or writes his own address below "From:", shows nobody else by it.
    quoted: findAddressesInText(cutQuotedText(text)).filter(
      ({ organisation }) => !from.some((one) => one.organisation === organisation),
    ),
    relays: [...findRelays(fields, hops, ofSenders), ...lists],
    ...rewriting,
    from,
    answered,
    greeted: [...findGreeted(text), ...readers.readers.filter(isOther)],
    readerDomains: readers.readerDomains.filter((name) => !ofSenders.has(toOrganisation(name))),
    written: readers.written.filter(isOther),
    // A sender's own servers write such fields as well; without any note of a server nothing tells whose they are.
    noted: noted.filter((host) => received.length === 0 || !ofSenders.has(toOrganisation(host))),
    listNames: listListNames(fields),
    transmitters: valuesOf('sender')
      .flatMap(findAddressesInText)
      .filter(isOther)
      .map(({ domain }) => domain),
    isSent: isAnswer && isUnreceived,
    isUnreceived,
    isRebuilt: received.length === 0 && valuesOf('content-type').some(isRebuiltType),
    ...(oldest === undefined ? {} : { oldest: toOldest(oldest) }),
    isAuthenticated: inside.some(({ key, value }) => RESULTS.has(key) && PASSED.test(value)),
  }
}

function toReceivedFrom(
  hop: ReceivedHop,
  place: Pick<ReceivedFrom, 'hasOlder' | 'isInside'>,
): readonly ReceivedFrom[] {
  if (hop.fromIp === undefined) return []
  return [{ ip: hop.fromIp, names: listNames(hop), ...place }]
}

const toOldest = (hop: ReceivedHop): OldestHop => ({
  ...{ by: hop.byName?.toLowerCase() ?? '', ip: hop.fromIp, names: listNames(hop) },
})

function listNames(hop: ReceivedHop): readonly string[] {
  const { claimed, recorded } = readHopNames(hop)
  const names = [hop.fromName, claimed, recorded].flatMap((name) => name?.toLowerCase() ?? [])
  return [...new Set(names)]
}

/** A field of references may be as long as a mail. */
const FIELD_CHARS_MAX = 8_000
const NUMBER = /<[^<>\s@]{1,250}@([^<>\s@]{1,253})>/g
const listNumberedHosts = (value: string): readonly string[] =>
  [...value.matchAll(NUMBER)].flatMap(([, host]) => host?.toLowerCase() ?? [])

const RESULTS: ReadonlySet<string> = new Set(['authentication-results', 'received-spf'])
/** RFC 8601 §2.2, RFC 7208 §9.1 */
const PASSED = /(?:^|[;\s])(?:dmarc|dkim|spf)=pass\b|^\s*pass\b/i

const NO_RANGE = { start: 0, end: 0 }

const toField = ({ name, value }: ReadHeader[number]): HeaderField => ({
  ...{ name, key: name.toLowerCase(), value },
  ...{ range: NO_RANGE, valueRange: NO_RANGE, line: 0 },
})

const NO_FIELD = toField({ name: '', value: '' })
