import type { MailAddress, Message } from '../../evidence/message.ts'
import { defang } from '../../refang.ts'
import { splitDomain } from '../../register/split-domain.ts'
import { namesBrandApart } from '../reading/claimed-identity.ts'
import { isBulkMail, isListMail } from '../reading/mail-kind.ts'
import { placeOfAddress, placeOfHeader } from '../reading/places.ts'
import { isProgramMailbox } from '../reading/program-mailbox.ts'
import { isProvenSender } from '../reading/proven-sender.ts'
import { listRecipients } from '../reading/recipients.ts'
import { isRelated } from '../reading/relations.ts'
import { FREE_MAIL } from '../tables/free-mail.ts'
import { SENDING_SERVICES } from '../tables/sending-services.ts'
import { defineTechnique, type TechniqueContext, type Weight } from '../technique.ts'

/**
 * An answer goes somewhere else than to the sender one sees. The real From wins trust and passes
 * filters; the answer reaches the attacker.
 */
export const replyTo = defineTechnique({
  id: 'reply-to',
  title: { ja: '返信先の差し替え', en: 'Replies go elsewhere' },
  about: {
    ja: '差出人（From）には本物らしいアドレスを示し、返信先（Reply-To）だけを別の組織のアドレスにする手口です。返信すると、以後のやり取りの相手が攻撃者に変わります。',
    en: 'The sender (From) looks right, but the reply address (Reply-To) belongs to somebody else. Whoever answers continues the conversation with the attacker.',
  },
  attack: ['T1656', 'T1672'],
  weight: 'strong',
  innocent: [
    {
      ja: '配信サービスや受付窓口を使い、返信を別の窓口で受ける場合があります。',
      en: 'Senders that use a mailing service or a ticket system receive answers at another address.',
    },
    {
      ja: '個人が勤務先から送り、返信を自分の私用アドレスで受ける場合があります。',
      en: 'People who write from work sometimes want the answer at their private address.',
    },
  ],
  blindSpots: [
    {
      ja: '差出人のアドレス自体が偽の場合は、返信先を替える必要がないため見つかりません。',
      en: 'When the From address itself is the attacker’s, no Reply-To is needed and nothing is found.',
    },
  ],
  advice: {
    ja: '返信する前に宛先欄を確かめ、金銭や情報の話であれば、以前から知っている電話番号で本人に確認してください。',
    en: 'Look at the address before you answer; when money or information is asked for, call the person on a number you already know.',
  },
  source: '2019Q1 §4(3); 2020Q2 §3.1, 3.3',

  detect(message, context) {
    const { from } = message
    if (from === undefined || isListMail(message)) return []
    const answered = message.addresses('reply-to')
    if (answered.some((one) => one.organisation === from.organisation)) return []
    // Signing and meeting services let a colleague's own address receive the answer.
    const { organisations: own } = listRecipients(message, context.register)
    if (answered[0] !== undefined && own.has(answered[0].organisation)) return []
    return answered.slice(0, 1).flatMap((one) => {
      const weight = weigh(message, from, one, context)
      if (weight === undefined) return []
      const sender = defang(from.address === '' ? from.displayName : from.address)
      const target = defang(one.address)
      return {
        weight,
        where: placeOfAddress(message, one),
        alsoWhere: [
          from.address === '' ? placeOfHeader(message, from.header) : placeOfAddress(message, from),
        ],
        say: {
          ja: `差出人は ${sender} ですが、返信は別の組織の ${target} に届きます。`,
          en: `The mail shows ${sender} as sender, but answers go to ${target}, which belongs to somebody else.`,
        },
        detail: {
          kind: 'addresses' as const,
          pairs: [{ role: 'reply-to', shown: one.address, genuine: from.address }],
        },
      }
    })
  },
})

function weigh(
  message: Message,
  from: MailAddress,
  answered: MailAddress,
  context: TechniqueContext,
): Weight | undefined {
  const { register } = context
  // A sender without a mailbox cannot be answered, so only the other address remains.
  if (from.domain === '') return FREE_MAIL.has(answered.organisation) ? 'medium' : 'weak'
  if (answered.domain === '' || SENDING_SERVICES.has(answered.organisation)) {
    if (!FREE_MAIL.has(answered.organisation)) return undefined
  }
  if (register.findImitated(answered.domain).length > 0) return 'strong'
  if (isRelated(from.organisation, answered.organisation, register)) return undefined
  if (/unsub|subscribe|-request$/i.test(answered.localPart)) return undefined
  const isProgram = isProgramMailbox(from)
  const isService = SENDING_SERVICES.has(from.organisation) && !FREE_MAIL.has(from.organisation)
  // A deceiver gains nothing by answers that reach a partner's registered address.
  if (isRegistered(answered.organisation, context))
    return isProgram || isService ? undefined : 'weak'
  if (isOwnOtherMailbox(message, from, answered, context)) return 'weak'
  if (isRegistered(from.organisation, context)) return 'strong'
  if (register.findImitated(from.domain).some((one) => one.relation !== 'well-known'))
    return 'strong'
  // A signing, survey or event service shows its own address; answers go to whoever uses it.
  if (isService)
    return FREE_MAIL.has(answered.organisation) ||
      namesBrandApart(from, [from.organisation, answered.organisation], context)
      ? 'weak'
      : undefined
  const isPrivate =
    FREE_MAIL.has(answered.organisation) &&
    isSamePerson(from, answered) &&
    !isCompanyPacked(from, answered)
  if (isPrivate) return isBulkMail(message) ? undefined : 'weak'
  if (FREE_MAIL.has(answered.organisation) && !FREE_MAIL.has(from.organisation))
    return isBulkMail(message) ? 'medium' : 'strong'
  // Newsletters often have answers go to an agency; worth knowing where it is a stranger to the sender.
  if (isBulkMail(message)) return 'weak'
  // Nobody converses with a mailbox that is not read: there is no answer to lead astray.
  return isProgram ? 'weak' : 'medium'
}

function isRegistered(organisation: string, { register }: TechniqueContext): boolean {
  const owner = register.ownerOf(organisation)
  return owner !== undefined && owner.relation !== 'well-known'
}

/**
 * The genuine domain sent the mail, and the same person receives the answer at a domain that shares
 * its name: a group of companies. A domain that imitates has been told apart before.
 */
function isOwnOtherMailbox(
  message: Message,
  from: MailAddress,
  answered: MailAddress,
  context: TechniqueContext,
): boolean {
  if (from.localPart !== answered.localPart || from.displayName !== answered.displayName)
    return false
  const firstWord = (domain: string) => splitDomain(domain)?.label.split('-')[0] ?? ''
  const shared = firstWord(from.domain)
  return (
    shared.length >= 5 && shared === firstWord(answered.domain) && isProvenSender(message, context)
  )
}

/** One person with two mailboxes keeps the local part, or writes the own name into it. */
function isSamePerson(from: MailAddress, answered: MailAddress): boolean {
  const a = toLetters(from.localPart)
  const b = toLetters(answered.localPart)
  if (a.length >= 3 && b.length >= 3 && (a.includes(b) || b.includes(a))) return true
  const family = from.displayName.toLowerCase().match(/[a-z]{4,}/g) ?? []
  return family.some((word) => b.includes(word)) && family.some((word) => a.includes(word))
}

/** People do not write their employer into their private address; forgers do. */
function isCompanyPacked(from: MailAddress, answered: MailAddress): boolean {
  const label = toLetters(splitDomain(from.domain)?.label ?? '')
  return label.length >= 5 && toLetters(answered.localPart).includes(label)
}

function toLetters(localPart: string): string {
  return localPart.toLowerCase().replace(/[^a-z]/g, '')
}
