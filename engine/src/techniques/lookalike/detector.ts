import type { Bilingual } from '../../bilingual.ts'
import type { Link, MailAddress, Message } from '../../evidence/message.ts'
import { defang } from '../../refang.ts'
import { describeEdits } from '../../register/describe-edits.ts'
import { CHEAP_SUFFIXES } from '../../register/lure-words.ts'
import { toSyntheticPair } from '../../register/synthetic-pair.ts'
import { isDefangedLink } from '../reading/defanged-link.ts'
import { HOSTS_COMPARED_MAX } from '../reading/compared-hosts.ts'
import {
  findImitation,
  findImitationOfSender,
  type Imitation,
  isSuffixOnly,
  readThread,
} from '../reading/imitated-domain.ts'
import { isListMail } from '../reading/mail-kind.ts'
import { placeOfAddress, placeOfLink } from '../reading/places.ts'
import { isOwnTenant, isTenantPage } from '../reading/tenant-page.ts'
import { defineTechnique, type Place, type Weight } from '../technique.ts'
import { parseWebUrl, unwrapLink } from '../url/unwrap-url.ts'

/** A domain registered to be taken for another: the recipient’s, a partner’s, a known service’s. */
export const lookalike = defineTechnique({
  id: 'lookalike',
  title: { ja: '似せたドメイン', en: 'Look-alike domain' },
  about: {
    ja: '本物のドメインの文字を足す、抜く、入れ替える、似た文字に替える、語を加えるなどして、見間違えるドメインを取得する手口です。差出人、返信先、同報先、リンクに使われます。',
    en: 'A domain that reads like a genuine one: letters added, left out, swapped or replaced by similar ones, words moved or added. It is used in sender, reply and copy addresses and in links.',
  },
  attack: ['T1583.001', 'T1656'],
  weight: 'strong',
  innocent: [
    {
      ja: '同じ会社が、国や用途ごとに似たドメインを持っていることがあります。',
      en: 'One company may own similar domains for several countries or uses.',
    },
    {
      ja: '名前のよく似た別の会社が実在することがあります。',
      en: 'Another company with a very similar name may exist.',
    },
  ],
  blindSpots: [
    {
      ja: '本物のドメインが登録簿にもメールの引用にもない場合は、比べられません。',
      en: 'When the genuine domain is neither registered nor quoted in the mail there is nothing to compare with.',
    },
  ],
  advice: {
    ja: 'ドメインを一文字ずつ本物と見比べ、違えば返信もクリックもせずに窓口へ知らせてください。',
    en: 'Compare the domain with the genuine one letter by letter; if it differs, neither answer nor click, and report it.',
  },
  source: '2019Q1 §4(1); 2020Q1 §4.1(2); 2020Q2 §3.2(2)',

  detect(message, { register, links }) {
    const thread = readThread(message, register)
    const seen = new Map<string, { imitation: Imitation; places: Place[]; weight: Weight }>()
    for (const { host, place, ...seenHost } of listHosts(message, links)) {
      const imitation =
        findImitation(host, register, thread) ??
        (seenHost.isAnswered ? findImitationOfSender(message, host, register) : undefined)
      if (imitation === undefined) continue
      const known = seen.get(imitation.observed)
      if (known) known.places.push(place())
      else {
        const weight = isAside(message, seenHost, imitation)
          ? 'weak'
          : weigh(imitation, seenHost.isSender)
        seen.set(imitation.observed, { imitation, places: [place()], weight })
      }
    }
    return [...seen.values()].slice(0, FINDINGS_MAX).flatMap(({ imitation, places, weight }) => {
      const [where, ...alsoWhere] = places
      if (where === undefined) return []
      const { genuine, observed, relation, owner, edits } = imitation
      return {
        weight,
        where,
        alsoWhere: alsoWhere.slice(0, PLACES_MAX),
        say: describe(imitation),
        detail: {
          kind: 'lookalike' as const,
          genuine,
          observed,
          relation,
          ...(owner === undefined ? {} : { owner }),
          edits,
          synthetic: toSyntheticPair(edits),
        },
      }
    })
  },
})

const FINDINGS_MAX = 5
const PLACES_MAX = 10
/** Addresses of one field asked about; a field can hold thousands, each with a host of its own. */
const ADDRESSES_MAX = 300

interface SeenHost {
  readonly host: string
  readonly place: () => Place
  readonly isSender: boolean
  /** Answers go there. */
  readonly isAnswered: boolean
  /** Only quoted, by somebody who made sure that nobody follows it. */
  readonly isDefanged: boolean
}

function listHosts(message: Message, allLinks: readonly Link[]): SeenHost[] {
  const list = isListMail(message)
  const names = list ? ['from'] : ['from', 'reply-to', 'sender', 'return-path', 'cc', 'to']
  const addresses = names.flatMap((name) =>
    message
      .addresses(name)
      .slice(0, ADDRESSES_MAX)
      .filter((one) => name !== 'return-path' || !isBounceOfOwnTenant(message, one))
      .map((one) => ({
        host: one.domain,
        place: () => placeOfAddress(message, one),
        isSender: name !== 'cc' && name !== 'to',
        isAnswered: name === 'reply-to',
        isDefanged: false,
      })),
  )
  const links = new Map<string, SeenHost>()
  for (const link of allLinks) {
    if (link.kind === 'image' || link.kind === 'resource') continue
    const { target, targetHost } = unwrapLink(link)
    const host = targetHost ?? parseWebUrl(target ?? '')?.hostname
    if (host === undefined || links.size >= HOSTS_COMPARED_MAX) continue
    if (links.get(host)?.isDefanged === false) continue
    // Members of a list name domains to each other, and so do services that post to one.
    const isDefanged = list || isDefangedLink(message, link)
    links.set(host, {
      host,
      place: () => placeOfLink(message, link),
      isSender: false,
      isAnswered: false,
      isDefanged,
    })
  }
  return [...keepFirstHosts(addresses), ...links.values()]
}

/** Everything about the first hosts; a field of thousands may not push the links aside, nor the sender. */
function keepFirstHosts(addresses: readonly SeenHost[]): SeenHost[] {
  const hosts = new Set<string>()
  return addresses.filter(({ host }) => {
    if (host !== '' && hosts.size < HOSTS_COMPARED_MAX) hosts.add(host)
    return hosts.has(host)
  })
}

function isBounceOfOwnTenant({ from }: Message, { domain }: MailAddress): boolean {
  return from !== undefined && isOwnTenant(from, domain)
}

/** Named without leading the reader astray: a warning's quotation, or a customer's own page at a service. */
function isAside(
  message: Message,
  { isSender, isDefanged }: Pick<SeenHost, 'isSender' | 'isDefanged'>,
  imitation: Imitation,
): boolean {
  return isDefanged || (!isSender && isTenantPage(message, imitation.observed, imitation))
}

function weigh(imitation: Imitation, isSender: boolean): Weight {
  const { relation, observed, edits } = imitation
  if (isSuffixOnly(imitation)) {
    const isCheap = CHEAP_SUFFIXES.has(observed.slice(observed.lastIndexOf('.') + 1))
    return isCheap && isSender ? 'medium' : 'weak'
  }
  if (relation !== 'well-known') return 'strong'
  const isWordOnly = edits.every(
    (edit) => edit.kind === 'word-added' || edit.kind === 'tld-changed',
  )
  if (isWordOnly) return isSender ? 'medium' : 'weak'
  return isSender ? 'strong' : 'medium'
}

const WHOSE: Readonly<Record<Imitation['relation'], Bilingual>> = {
  recipient: { ja: '受信した組織', en: 'the receiving organisation' },
  member: { ja: '参加組織', en: 'a member organisation' },
  partner: { ja: '取引先', en: 'a business partner' },
  correspondent: { ja: 'やり取りの相手', en: 'somebody in this conversation' },
  'well-known': { ja: '広く知られたサービス', en: 'a well-known service' },
}

function describe({ genuine, observed, relation, edits }: Imitation): Bilingual {
  const how = describeEdits(edits)
  const whose = WHOSE[relation]
  return {
    ja: `${defang(observed)} は、${whose.ja}の ${defang(genuine)} に似せたドメインです（${how.ja}）。`,
    en: `${defang(observed)} imitates ${defang(genuine)} of ${whose.en} (${how.en}).`,
  }
}
