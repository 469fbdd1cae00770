import type { Link, Message } from '../../evidence/message.ts'
import { defang } from '../../refang.ts'
import { findQuotedText } from '../reading/correspondents.ts'
import { isReply } from '../reading/mail-kind.ts'
import { placeOfLink } from '../reading/places.ts'
import { isRelated } from '../reading/relations.ts'
import {
  defineTechnique,
  type FindingDraft,
  type TechniqueContext,
  type Weight,
} from '../technique.ts'
import { decodeTokens } from '../url/decode-tokens.ts'
import type { UrlService } from '../url/services.ts'
import { organisationOfUrl, type UnwrappedUrl, unwrapLink } from '../url/unwrap-url.ts'

/** A link hides behind a security product that the recipient does not use. */
export const urlWrapped = defineTechnique({
  id: 'url-wrapped',
  title: { ja: 'リンクの包み', en: 'Link wrapped by a foreign scanner' },
  about: {
    ja: 'セキュリティ製品のリンク検査サービスのURLで、本当の行き先を包む手口です。検査済みに見えるうえ、受信側の検査はサービスのホスト名しか見ないため、すり抜けます。',
    en: 'The true target is wrapped in a security vendor’s link-checking address. It looks checked, and filters see only the vendor’s host name.',
  },
  attack: ['T1566.002'],
  weight: 'strong',
  innocent: [
    {
      ja: '取引先が自社の検査サービスで書き換えたリンクを、そのまま転送や返信に含めることがあります。',
      en: 'Partners forward or answer mail whose links their own gateway has rewritten.',
    },
  ],
  blindSpots: [
    {
      ja: '行き先をサービスだけが知っている方式（Mimecastなど）では、本当の行き先は分かりません。',
      en: 'Some services (Mimecast among them) keep the target to themselves; it cannot be shown.',
    },
  ],
  advice: {
    ja: '自組織が使っていない検査サービスのリンクは押さず、窓口に知らせてください。',
    en: 'Do not click links of a scanning service that your organisation does not use; report them.',
  },
  source: '2022Q4 §3.1',

  detect(message, context) {
    const found = new Map<string, FindingDraft>()
    for (const link of context.links) {
      if (link.kind === 'image' || link.kind === 'resource') continue
      const unwrapped = unwrapLink(link)
      const service = unwrapped.wrappers.find((one) => one.service.kind === 'security')?.service
      if (service === undefined) continue
      const weight = weigh(message, unwrapped, service, context)
      const { target, targetHost } = unwrapped
      const key = `${service.id} ${organisationOfUrl(target ?? '') ?? targetHost}`
      if (weight === undefined || found.has(key)) continue
      found.set(key, {
        weight,
        where: placeOfLink(message, link),
        ...describe(link, unwrapped, service, context),
      })
      if (found.size >= FINDINGS_MAX) break
    }
    return [...found.values()]
  },
})

const FINDINGS_MAX = 3

function weigh(
  message: Message,
  { target, targetHost }: UnwrappedUrl,
  service: UrlService,
  { register }: TechniqueContext,
): Weight | undefined {
  const { recipient } = register.register
  if (recipient?.urlServices.includes(service.id) || hasTrace(message, service)) return undefined
  const led = organisationOfUrl(target ?? `https://${targetHost ?? ''}/`)
  const from = message.from?.organisation ?? ''
  const owner = led === undefined ? undefined : register.ownerOf(led)
  const isOwnLink =
    led !== undefined && (isRelated(from, led, register) || owner?.relation === 'recipient')
  const isAnswer = isReply(message) || findQuotedText(message) !== ''
  if (isOwnLink || isAnswer) return recipient && !isOwnLink ? 'weak' : undefined
  return recipient ? 'strong' : 'medium'
}

/** Gateways that rewrite links also leave their name in the headers of the mail they handled. */
function hasTrace(message: Message, { trace }: UrlService): boolean {
  if (trace === undefined) return false
  return message.headers.some(({ name, key, value }) =>
    /^(?:x-|received|authentication-results|arc-)/.test(key)
      ? trace.test(`${name}: ${value}`)
      : false,
  )
}

function describe(
  link: Link,
  { wrappers, target, targetHost }: UnwrappedUrl,
  service: UrlService,
  { register }: TechniqueContext,
): Pick<FindingDraft, 'say' | 'detail'> {
  const host = target === undefined ? targetHost : URL.parse(target)?.hostname
  const isKnownUnused = register.register.recipient !== undefined
  const whose = isKnownUnused
    ? { ja: '受信した組織が使っていない', en: 'which the receiving organisation does not use' }
    : { ja: 'このメールを検査した跡のない', en: 'which left no trace of having handled this mail' }
  return {
    say: {
      ja: host
        ? `${whose.ja}検査サービス ${service.name} で包まれ、本当の行き先は ${defang(host)} です。`
        : `${whose.ja}検査サービス ${service.name} で包まれ、本当の行き先は分かりません。`,
      en: host
        ? `The link is wrapped by ${service.name}, ${whose.en}; it really leads to ${defang(host)}.`
        : `The link is wrapped by ${service.name}, ${whose.en}; its true target cannot be told.`,
    },
    detail: {
      kind: 'url' as const,
      steps: [
        ...(link.text ? [{ role: 'seen' as const, value: link.text.slice(0, 300) }] : []),
        ...wrappers.map(({ value, service: by }) => ({
          role: 'wrapper' as const,
          value,
          service: by.name,
        })),
        ...(target === undefined ? [] : [{ role: 'target' as const, value: target }]),
      ],
      tokens: decodeTokens(target ?? '')
        .filter((token) => token.encoding !== 'plain')
        .slice(0, 10)
        .map(({ raw, decoded, encoding }) => ({ raw, decoded, encoding })),
    },
  }
}
