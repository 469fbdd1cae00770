import type { Bilingual } from '../../bilingual.ts'
import type { Link, Message } from '../../evidence/message.ts'
import { defang } from '../../refang.ts'
import { findQuotedText } from '../reading/correspondents.ts'
import { isReply } from '../reading/mail-kind.ts'
import { placeOfLink } from '../reading/places.ts'
import { isRelated } from '../reading/relations.ts'
import {
  defineTechnique,
  type Detail,
  type FindingDraft,
  type TechniqueContext,
  type Weight,
} from '../technique.ts'
import { decodeTokens } from '../url/decode-tokens.ts'
import type { UrlService } from '../url/services.ts'
import { organisationOfUrl, type UnwrappedUrl, unwrapLink } from '../url/unwrap-url.ts'
import { describePassage, findPassage } from './passing-link.ts'

/** A link hides behind somebody else's address: a security product not in use here, or a redirector. */
export const urlWrapped = defineTechnique({
  id: 'url-wrapped',
  title: { ja: 'リンクの包み', en: 'Link wrapped in another address' },
  about: {
    ja: 'セキュリティ製品のリンク検査サービスや、転送ページ、短縮URLなど、別のURLで本当の行き先を包む手口です。受信側の検査には包みのホスト名しか見えないため、すり抜けます。使っていない検査サービスの包みは、検査済みに見せかける点でも悪質です。',
    en: 'The true target is wrapped in another address: a security vendor’s link check, a redirecting page, a shortened address or a click counter. Filters see only the host of the wrapper; a scanner that is not in use here also makes the link look checked.',
  },
  attack: ['T1566.002'],
  weight: 'strong',
  innocent: [
    {
      ja: '取引先が自社の検査サービスで書き換えたリンクを、そのまま転送や返信に含めることがあります。',
      en: 'Partners forward or answer mail whose links their own gateway has rewritten.',
    },
    {
      ja: '配信サービスのクリック計測や短縮URLは、通常の案内メールでもよく使われます。',
      en: 'Ordinary notices often count clicks through a mailing service or use shortened addresses.',
    },
  ],
  blindSpots: [
    {
      ja: '行き先をサービスだけが知っている方式（Mimecastや短縮URLなど）では、本当の行き先は分かりません。',
      en: 'Some services (Mimecast and shorteners among them) keep the target to themselves; it cannot be shown.',
    },
  ],
  advice: {
    ja: '自組織が使っていない検査サービスや、行き先の分からない短縮URLは押さず、窓口に知らせてください。',
    en: 'Do not click links of a scanning service that your organisation does not use, nor shortened ones whose target you cannot tell; report them.',
  },
  source: '2022Q4 §3.1',

  detect(message, context) {
    const found = new Map<string, FindingDraft>()
    for (const link of context.links) {
      if (link.kind === 'image' || link.kind === 'resource') continue
      const unwrapped = unwrapLink(link)
      if (unwrapped.wrappers.length === 0) continue
      const draft = judgeScanner(message, link, unwrapped, context)
      const passing =
        draft === undefined ? judgePassage(message, link, unwrapped, context) : undefined
      if (draft !== undefined && !found.has(draft.say.en)) found.set(draft.say.en, draft)
      // One passage stands for all of a newsletter's.
      else if (passing !== undefined && !found.has(PASSAGE)) found.set(PASSAGE, passing)
      if (found.size >= FINDINGS_MAX) break
    }
    return [...found.values()]
  },
})

const FINDINGS_MAX = 3
const PASSAGE = 'passage'

/** A link that a security product has rewritten which this recipient does not use. */
function judgeScanner(
  message: Message,
  link: Link,
  unwrapped: UnwrappedUrl,
  context: TechniqueContext,
): FindingDraft | undefined {
  const service = unwrapped.wrappers.find((one) => one.service.kind === 'security')?.service
  const weight = service === undefined ? undefined : weigh(message, unwrapped, service, context)
  if (service === undefined || weight === undefined) return undefined
  return {
    weight,
    where: placeOfLink(message, link),
    say: describe(unwrapped, service, context),
    detail: toDetail(link, unwrapped),
  }
}

/** A link on its way through a redirector, shortener or counter. */
function judgePassage(
  message: Message,
  link: Link,
  unwrapped: UnwrappedUrl,
  context: TechniqueContext,
): FindingDraft | undefined {
  const step = findPassage(message, unwrapped, context)
  if (step === undefined) return undefined
  return {
    weight: 'weak',
    where: placeOfLink(message, link),
    say: describePassage(step, unwrapped),
    detail: toDetail(link, unwrapped),
  }
}

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
  { target, targetHost }: UnwrappedUrl,
  service: UrlService,
  { register }: TechniqueContext,
): Bilingual {
  const host = target === undefined ? targetHost : URL.parse(target)?.hostname
  const isKnownUnused = register.register.recipient !== undefined
  const whose = isKnownUnused
    ? { ja: '受信した組織が使っていない', en: 'which the receiving organisation does not use' }
    : { ja: 'このメールを検査した跡のない', en: 'which left no trace of having handled this mail' }
  return {
    ja: host
      ? `${whose.ja}検査サービス ${service.name} で包まれ、本当の行き先は ${defang(host)} です。`
      : `${whose.ja}検査サービス ${service.name} で包まれ、本当の行き先は分かりません。`,
    en: host
      ? `The link is wrapped by ${service.name}, ${whose.en}; it really leads to ${defang(host)}.`
      : `The link is wrapped by ${service.name}, ${whose.en}; its true target cannot be told.`,
  }
}

function toDetail(link: Link, { wrappers, target }: UnwrappedUrl): Detail {
  return {
    kind: 'url',
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
  }
}
