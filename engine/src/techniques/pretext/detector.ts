import type { Message } from '../../evidence/message.ts'
import { FREE_MAIL } from '../tables/free-mail.ts'
import { findFalseClaim } from '../reading/claimed-identity.ts'
import { listForgeries } from '../reading/forgeries.ts'
import { nameLures, showLures } from '../reading/lure-findings.ts'
import { type MailLure, readMailLures } from '../reading/mail-lures.ts'
import { isProvenSender, isUnprovenSender } from '../reading/proven-sender.ts'
import { isBulkMail, isListMail, isNewsletter, isReply } from '../reading/mail-kind.ts'
import { listRecipients } from '../reading/recipients.ts'
import { defineTechnique, type Finding, type TechniqueContext, type Weight } from '../technique.ts'

/** The story that makes the reader act. Ordinary by itself; in bad company it says what is wanted. */
export const pretext = defineTechnique({
  id: 'pretext',
  title: { ja: '口実', en: 'Pretext' },
  about: {
    ja: '極秘の買収、弁護士からの連絡、感染症や賞与、見積依頼、荷物の不在通知、容量超過、休暇申請など、受信者が行動したくなる話題を装う手口です。',
    en: 'A story that makes the reader act: a secret acquisition, a lawyer, an epidemic or a bonus, a request for quotation, a parcel, a full mailbox, an application for leave.',
  },
  attack: ['T1566', 'T1656'],
  weight: 'weak',
  innocent: [
    {
      ja: 'どの話題も、ふだんの業務で普通に使われます。',
      en: 'Every one of these subjects is part of ordinary business.',
    },
  ],
  blindSpots: [
    {
      ja: '日本語と英語の代表的な言い回しだけを見ており、画像の中の文字は読みません。',
      en: 'Only common Japanese and English wording is known, and text inside pictures is not read.',
    },
  ],
  advice: {
    ja: '話題がもっともらしくても、差出人とリンク先を確かめ、心当たりがなければ窓口へ知らせてください。',
    en: 'However fitting the subject, check the sender and where links lead; if you expected nothing of the kind, report it.',
  },
  source: '2017Q3 §3; 2019Q1 §7–8; 2020Q1 §3.3, 4.2; 2020Q2 §3.4–3.6; 2022Q4 §3',

  detectAfter(message, context, found) {
    if (isListMail(message)) return []
    const isAlarming = found.some(({ weight }) => weight !== 'weak')
    const { said, newCharCount } = readMailLures(message)
    const telling = said.filter(({ lure }) => TOLD_ELSEWHERE.has(lure.id) === false)
    const heard = isAlarming
      ? telling
      : isStranger(message, context)
        ? telling.filter((one) => isTelling(one, message, newCharCount))
        : telling.filter(
            (one) =>
              isFalseCall(one, message, context) || isThreatFromWithin(one, message, context),
          )
    const shown = heard.length === 0 ? undefined : showLures(message, heard)
    if (shown === undefined) return []
    const labels = nameLures(heard)
    return [
      {
        ...shown,
        weight: weigh(message, heard, found, context),
        say: {
          ja: `${labels.ja}を口実にしています。`,
          en: `The mail acts on the pretext of ${labels.en}.`,
        },
      },
    ]
  },
})

/** Another technique speaks of these words. */
const TOLD_ELSEWHERE: ReadonlySet<string> = new Set(['payment-change', 'payment-corrected'])

/** An opener is all there is; longer mail that also asks for an answer is ordinary. */
const OPENER_CHARS_MAX = 300

/** Whether a lure is worth a word in a mail in which nothing else is wrong. */
function isTelling({ lure }: MailLure, message: Message, newCharCount: number): boolean {
  if (lure.isEveryday) return false
  if (lure.id !== 'reply-opener') return true
  return newCharCount <= OPENER_CHARS_MAX && message.links.length === 0 && !isReply(message)
}

/** Also in bulk: a number to call in the name of a service that did not send the mail. */
function isFalseCall({ lure }: MailLure, message: Message, context: TechniqueContext): boolean {
  return lure.id === 'callback' && findFalseClaim(message, context) !== undefined
}

/**
 * "I hacked your device, see, I write from your own address": the sender is known and forged. What
 * nothing proves and what nobody checked counts alike when a mail comes from the reader's own address.
 */
function isThreatFromWithin(
  { lure }: MailLure,
  message: Message,
  context: TechniqueContext,
): boolean {
  if (lure.id !== 'extortion' || isReply(message)) return false
  return (
    isUnprovenSender(message, context) ||
    (isFromRecipient(message) && !isProvenSender(message, context))
  )
}

function isFromRecipient(message: Message): boolean {
  const sender = message.from?.address
  return message.addresses('to').some(({ address }) => address !== '' && address === sender)
}

/** Neither the recipient's own organisation nor anybody in the register, and no newsletter. */
function isStranger(message: Message, { register }: TechniqueContext): boolean {
  const organisation = message.from?.organisation ?? ''
  if (listRecipients(message, register).organisations.has(organisation)) return false
  const isKnown = register.ownerOf(organisation) !== undefined && !FREE_MAIL.has(organisation)
  return !isKnown && !isNewsletter(message)
}

/** A threat is an attack whoever sends it; a hurried task is one when the sender is not who it seems. */
function weigh(
  message: Message,
  heard: readonly MailLure[],
  found: readonly Finding[],
  context: TechniqueContext,
): Weight {
  if (heard.some(({ lure }) => lure.id === 'extortion'))
    return isUnprovenSender(message, context) && !isStranger(message, context) ? 'strong' : 'medium'
  const isCall = heard.some(({ lure }) => lure.id === 'callback')
  // A number to call, in a name that is a known service's and not the sender's. Resellers write of
  // services too, in subject and text.
  if (isCall && !isBulkMail(message) && findFalseClaim(message, context)?.seenIn === 'sender')
    return 'medium'
  const isHidden =
    listForgeries(found).length > 0 || FREE_MAIL.has(message.from?.organisation ?? '')
  return isHidden && heard.some(({ lure }) => FROM_ABOVE.has(lure.id)) ? 'medium' : 'weak'
}

/** What only people of the own organisation may ask for. */
const FROM_ABOVE: ReadonlySet<string> = new Set([
  'executive-task',
  'payroll-account',
  'secret-deal',
])
