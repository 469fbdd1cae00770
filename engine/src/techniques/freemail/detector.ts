import type { MailAddress, Message } from '../../evidence/message.ts'
import { defang } from '../../refang.ts'
import type { RegisterIndex } from '../../register/register.ts'
import { splitDomain } from '../../register/split-domain.ts'
import { toSkeleton } from '../../register/skeleton.ts'
import { WELL_KNOWN } from '../../register/well-known-domains.ts'
import { EVERYDAY_NAMES } from '../../register/lure-words.ts'
import { listCorrespondents } from '../reading/correspondents.ts'
import { isListMail } from '../reading/mail-kind.ts'
import { placeOfAddress } from '../reading/places.ts'
import { listRecipients } from '../reading/recipients.ts'
import { FREE_MAIL } from '../tables/free-mail.ts'
import { defineTechnique, type FindingDraft, type TechniqueContext } from '../technique.ts'

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
})

type Said = Omit<FindingDraft, 'where'>

function findPackedName(
  message: Message,
  sender: MailAddress,
  { register }: TechniqueContext,
): Said | undefined {
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

const FIRM =
  /株式会社|有限会社|合同会社|[(（]株[)）]|㈱|銀行|証券|事務局|総務部|経理部|人事部|管理部|サポート(?:センター|窓口)|カスタマー|\b(?:co\.?,? ?ltd|ltd|inc|llc|gmbh|corp(?:oration)?|s\.?a\.?r\.?l|plc|bank|billing|accounts? (?:payable|department|team)|help ?desk|it support|support team|customer (?:service|support|care)|security team|administrator|human resources)\b/i

function findClaimedFirm({ displayName, address }: MailAddress): Said | undefined {
  const claimed = FIRM.exec(displayName)?.[0]
  if (claimed === undefined) return undefined
  return {
    weight: 'medium',
    say: {
      ja: `表示名は「${claimed}」と組織を名乗りますが、アドレスはフリーメールの ${defang(address)} です。`,
      en: `The name claims an organisation (“${claimed}”), but the address is the free mailbox ${defang(address)}.`,
    },
  }
}
