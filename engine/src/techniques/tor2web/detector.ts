import type { Link, Message } from '../../evidence/message.ts'
import { defang } from '../../refang.ts'
import { isListMail } from '../reading/mail-kind.ts'
import { placeOfLink } from '../reading/places.ts'
import { defineTechnique, type FindingDraft } from '../technique.ts'
import { unwrapLink, parseWebUrl } from '../url/unwrap-url.ts'

/** A hidden service of the Tor network, made reachable for ordinary browsers. */
export const tor2web = defineTechnique({
  id: 'tor2web',
  title: { ja: 'Torへの中継サイト', en: 'Link to a Tor gateway' },
  about: {
    ja: 'Torネットワークの中の匿名サイトへ、普通のブラウザやプログラムからつながせる中継サイト（tor2web）を使う手口です。誰が運営するサーバかが分からず、止めることも困難です。',
    en: 'A gateway (tor2web) leads ordinary browsers and programs to an anonymous site inside the Tor network. Nobody can tell who runs it, and it is hard to shut down.',
  },
  attack: ['T1090.003', 'T1566.002'],
  weight: 'strong',
  innocent: [
    {
      ja: '報道機関や研究者が、Torで公開した窓口を案内することがあります。',
      en: 'Newsrooms and researchers announce contact points inside Tor.',
    },
  ],
  blindSpots: [
    {
      ja: '一覧にない中継サイトでも、Torの56文字の名前があれば分かりますが、名前を隠す中継は分かりません。',
      en: 'Unknown gateways are recognised by the 56 letters of a Tor name; those that hide it are not.',
    },
  ],
  advice: {
    ja: 'リンクを開かず、社内からこの中継サイトへの通信がないかを確かめてください。',
    en: 'Do not open it, and look for traffic to the gateway from your own network.',
  },
  source: '2020Q2 §4',

  detect(message, { links }) {
    const found = new Map<string, FindingDraft>()
    for (const link of links) {
      if (!link.url.includes('onion') && !link.url.includes('tor2web')) continue
      const draft = judge(message, link)
      if (draft !== undefined && !found.has(draft.say.en)) found.set(draft.say.en, draft)
      if (found.size >= FINDINGS_MAX) break
    }
    return [...found.values()]
  },
})

const FINDINGS_MAX = 3

/** Names of hidden services: 16 letters in version 2, 56 in version 3 (rend-spec-v3). */
const ONION_NAME = /(?:^|\.)[a-z2-7]{16}(?:[a-z2-7]{40})?\.onion(?:\.|$)/
const GATEWAY =
  /\.onion\.(?:to|ly|ws|pet|cab|city|direct|sh|link|casa|nu|lu|rip|top|plus|guide|dog|re|moe|foundation|cloud|gq|ink|black|market|pub|jpg|in|si|tf|gold|glass|live|sx)$|\.tor2web\.(?:org|io|com|fi|ch|blutmagie\.de)$|\.(?:darknet\.to|hiddenservice\.net|torstorm\.org|onion-gateway\.[a-z]{2,3})$/

function judge(message: Message, link: Link): FindingDraft | undefined {
  const url = parseWebUrl(unwrapLink(link).reached)
  if (url === undefined) return undefined
  const { hostname } = url
  const isBare = hostname.endsWith('.onion')
  if (!isBare && !GATEWAY.test(hostname) && !ONION_NAME.test(hostname)) return undefined
  const where = placeOfLink(message, link)
  const steps = [{ role: 'target' as const, value: url.href }]
  const detail = { kind: 'url' as const, steps, tokens: [] }
  const host = defang(hostname)
  if (isBare || isListMail(message))
    return {
      weight: isListMail(message) ? 'weak' : 'medium',
      where,
      say: {
        ja: `Torネットワークの中にある匿名サイト ${host} を案内しています。`,
        en: `The mail points to ${host}, an anonymous site inside the Tor network.`,
      },
      detail,
    }
  return {
    where,
    say: {
      ja: `${host} は、Torネットワークの匿名サイトへの中継サイトです。`,
      en: `${host} is a gateway to an anonymous site inside the Tor network.`,
    },
    detail,
  }
}
