import type { Link, Message } from '../../evidence/message.ts'
import { defang } from '../../refang.ts'
import type { RegisterIndex } from '../../register/register.ts'
import { splitDomain } from '../../register/split-domain.ts'
import { isBulkMail, isListMail, isNewsletter } from '../reading/mail-kind.ts'
import { placeOfLink } from '../reading/places.ts'
import { listRecipients } from '../reading/recipients.ts'
import { isRelated } from '../reading/relations.ts'
import { SENDING_SERVICES } from '../tables/sending-services.ts'
import { defineTechnique, type FindingDraft, type TechniqueContext } from '../technique.ts'
import { organisationOfUrl, unwrapLink } from '../url/unwrap-url.ts'
import { judgeDisguise } from './judge-disguise.ts'

/** What the reader sees is one address; the click goes to another. */
export const linkMismatch = defineTechnique({
  id: 'link-mismatch',
  title: { ja: '見た目と違うリンク先', en: 'Link shows one place, leads to another' },
  about: {
    ja: '本文には本物のURLを文字として見せ、クリックすると別のサイトへ移動させる手口です。URLそのものを、別の接続先に見えるように書くこともあります。',
    en: 'The text shows a genuine web address, but the click goes to a different site; or the address itself is written so as to pass for another.',
  },
  attack: ['T1566.002', 'T1204.001'],
  weight: 'strong',
  innocent: [
    {
      ja: '配信サービスは、クリック数を数えるためにリンクを自社のURLに置き換えます。',
      en: 'Mailing services replace links by their own addresses to count clicks.',
    },
  ],
  blindSpots: [
    {
      ja: '「こちら」のように、URLを示さない言葉のリンクは比べられません。',
      en: 'Links on words such as “here” show no address to compare with.',
    },
  ],
  advice: {
    ja: 'リンクを押さず、いつも使っているブックマークやアプリから開いてください。',
    en: 'Do not click; open the site from your own bookmark or app.',
  },
  source: '2017Q3 §3',

  detect(message, context) {
    const found = new Map<string, FindingDraft>()
    const counters = findCounters(context)
    const isList = isListMail(message)
    for (const link of context.links) {
      // Members of a list write addresses as they like; a whole address shown for another is no slip.
      if (isList && !/^\s*https?:/i.test(link.text ?? '')) continue
      const draft = compareLink(message, link, context, counters) ?? judgeDisguise(message, link)
      if (draft && !found.has(draft.say.en)) found.set(draft.say.en, draft)
      if (found.size >= FINDINGS_MAX) break
    }
    return [...found.values()]
  },
})

const FINDINGS_MAX = 3

function compareLink(
  message: Message,
  link: Link,
  { register }: TechniqueContext,
  counters: ReadonlySet<string>,
): FindingDraft | undefined {
  const pair = readPair(link)
  if (pair === undefined) return undefined
  const { shown, target, led } = pair
  if (isRelated(shown.organisation, led, register) && !isBorrowedWord(message, pair, register))
    return undefined
  const owner = register.ownerOf(shown.organisation)
  // Showing the reader's own house while leading outside is never a click counter's business.
  const isOwnHouse = listRecipients(message, register).organisations.has(shown.organisation)
  if (!isOwnHouse && isClickCounter(message, link, register)) return undefined
  const host = URL.parse(target)?.hostname ?? ''
  const isFalse = owner !== undefined || isOwnHouse
  const weight = shown.isUrl || isFalse ? ('strong' as const) : ('medium' as const)
  return {
    weight: counters.has(led) && !isFalse ? ('weak' as const) : weight,
    where: placeOfLink(message, link),
    say: {
      ja: `文字は ${defang(shown.host)} ですが、クリックすると ${defang(host)} に移動します。`,
      en: `The text shows ${defang(shown.host)}, but the click goes to ${defang(host)}.`,
    },
    detail: {
      kind: 'url' as const,
      steps: [
        { role: 'seen' as const, value: (link.text ?? '').slice(0, 300) },
        { role: 'target' as const, value: target },
      ],
      tokens: [],
    },
  }
}

/**
 * `pump.example` shown and `mail448-pump.example` behind it may be one house. Where neither is the
 * sender's, and the genuine name stands as a word among others, a stranger has borrowed it.
 */
function isBorrowedWord(
  { from }: Message,
  { shown, led }: NonNullable<ReturnType<typeof readPair>>,
  register: RegisterIndex,
): boolean {
  const label = splitDomain(shown.organisation)?.label ?? ''
  const words = (splitDomain(led)?.label ?? '').split('-')
  if (words.length < 2 || !words.includes(label)) return false
  const owner = register.ownerOf(led)
  if (owner !== undefined && owner.name === register.ownerOf(shown.organisation)?.name) return false
  const sender = from?.organisation ?? ''
  return ![shown.organisation, led].some((one) => isRelated(sender, one, register))
}

/** What an anchor shows, where it leads, and the organisation there. */
function readPair(link: Link) {
  const shown = link.kind === 'anchor' ? readShownHost(link.text ?? '') : undefined
  const target = shown === undefined ? undefined : readTarget(link)
  const led = target === undefined ? undefined : organisationOfUrl(target)
  return shown === undefined || target === undefined || led === undefined
    ? undefined
    : { shown, target, led }
}

/** One deceit names one place; a host behind links that name this many counts clicks. */
const COUNTED_MIN = 3
/** Links read for it; a newsletter has some dozens. */
const COUNTED_LINKS_MAX = 200

/** Organisations behind links that show several different places. */
function findCounters({ links, register }: TechniqueContext): Set<string> {
  const named = new Map<string, Set<string>>()
  for (const link of links.slice(0, COUNTED_LINKS_MAX)) {
    const pair = readPair(link)
    if (pair === undefined || isRelated(pair.shown.organisation, pair.led, register)) continue
    const places = named.get(pair.led) ?? new Set()
    named.set(pair.led, places.add(pair.shown.organisation))
  }
  return new Set([...named].flatMap(([led, { size }]) => (size >= COUNTED_MIN ? [led] : [])))
}

/** Where the link leads; of a shortened one the shortener is all that can be compared. */
function readTarget(link: Link): string | undefined {
  const { target, targetHost, reached, wrappers } = unwrapLink(link)
  if (target !== undefined) return target
  if (targetHost !== undefined) return `https://${targetHost}/`
  return wrappers.at(-1)?.service.kind === 'shortener' ? reached : undefined
}

/** Links through the sender's own host, its mailing service, or any counter in bulk mail. */
function isClickCounter(message: Message, link: Link, register: RegisterIndex): boolean {
  const outer = organisationOfUrl(link.url) ?? ''
  if (SENDING_SERVICES.has(outer)) return true
  const from = message.from?.organisation ?? ''
  if (from !== '' && isRelated(from, outer, register))
    return isNewsletter(message) || isCounterLink(link.url)
  return isBulkMail(message) && isCounterLink(link.url)
}

function isCounterLink(url: string): boolean {
  return /\/\/(?:click|clicks|links?|track|trk|t|go|r|e|email|ablink|url\d+|mail)\d*\.[^/]+\.|\/(?:click|track|ls\/click|c|wf\/click|cl0|trk|CL0|r)\b/i.test(
    url,
  )
}

/** Endings of files that look like the ending of a domain. */
const FILE_ENDING = /\.(?:md|sh|py|pl|rs|zip|mov|js|ts|cc|so|pm|ai|ps|mm|st)$/i

function readShownHost(text: string) {
  const shown = text.trim()
  if (shown.length > 300) return undefined
  const url = /^(?:[^\sa-z0-9]{0,2}|.{0,20}\s)?(https?:\/\/([a-z0-9.-]{4,253}))/i.exec(shown)
  const bare = /^(?:www\.)?([a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,6})(?:\/\S*)?$/i.exec(shown)
  const host = (url?.[2] ?? bare?.[1])?.toLowerCase()
  if (host === undefined || /^[\d.]+$/.test(host)) return undefined
  if (url === null && FILE_ENDING.test(host)) return undefined
  const split = splitDomain(host)
  if (split === undefined || !isRealSuffix(split.suffix)) return undefined
  return { host, organisation: split.organisation, isUrl: url !== null || /^www\./i.test(shown) }
}

/** A word with a dot in it is a domain only under an ending that is in use. */
function isRealSuffix(suffix: string): boolean {
  return /^(?:[a-z]{2}|[a-z]{2,3}\.[a-z]{2}|(?:(?:co|ac|or|ne|go|com|net|org)\.)?(?:example|test)|com|net|org|info|biz|edu|gov|mil|int|io|app|dev|cloud|online|site|shop|store|top|xyz|jp|club|link|click|live|tech|bank)$/.test(
    suffix,
  )
}
