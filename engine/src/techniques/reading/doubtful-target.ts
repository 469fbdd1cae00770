import type { Bilingual } from '../../bilingual.ts'
import { toOrganisation } from '../../evidence/headers/organisation.ts'
import type { Link, Message } from '../../evidence/message.ts'
import { FREE_MAIL } from '../tables/free-mail.ts'
import { findHostingService } from '../tables/hosting-services.ts'
import type { Detail, TechniqueContext } from '../technique.ts'
import { decodeTokens, type UrlToken } from '../url/decode-tokens.ts'
import { SHORTENERS } from '../url/shorteners.ts'
import { parseWebUrl, unwrapLink, type UrlStep } from '../url/unwrap-url.ts'
import { findImitation, readThread } from './imitated-domain.ts'
import { listRecipients } from './recipients.ts'
import { isRelated } from './relations.ts'

/** Where a link in a file or a picture leads, and what speaks against it. */
export interface DoubtfulTarget {
  readonly host: string
  readonly target: string
  readonly wrappers: readonly UrlStep[]
  /** Why the place is doubtful, each a sentence (ja) or a clause (en); empty when only its being unknown speaks against it. */
  readonly doubts: readonly Bilingual[]
  readonly tokens: readonly UrlToken[]
}

/**
 * The place a link leads to; undefined for the sender's own pages, the reader's own house and
 * well-known services, to which every invoice and every poster leads.
 */
export function readDoubtfulTarget(
  message: Message,
  link: Pick<Link, 'url'>,
  context: TechniqueContext,
): DoubtfulTarget | undefined {
  const unwrapped = unwrapLink({ ...NO_PLACE, url: link.url })
  // A shortener keeps its target secret: then its own address is as far as one sees.
  const target = unwrapped.target ?? unwrapped.wrappers.at(-1)?.value ?? link.url
  const wrappers = unwrapped.wrappers.filter(({ value }) => value !== target)
  const url = parseWebUrl(target)
  if (url === undefined) return undefined
  const host = url.hostname
  const tokens = findRecipientTokens(target, message, context)
  const doubts = listDoubts(message, host, tokens, context)
  if (doubts.length === 0 && isOrdinary(message, host, context)) return undefined
  return { host, target, wrappers, doubts, tokens }
}

const NO_PLACE = { kind: 'document', path: '', textRange: { start: 0, end: 0 } } as const

function isOrdinary(message: Message, host: string, { register }: TechniqueContext): boolean {
  const led = toOrganisation(host)
  const from = message.from?.organisation ?? ''
  if (from !== '' && !FREE_MAIL.has(from) && isRelated(from, led, register)) return true
  if (listRecipients(message, register).organisations.has(led)) return true
  return register.ownerOf(led) !== undefined
}

function findRecipientTokens(
  target: string,
  message: Message,
  { register }: TechniqueContext,
): readonly UrlToken[] {
  const addresses = listRecipients(message, register).addresses.map((one) =>
    one.address.toLowerCase(),
  )
  return decodeTokens(target).filter(({ decoded }) => {
    const text = decoded.toLowerCase()
    return addresses.some((address) => text.includes(address))
  })
}

function listDoubts(
  message: Message,
  host: string,
  tokens: readonly UrlToken[],
  { register }: TechniqueContext,
): Bilingual[] {
  const doubts: Bilingual[] = []
  if (tokens.length > 0)
    doubts.push({
      ja: '行き先のURLに、受信者のアドレスが埋め込まれています。',
      en: 'it carries the recipient’s address',
    })
  const service = findHostingService(host)
  if (service !== undefined && service.kind !== 'file' && service.kind !== 'form')
    doubts.push({
      ja: `行き先は、誰でもページを置ける ${service.name} の上にあります。`,
      en: `it is on ${service.name}, where anybody can put a page`,
    })
  if (SHORTENERS.host.test(host))
    doubts.push({ ja: '行き先は短縮URLです。', en: 'it is a shortened address' })
  const imitation = findImitation(host, register, readThread(message, register))
  if (imitation !== undefined && imitation.relation !== 'well-known')
    doubts.push({
      ja: '行き先は、実在する組織のドメインに似ています。',
      en: 'it resembles a genuine domain',
    })
  if (/^[\d.]+$|^\[/.test(host))
    doubts.push({ ja: '行き先はIPアドレスです。', en: 'it is a bare IP address' })
  return doubts
}

/** From what one sees to where it leads, for the screen. */
export function toUrlDetail(
  seen: string,
  { target, wrappers, tokens }: DoubtfulTarget,
): Extract<Detail, { kind: 'url' }> {
  return {
    kind: 'url',
    steps: [
      { role: 'seen', value: seen.slice(0, 300) },
      ...wrappers.map(({ value, service }) => ({
        role: 'wrapper' as const,
        value,
        service: service.name,
      })),
      { role: 'target', value: target },
    ],
    tokens: tokens.map(({ raw, decoded, encoding }) => ({ raw, decoded, encoding })).slice(0, 5),
  }
}

/** The doubts as one part of a sentence. */
export function joinDoubts(doubts: readonly Bilingual[]): Bilingual {
  if (doubts.length === 0) return { ja: '', en: '' }
  return {
    ja: doubts.map((one) => one.ja).join(''),
    en: ` Of that place: ${doubts.map((one) => one.en).join('; ')}.`,
  }
}
