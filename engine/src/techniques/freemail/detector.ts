import type { MailAddress, Message } from '../../evidence/message.ts'
import type { LureId } from '../../lures/lure.ts'
import { defang } from '../../refang.ts'
import type { RegisterIndex } from '../../register/register.ts'
import { splitDomain } from '../../register/split-domain.ts'
import { toSkeleton } from '../../register/skeleton.ts'
import { WELL_KNOWN } from '../../register/well-known-domains.ts'
import { EVERYDAY_NAMES } from '../../register/lure-words.ts'
import { listCorrespondents } from '../reading/correspondents.ts'
import { readMailLures } from '../reading/mail-lures.ts'
import { isListMail, isReply } from '../reading/mail-kind.ts'
import { placeOfAddress } from '../reading/places.ts'
import { listRecipients } from '../reading/recipients.ts'
import { FREE_MAIL } from '../tables/free-mail.ts'
import {
  defineTechnique,
  type Finding,
  type FindingDraft,
  type TechniqueContext,
} from '../technique.ts'
import { findClaimedFirm } from './claimed-firm.ts'

/** A mailbox that anybody can open poses as a company. */
export const freemail = defineTechnique({
  id: 'freemail',
  title: { ja: 'フリーメールで組織を装う', en: 'Free mailbox poses as a company' },
  about: {
    ja: '誰でも取得できるフリーメールのアドレスに会社名を詰め込み、あるいは表示名で会社を名乗って、組織からの連絡に見せる手口です。',
    en: 'A mailbox that anybody can open has a company’s name packed into its address, or claims a company in its display name, to pass for business mail.',
  },
  attack: ['T1585.002', 'T1656'],
  weight: 'strong',
  innocent: [
    {
      ja: '小さな会社や個人事業者は、フリーメールを本来の窓口として使うことがあります。',
      en: 'Small firms and sole traders do use free mailboxes as their regular address.',
    },
  ],
  blindSpots: [
    {
      ja: '会社名を含まないフリーメールのアドレスからのメールは見つけません。',
      en: 'Free mailboxes that name no company are not reported.',
    },
  ],
  advice: {
    ja: '取引先がふだん使うドメインと比べ、違うときは以前から知っている連絡先に確認してください。',
    en: 'Compare with the domain the company normally uses, and ask through a contact you already know.',
  },
  source: '2020Q2 §3.3(2)',

  detect(message, context) {
    if (isListMail(message)) return []
    const senders = [message.from, ...message.addresses('reply-to').slice(0, 1)]
    for (const sender of senders) {
      if (sender === undefined || !FREE_MAIL.has(sender.organisation)) continue
      const found = findPackedName(message, sender, context) ?? findClaimedFirm(sender)
      if (found) return [{ where: placeOfAddress(message, sender), ...found }]
    }
    return []
  },

  detectAfter(message, { register }, found) {
    if (isListMail(message) || found.some(({ technique }) => technique === 'freemail')) return []
    const own = listRecipients(message, register).addresses
    const isOwn = own.some(
      ({ address }) => address.toLowerCase() === message.from?.address.toLowerCase(),
    )
    const draft = isOwn ? undefined : findBesideLure(message, found)
    return draft === undefined ? [] : [draft]
  },
})

function findPackedName(
  message: Message,
  sender: MailAddress,
  { register }: TechniqueContext,
): Omit<FindingDraft, 'where'> | undefined {
  const packed = toSkeleton(sender.localPart.toLowerCase()).replace(/[._+]/g, '')
  const known = listKnownLabels(message, register).find((label) =>
    packed.includes(toSkeleton(label)),
  )
  const brand = known ?? BRANDS.find((label) => isWordIn(sender.localPart, label))
  const suffix = /[._-](?:co[._-]?jp|co[._-]?uk|com|ltd|inc|corp|gmbh)$/i.test(sender.localPart)
  if (brand === undefined && !suffix) return undefined
  const address = defang(sender.address)
  return {
    weight: known ? 'strong' : 'medium',
    say: {
      ja: brand
        ? `フリーメール ${address} の＠より前に「${brand}」の名が詰め込まれています。`
        : `フリーメール ${address} の＠より前が、会社のドメインのように作られています。`,
      en: brand
        ? `The free mailbox ${address} has the name “${brand}” packed in front of the @.`
        : `The free mailbox ${address} is made to look like a company’s domain in front of the @.`,
    },
  }
}

const LABEL_CHARS_MIN = 5

/** Names of organisations this mail could be about: the register's, the recipient's, the thread's. */
function listKnownLabels(message: Message, register: RegisterIndex): string[] {
  const { recipient, organisations } = register.register
  const all = recipient ? [recipient, ...organisations] : organisations
  const domains = [
    ...all.flatMap((one) => [
      ...one.domains,
      ...one.partners.flatMap((partner) => partner.domains),
    ]),
    ...listRecipients(message, register).organisations,
    ...listCorrespondents(message).map((one) => one.organisation),
    message.from?.organisation ?? '',
  ]
  return [...new Set(domains)]
    .filter((domain) => !FREE_MAIL.has(domain))
    .flatMap((domain) => splitDomain(domain)?.label ?? [])
    .filter((label) => label.length >= LABEL_CHARS_MIN && !EVERYDAY_NAMES.has(label))
}

const BRANDS: readonly string[] = [
  ...new Set(WELL_KNOWN.map(([, domain = '']) => splitDomain(domain)?.label ?? '')),
].filter((label) => label.length >= LABEL_CHARS_MIN && !EVERYDAY_NAMES.has(label))

function isWordIn(localPart: string, word: string): boolean {
  return localPart
    .toLowerCase()
    .split(/[._+\d-]+/)
    .includes(word)
}

/** What the mail speaks of, beside which the kind of mailbox is worth knowing. */
function findBesideLure(message: Message, found: readonly Finding[]): FindingDraft | undefined {
  const { from } = message
  if (from === undefined || !FREE_MAIL.has(from.organisation) || isReply(message)) return undefined
  const { said } = readMailLures(message)
  const isTrapped = found.some(({ technique }) => TRAPS.has(technique))
  if (!isTrapped && !said.some(({ lure }) => SPOKEN_FOR_FIRMS.has(lure.id))) return undefined
  return {
    weight: 'weak',
    where: placeOfAddress(message, from),
    say: {
      ja: `会社や窓口が扱う用件ですが、誰でも取得できるフリーメール ${defang(from.address)} から届いています。`,
      en: `What it is about is a firm’s or an office’s business, but it comes from the free mailbox ${defang(from.address)}.`,
    },
  }
}

/** Business of a bank, a carrier, an authority or the own management; people write of the rest too. */
const SPOKEN_FOR_FIRMS: ReadonlySet<LureId> = new Set([
  'account-expiry',
  'executive-task',
  'mailbox-quota',
  'parcel',
  'payment-change',
  'payroll-account',
  'prize',
  'renewal',
  'secret-deal',
  'tax-fine',
  'wallet',
])

const TRAPS: ReadonlySet<string> = new Set([
  'archived-exe',
  'html-attachment',
  'macro',
  'pdf-link',
  'qr-link',
])
