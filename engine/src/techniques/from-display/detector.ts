import type { MailAddress, Message } from '../../evidence/message.ts'
import { defang } from '../../refang.ts'
import type { Register, RegisterIndex } from '../../register/register.ts'
import { isBulkMail, isListMail, isNewsletter } from '../reading/mail-kind.ts'
import { memoise } from '../reading/memoise.ts'
import { placeOfAddress } from '../reading/places.ts'
import { isProvenSender } from '../reading/proven-sender.ts'
import { isRelated } from '../reading/relations.ts'
import { findAddressesInText } from '../reading/text-addresses.ts'
import {
  findWordBrand,
  foldName,
  type KnownName,
  listBrandNames,
  toKnownName,
} from '../tables/brand-names.ts'
import { SENDING_SERVICES } from '../tables/sending-services.ts'
import {
  defineTechnique,
  type FindingDraft,
  type TechniqueContext,
  type Weight,
} from '../technique.ts'

/**
 * The name beside the address says who the mail pretends to come from. Phones and many mail
 * programs show only that name.
 */
export const fromDisplay = defineTechnique({
  id: 'from-display',
  title: { ja: '差出人名の詐称', en: 'Sender’s name borrows an identity' },
  about: {
    ja: '差出人の表示名に、実在の人や組織の名前、メールアドレスを書き込み、実際の送信アドレスを目立たなくする手口です。表示名だけを見せるメールソフトでは、本物と区別できません。',
    en: 'The display name carries a real person’s or organisation’s name, often with a mail address, so that the true sending address goes unnoticed. Programs that show only the name cannot tell the difference.',
  },
  attack: ['T1656', 'T1672'],
  weight: 'strong',
  innocent: [
    {
      ja: 'メーリングリストや代理送信のサービスは、元の差出人のアドレスを表示名に残すことがあります。',
      en: 'Mailing lists and services that send for others may keep the original address in the name.',
    },
    {
      ja: '代理店や販売店が、取り扱う会社の名前を表示名に使うことがあります。',
      en: 'Agents and resellers may write the name of the company they represent.',
    },
  ],
  blindSpots: [
    {
      ja: '登録されていない人名や組織名だけをかたる場合は見つかりません。',
      en: 'A borrowed name that is neither registered nor widely known is not found.',
    },
  ],
  advice: {
    ja: '表示名ではなく、山括弧の中の実際のアドレスを確かめてください。',
    en: 'Check the real address in the angle brackets, not the name in front of it.',
  },
  source: '2020Q2 §3.4',

  detect(message, context) {
    const { from } = message
    if (from === undefined || from.displayName === '' || isListMail(message)) return []
    const found =
      findShownAddress(from, context) ??
      findShownDomain(from, message, context) ??
      findShownOwner(from, message, context)
    return found ? [{ where: placeOfAddress(message, from), ...found }] : []
  },
})

type Said = Omit<FindingDraft, 'where'>

function findShownAddress(from: MailAddress, { register }: TechniqueContext): Said | undefined {
  const shown = findAddressesInText(from.displayName).find(
    (one) => !isRelated(one.organisation, from.organisation, register),
  )
  if (shown === undefined) return undefined
  const name = defang(shown.address)
  const real = defang(from.address)
  const borrowed = /secured\s+by|via|on behalf of|経由|代理/i.exec(from.displayName)?.[0]
  return {
    // Services that send in the name of whoever uses them write so too.
    weight: SENDING_SERVICES.has(from.organisation) ? 'weak' : 'strong',
    say: {
      ja: `差出人名に ${name} と書かれていますが、実際の送信元は ${real} です。${borrowed ? `「${borrowed}」という言葉で違いをもっともらしく見せています。` : ''}`,
      en: `The sender’s name shows ${name}, but the mail comes from ${real}.${borrowed ? ` The words “${borrowed}” make the difference look intended.` : ''}`,
    },
    detail: {
      kind: 'addresses' as const,
      pairs: [{ role: 'from', shown: shown.address, genuine: from.address }],
    },
  }
}

/** Endings that are files or firm types more often than domains. */
const NO_DOMAIN = /\.(?:js|md|sh|py|rs|zip|inc|net|io|dr|mr|st|co|ai|app)$/i

function findShownDomain(
  from: MailAddress,
  message: Message,
  { register }: TechniqueContext,
): Said | undefined {
  const names = from.displayName.match(/[a-z0-9-]{2,63}(?:\.[a-z0-9-]{2,63}){1,4}/gi) ?? []
  const shown = names
    .map((name) => name.toLowerCase())
    .find((name) => {
      const isCommon = /\.(?:com|org|jp|example|test|gov|de|uk|fr)$/.test(name)
      // Under other endings a domain that everybody knows: `proton.me`.
      return isCommon ? !NO_DOMAIN.test(name) : register.ownerOf(name) !== undefined
    })
  if (shown === undefined || SENDING_SERVICES.has(from.organisation)) return undefined
  const [address] = findAddressesInText(`x@${shown}`)
  if (address === undefined || isRelated(address.organisation, from.organisation, register))
    return undefined
  const isKnown = register.ownerOf(address.organisation) !== undefined
  if (!isKnown && isNewsletter(message)) return undefined
  return {
    weight: isKnown ? 'medium' : 'weak',
    say: {
      ja: `差出人名は ${defang(shown)} を名乗りますが、実際の送信元は ${defang(from.address)} です。`,
      en: `The sender’s name claims ${defang(shown)}, but the mail comes from ${defang(from.address)}.`,
    },
  }
}

function findShownOwner(
  from: MailAddress,
  message: Message,
  context: TechniqueContext,
): Said | undefined {
  const { register } = context
  if (SENDING_SERVICES.has(from.organisation)) return undefined
  const owner = register.ownerOf(from.organisation)?.name
  const shown = foldName(from.displayName)
  // "港北商事 北浜精機様担当": the sender names itself, and the customer whom the mailbox serves.
  const isBorrowed = (one: KnownName) =>
    one.owner !== owner && isNamedIn(shown, one) && !isAddressed(shown, one)
  const known = listNames(register.register).find(isBorrowed)
  const word = findWordBrand(from.displayName)
  const brand =
    known ?? listBrandNames().find(isBorrowed) ?? (word?.owner === owner ? undefined : word)
  if (brand === undefined) return undefined
  if (bearsName(from, brand, register)) return undefined
  return {
    weight: weighOwner(brand, known !== undefined, message, context),
    say: {
      ja: `差出人名は「${brand.name}」を名乗りますが、送信元 ${defang(from.address)} はその組織のアドレスではありません。`,
      en: `The sender’s name claims “${brand.name}”, but ${defang(from.address)} is not an address of that organisation.`,
    },
  }
}

/** The sender's own domain is named so; a name without an ending is no domain, whatever it says. */
function bearsName(from: MailAddress, brand: KnownName, register: RegisterIndex): boolean {
  const label = from.organisation.split('.')[0]?.replaceAll('-', '') ?? ''
  const name = brand.name.toLowerCase().replace(/[^a-z]/g, '')
  return (
    name.length >= 3 &&
    label.includes(name) &&
    from.domain.includes('.') &&
    register.findImitated(from.domain).length === 0
  )
}

/**
 * Invoices and orders come from services in the name of the partner who uses them. A service that is
 * proven to have sent the mail, and has answers go to that partner's registered address, is not
 * taking the partner's place in the conversation.
 */
function weighOwner(
  { owner }: KnownName,
  isRegistered: boolean,
  message: Message,
  context: TechniqueContext,
): Weight {
  if (!isRegistered) return isBulkMail(message) ? 'weak' : 'medium'
  const [answered] = message.addresses('reply-to')
  const isAnswered =
    answered !== undefined && context.register.ownerOf(answered.organisation)?.name === owner
  return isAnswered && isProvenSender(message, context) ? 'weak' : 'strong'
}

const listNames = memoise(({ recipient, organisations }: Register): KnownName[] => {
  const all = recipient ? [recipient, ...organisations] : organisations
  return all.flatMap((one) => [
    ...[one.name, ...one.aliases].map((name) => toKnownName(name, one.name)),
    ...one.partners.flatMap((partner) =>
      [partner.name, ...partner.aliases].map((name) => toKnownName(name, partner.name)),
    ),
  ])
})

/** A name with 様, 御中 or 向け behind it is whom one writes to. */
function isAddressed(text: string, { folded }: KnownName): boolean {
  return /^(?:株式会社|有限会社)?(?:様|さま|御中|向け)/.test(
    text.slice(text.indexOf(folded) + folded.length),
  )
}

/** Whole words for Latin names; Japanese has no word breaks, so three characters are the least. */
function isNamedIn(text: string, { folded }: KnownName): boolean {
  const at = folded.length < 3 ? -1 : text.indexOf(folded)
  if (at < 0) return false
  if (!/^[\x20-\x7e]+$/.test(folded)) return true
  const isWord = (sign: string | undefined) => sign !== undefined && /[a-z0-9]/.test(sign)
  return !isWord(text[at - 1]) && !isWord(text[at + folded.length])
}
