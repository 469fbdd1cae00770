import type { Message } from '../../evidence/message.ts'
import type { LureId } from '../../lures/lure.ts'
import { defang } from '../../refang.ts'
import { type FalseClaim, findClaimedOffice, findFalseClaim } from '../reading/claimed-identity.ts'
import { listForgeries, listLinkTricks } from '../reading/forgeries.ts'
import { listDestinations } from '../reading/destinations.ts'
import { nameLures, showLures } from '../reading/lure-findings.ts'
import { type MailLure, readMailLures } from '../reading/mail-lures.ts'
import { isBulkMail, isListMail, isNewsletter, isReply } from '../reading/mail-kind.ts'
import { isUnprovenSender } from '../reading/proven-sender.ts'
import { isRelated } from '../reading/relations.ts'
import { listRecipients } from '../reading/recipients.ts'
import { FREE_MAIL } from '../tables/free-mail.ts'
import { findHostingService } from '../tables/hosting-services.ts'
import { SENDING_SERVICES } from '../tables/sending-services.ts'
import { defineTechnique, type Finding, type TechniqueContext, type Weight } from '../technique.ts'
import { findEntrance } from './entrance.ts'
import { findInFiles } from './find-in-files.ts'

/** The reader is to sign in, confirm or pay on a page that is not the service's. */
export const credentialPhish = defineTechnique({
  id: 'credential-phish',
  title: { ja: 'サインインや入力への誘導', en: 'Lure to sign in' },
  about: {
    ja: 'Microsoft 365、ウェブメール、銀行、配送などの通知を装い、偽の画面でIDやパスワード、カード番号を入力させる手口です。',
    en: 'A mail poses as a notice of Microsoft 365, webmail, a bank or a carrier and leads to a page that takes passwords or card numbers.',
  },
  attack: ['T1566.002', 'T1598.003'],
  weight: 'medium',
  innocent: [
    {
      ja: '委託先や配信サービスから、本物の通知が別のドメインで届くことがあります。',
      en: 'Genuine notices may be sent by a contractor from a domain of its own.',
    },
  ],
  blindSpots: [
    {
      ja: '攻撃者が自分のドメインで、知られていないサービスを名乗る場合は見つけません。',
      en: 'A service that nobody knows, claimed from the attacker’s own domain, is not reported.',
    },
    {
      ja: 'リンク先のページは開かないため、入力画面があるかどうかは確かめていません。',
      en: 'Pages are never opened, so whether they ask for a password is not known.',
    },
  ],
  advice: {
    ja: 'リンクを開かず、ブックマークや公式アプリから状況を確かめてください。入力した場合は、すぐにパスワードを変えて窓口へ知らせてください。',
    en: 'Do not follow the link; look into your account by a bookmark or the official app. If you typed anything, change the password at once and report it.',
  },
  source: '2017Q3 §3; 2019Q1 §6; 2020Q1 §6',

  detectAfter(message, context, found) {
    if (isFromOwn(message, context)) return []
    const inFile = findInFiles(message, context)
    const heard = LURES.flatMap((id) => readMailLures(message).find(id) ?? [])
    if (heard.length === 0) return inFile
    const claim = findFalseClaim(message, context)
    // Anybody can write the headers of a list; no list writes in the name of a bank.
    if (isListMail(message) && claim?.seenIn !== 'sender') return inFile
    const entrance = findEntrance(message, context, claim)
    const weight =
      entrance === undefined ? undefined : weigh(message, { claim, found, context }, heard)
    const shown = showLures(message, heard)
    if (entrance === undefined || weight === undefined || shown === undefined) return inFile
    return [
      { ...shown, weight, say: describe(message, { heard, claim, entrance: entrance.shown }) },
    ]
  },
})

/** What is answered by signing in, confirming or paying. */
const LURES: readonly LureId[] = [
  'account-expiry',
  'mailbox-quota',
  'shared-document',
  'leave-application',
  'renewal',
  'wallet',
  'parcel',
  'tax-fine',
]

/** Notices of a trade in documents and parcels come from many hands; a name in the text proves little. */
const EVERYDAY: ReadonlySet<LureId> = new Set(['shared-document', 'parcel', 'leave-application'])

function isFromOwn(message: Message, { register }: TechniqueContext): boolean {
  return listRecipients(message, register).organisations.has(message.from?.organisation ?? '')
}

interface Evidence {
  readonly claim: FalseClaim | undefined
  readonly found: readonly Finding[]
  readonly context: TechniqueContext
}

function weigh(
  message: Message,
  { claim, found, context }: Evidence,
  heard: readonly MailLure[],
): Weight | undefined {
  const hides = listForgeries(found).length > 0
  const tricks = listLinkTricks(found).length > 0
  const isBulk = isBulkMail(message)
  const isBold = claim !== undefined && (claim.seenIn === 'sender' || !isBulk)
  if (isBold && (hides || tricks) && claim.seenIn === 'sender') return 'strong'
  if (isBold && claim.seenIn === 'sender') return 'medium'
  if (hides && tricks) return 'strong'
  if (hides || (tricks && !isBulk)) return 'medium'
  const isOffice = isOutsideOffice(message, context)
  const isPressing = heard.some(({ lure }) => !EVERYDAY.has(lure.id))
  if (!isBulk && isPressing && (isOffice || (isBold && leadsAway(message, context))))
    return 'medium'
  // What is pressing is settled on the pages of whom it concerns, not where anybody may publish.
  if (!isBulk && isPressing && found.some(({ technique }) => technique === 'genuine-host'))
    return 'medium'
  return isPressing && isStrangersErrand(message, context) ? 'weak' : undefined
}

/**
 * Somebody unknown presses, and every link leads to a third party: worth knowing. Bulk mail does that
 * every day, so there it counts only where the receiving side found no tie to the sender.
 */
function isStrangersErrand(message: Message, context: TechniqueContext): boolean {
  const organisation = message.from?.organisation ?? ''
  if (SENDING_SERVICES.has(organisation) || isReply(message)) return false
  if (context.register.ownerOf(organisation) !== undefined && !FREE_MAIL.has(organisation))
    return false
  if (isNewsletter(message) && !isUnprovenSender(message, context)) return false
  return leadsAway(message, context) && leadsToUnknown(context)
}

/** A calendar's or an authority's own pages take nothing from the reader that they do not know. */
function leadsToUnknown({ links, register }: TechniqueContext): boolean {
  return listDestinations(links).some(
    ({ host, organisation }) =>
      register.ownerOf(organisation) === undefined || findHostingService(host) !== undefined,
  )
}

/** The personnel or computer department of somebody unknown has no business with one's password. */
function isOutsideOffice(message: Message, { register }: TechniqueContext): boolean {
  const organisation = message.from?.organisation ?? ''
  return findClaimedOffice(message) !== undefined && register.ownerOf(organisation) === undefined
}

/** No link leads to the sender's own organisation: the mail serves another's page. */
function leadsAway({ from }: Message, { links, register }: TechniqueContext): boolean {
  const own = from?.organisation ?? ''
  return !listDestinations(links).some(({ organisation }) => isRelated(own, organisation, register))
}

function describe(
  message: Message,
  said: { heard: readonly MailLure[]; claim: FalseClaim | undefined; entrance: string },
) {
  const labels = nameLures(said.heard)
  const sender = defang(message.from?.address ?? '')
  const who =
    said.claim === undefined
      ? { ja: '', en: '' }
      : { ja: `「${said.claim.name}」を名乗る`, en: ` claims to be “${said.claim.name}” and` }
  return {
    ja: `${who.ja}差出人 ${sender} が、${labels.ja}を口実に ${said.entrance} での入力へ誘っています。`,
    en: `The sender ${sender}${who.en} leads to ${said.entrance} on the pretext of ${labels.en}.`,
  }
}
