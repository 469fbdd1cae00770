import type { Link, Message } from '../../evidence/message.ts'
import { defang } from '../../refang.ts'
import { isDeceptiveSender } from '../reading/deceptive-sender.ts'
import { isNewsletter } from '../reading/mail-kind.ts'
import { findPart, placeOfLink } from '../reading/places.ts'
import { SENDING_SERVICES } from '../tables/sending-services.ts'
import { defineTechnique } from '../technique.ts'
import { organisationOfUrl, parseWebUrl } from '../url/unwrap-url.ts'

/** An invisible picture tells the sender who opened the mail, when and where. */
export const beacon = defineTechnique({
  id: 'beacon',
  title: { ja: '開封を知らせる画像', en: 'Open-tracking beacon' },
  about: {
    ja: '目に見えない小さな画像を外部から読み込ませ、メールがいつどこで開かれたかを送信者に知らせる仕掛けです。詐欺では、相手がメールを読んだことを確かめて次の手を打つために使われます。',
    en: 'A picture nobody sees is loaded from outside and tells the sender when and where the mail was opened. Fraudsters use it to time their next move.',
  },
  attack: ['T1598.003'],
  weight: 'weak',
  innocent: [
    {
      ja: 'メールマガジンや通知の配信サービスは、ほとんどが開封数を数えています。',
      en: 'Nearly every newsletter and notification service counts openings.',
    },
  ],
  blindSpots: [
    {
      ja: '普通の大きさの画像や、CSSで読み込まれる画像でも開封は分かりますが、見分けられません。',
      en: 'Pictures of ordinary size tell openings too, but look like any other picture.',
    },
  ],
  advice: {
    ja: '外部の画像を自動で表示しない設定にし、心当たりのないメールの画像を表示しないでください。',
    en: 'Keep automatic loading of remote pictures off, and do not show them in unexpected mail.',
  },
  source: '2020Q2 §3.6',

  detect(message, { register }) {
    const link = message.links.find((one) => isBeacon(message, one))
    if (link === undefined) return []
    const isPersonal = !isNewsletter(message) && isDeceptiveSender(message, register)
    const host = defang(parseWebUrl(link.url)?.hostname ?? '')
    const isService = SENDING_SERVICES.has(organisationOfUrl(link.url) ?? '')
    return [
      {
        weight: isPersonal ? ('medium' as const) : ('weak' as const),
        where: placeOfLink(message, link),
        say: {
          ja: `開封を${isService ? '配信サービス' : ''} ${host} に知らせる、見えない画像が入っています。`,
          en: `An invisible picture reports the opening to ${isService ? 'the mailing service ' : ''}${host}.`,
        },
        detail: {
          kind: 'url' as const,
          steps: [{ role: 'target' as const, value: link.url.slice(0, 2_000) }],
          tokens: [],
        },
      },
    ]
  },
})

/** Paths under which sending services and trackers of single mails count openings. */
const OPEN_PATH =
  /\/(?:wf\/open|track\/open|open\.aspx|o\.gif|beacon|pixel|trk\/open|e\/o\/|ss\/o\/|open\.php|trackopen|mo\/|imp\?|asset\/images\/email)|[/.](?:open|track(?:ing)?|pixel|beacon|spacer|blank|1x1)(?:\.(?:gif|png|php|ashx|aspx))?(?:[?/]|$)/i

function isBeacon(message: Message, link: Link): boolean {
  if (link.kind !== 'image' || !/^https?:/i.test(link.url)) return false
  const tag = findPart(message, link.path)?.text?.slice(
    link.textRange.start,
    Math.min(link.textRange.end, link.textRange.start + TAG_CHARS_MAX),
  )
  if (tag === undefined || !/^<\s*(?:img|image|input)\b/i.test(tag)) return false
  return isTiny(tag) || (OPEN_PATH.test(link.url) && !hasSize(tag))
}

const TAG_CHARS_MAX = 8_192

/** One or two pixels in a direction and no more in the other, or hidden by its style. */
function isTiny(tag: string): boolean {
  if (
    /style\s*=[^>]{0,400}?(?:display\s*:\s*none|visibility\s*:\s*hidden|opacity\s*:\s*0(?![.\d]))/i.test(
      tag,
    )
  )
    return true
  const width = readSize(tag, 'width')
  const height = readSize(tag, 'height')
  return (
    (width ?? TINY_PIXELS_MAX) <= TINY_PIXELS_MAX &&
    (height ?? TINY_PIXELS_MAX) <= TINY_PIXELS_MAX &&
    (width ?? height) !== undefined
  )
}

const TINY_PIXELS_MAX = 2

function hasSize(tag: string): boolean {
  return readSize(tag, 'width') !== undefined || readSize(tag, 'height') !== undefined
}

type Direction = 'width' | 'height'

function readSize(tag: string, direction: Direction): number | undefined {
  const { attribute, style } = SIZES[direction]
  const size = attribute.exec(tag)?.[1] ?? style.exec(tag)?.[1]
  return size === undefined ? undefined : Number(size)
}

const SIZES: Readonly<Record<Direction, { readonly attribute: RegExp; readonly style: RegExp }>> = {
  width: {
    attribute: /[\s"']width\s{0,3}=\s{0,3}["']?\s{0,3}(\d{1,4})(?!\d|\s?%)/i,
    style: /[;"'\s](?:max-)?width\s{0,3}:\s{0,3}(\d{1,4})(?:px)?(?![\d.%]|r?em)/i,
  },
  height: {
    attribute: /[\s"']height\s{0,3}=\s{0,3}["']?\s{0,3}(\d{1,4})(?!\d|\s?%)/i,
    style: /[;"'\s](?:max-)?height\s{0,3}:\s{0,3}(\d{1,4})(?:px)?(?![\d.%]|r?em)/i,
  },
}
