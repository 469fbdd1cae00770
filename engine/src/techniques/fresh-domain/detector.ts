import type { Link, MailAddress, Message } from '../../evidence/message.ts'
import { splitDomain } from '../../register/split-domain.ts'
import { defang } from '../../refang.ts'
import type { DomainRegistration, Knowledge } from '../../knowledge.ts'
import { memoise } from '../../memoise.ts'
import { placeOfAddress, placeOfLink } from '../reading/places.ts'
import {
  defineTechnique,
  type Detail,
  type FindingDraft,
  type Place,
  type TechniqueContext,
  type Weight,
} from '../technique.ts'
import { parseWebUrl } from '../url/unwrap-url.ts'
import { findSameRegistrant, type OtherDomain } from './same-registrant.ts'

/** Domains for one fraud are bought days before it; companies have had theirs for years. */
export const freshDomain = defineTechnique({
  id: 'fresh-domain',
  title: { ja: '取得したばかりのドメイン', en: 'Domain registered just before' },
  about: {
    ja: '攻撃の直前に取得したドメインを、差出人や返信先、リンクに使う手口です。同じ人物が、実在する企業に似たドメインを多数取得していることもあります。',
    en: 'A domain registered shortly before the attack is used for the sender, the reply address or a link. The same person often holds many names that resemble real companies.',
  },
  attack: ['T1583.001'],
  weight: 'medium',
  innocent: [
    {
      ja: '新しい会社や製品、催しのために、最近取得されたドメインの可能性があります。',
      en: 'A new company, product or event may have a domain that was registered lately.',
    },
  ],
  blindSpots: [
    {
      ja: '登録情報（WHOIS、RDAP）が記録されていないドメインについては何も言えません。',
      en: 'Nothing is said of domains whose registration (WHOIS, RDAP) nobody has recorded.',
    },
    {
      ja: '期限切れの古いドメインを買い取った場合や、乗っ取ったサイトは新しく見えません。',
      en: 'Old domains that were bought, and sites that were taken over, do not look fresh.',
    },
  ],
  advice: {
    ja: '以前から取引のある相手か、以前のメールと同じドメインかを確かめてください。',
    en: 'Ask yourself whether you have dealt with this sender before, and compare the domain with earlier mails.',
  },
  source: '2019Q1 §4; 2020Q2 §3.2',

  detect(message, context) {
    const records = indexByDomain(context.knowledge)
    const arrived = message.received[0]?.at ?? message.sentAt
    if (records.size === 0) return []
    const found: FindingDraft[] = []
    const asked = new Set<string>()
    for (const { domain, role, place } of listDomains(message, context.links)) {
      if (asked.has(domain) || found.length >= FINDINGS_MAX) continue
      asked.add(domain)
      const record = records.get(domain)
      const said = record && judge(record, arrived, context)
      if (record === undefined || said === undefined) continue
      const { weight, sibling } = said
      const detail = toDetail(record, arrived, sibling)
      found.push({ weight, say: toSentence(said, role), where: place(), detail })
    }
    return found
  },
})

const FINDINGS_MAX = 5
/** Within a month of the mail; a week is the habit of fraud (2019Q1 §4). */
const FRESH_DAYS = 30
const SUDDEN_DAYS = 7

const NO_RECORDS: ReadonlyMap<string, DomainRegistration> = new Map()

const indexByDomain = memoise(({ registrations }: Knowledge) =>
  registrations === undefined || registrations.length === 0
    ? NO_RECORDS
    : new Map(registrations.map((one) => [one.domain, one])),
)

type Role = 'sender' | 'reply-to' | 'link'

interface Named {
  readonly domain: string
  readonly role: Role
  readonly place: () => Place
}

function* listDomains(message: Message, links: readonly Link[]): Generator<Named> {
  const toNamed = (one: MailAddress, role: Role): Named => ({
    domain: one.organisation,
    role,
    place: () => placeOfAddress(message, one),
  })
  if (message.from !== undefined) yield toNamed(message.from, 'sender')
  for (const one of message.addresses('reply-to').slice(0, 1)) yield toNamed(one, 'reply-to')
  for (const one of message.addresses('return-path').slice(0, 1)) yield toNamed(one, 'sender')
  for (const link of links) {
    const host = parseWebUrl(link.url)?.hostname
    const domain = host === undefined ? undefined : splitDomain(host)?.organisation
    if (domain !== undefined)
      yield { domain, role: 'link', place: () => placeOfLink(message, link) }
  }
}

function toDetail(
  { domain, registeredOn, registrar, registrant }: DomainRegistration,
  arrived: Date | undefined,
  sibling: OtherDomain | undefined,
): Detail {
  const arrivedOn = arrived === undefined ? undefined : toDay(arrived)
  return {
    kind: 'registration',
    domain,
    ...(registeredOn === undefined ? {} : { registeredOn }),
    ...(arrivedOn === undefined ? {} : { arrivedOn }),
    ...(registrar === undefined ? {} : { registrar }),
    ...(registrant === undefined ? {} : { registrant }),
    ...(sibling === undefined
      ? {}
      : { sibling: { domain: sibling.domain, genuine: sibling.genuine } }),
  }
}

function toDay(at: Date): string | undefined {
  const moment = new Date(at.getTime() + JST_MS)
  return Number.isNaN(moment.getTime()) ? undefined : moment.toISOString().slice(0, 10)
}

interface Judged {
  readonly weight: Weight
  readonly ja: string
  readonly en: string
  readonly sibling: OtherDomain | undefined
}

function judge(
  record: DomainRegistration,
  arrived: Date | undefined,
  context: TechniqueContext,
): Judged | undefined {
  const { domain, registeredOn } = record
  const shown = defang(domain)
  const days = registeredOn === undefined ? undefined : countDays(registeredOn, arrived)
  const other = findSameRegistrant(record, context)
  const shared =
    other === undefined
      ? undefined
      : {
          ja: `登録者は、${defang(other.genuine)} に似たドメイン ${defang(other.domain)} も持っています。`,
          en: ` Its registrant also holds ${defang(other.domain)}, which resembles ${defang(other.genuine)}.`,
        }
  // One day before the mail's is the time zone of a registry; more, and the record is another's.
  if (days === undefined || days < -1 || days > FRESH_DAYS) {
    if (shared === undefined) return undefined
    const en = `The domain ${shown} is not new.${shared.en}`
    return { sibling: other, weight: 'strong', ja: `ドメイン ${shown} の${shared.ja}`, en }
  }
  const count = Math.max(days, 0)
  return {
    sibling: other,
    weight: days <= SUDDEN_DAYS || shared !== undefined ? 'strong' : 'medium',
    ja: `ドメイン ${shown} は、メールの${count === 0 ? '当日' : `${count}日前`}（${registeredOn}）に登録されたものです。${shared === undefined ? '' : `その${shared.ja}`}`,
    en: `The domain ${shown} was registered ${count === 0 ? 'on the day of the mail' : `${count} ${count === 1 ? 'day' : 'days'} before the mail`} (${registeredOn}).${shared?.en ?? ''}`,
  }
}

const DAY_MS = 24 * 60 * 60 * 1000
/** Days are counted in Japan Standard Time, like all days of the hub. */
const JST_MS = 9 * 60 * 60 * 1000

function countDays(registeredOn: string, arrived: Date | undefined): number | undefined {
  const from = Date.parse(`${registeredOn}T00:00:00Z`)
  if (arrived === undefined || Number.isNaN(from)) return undefined
  return Math.floor((arrived.getTime() + JST_MS) / DAY_MS) - Math.floor(from / DAY_MS)
}

const ROLES: Readonly<Record<Role, { readonly ja: string; readonly en: string }>> = {
  sender: { ja: '差出人の', en: 'Sender: ' },
  'reply-to': { ja: '返信先の', en: 'Reply address: ' },
  link: { ja: 'リンク先の', en: 'Link: ' },
}

function toSentence({ ja, en }: Judged, role: Role): FindingDraft['say'] {
  return { ja: `${ROLES[role].ja}${ja}`, en: `${ROLES[role].en}${en}` }
}
