import type { MailAddress, Message } from '../../evidence/message.ts'
import { defang } from '../../refang.ts'
import { findQuotedText, listCorrespondents } from '../reading/correspondents.ts'
import { isListMail, isReply } from '../reading/mail-kind.ts'
import { placeOfAddress } from '../reading/places.ts'
import { defineTechnique, type TechniqueContext } from '../technique.ts'
import { findAlteredQuotes, findReplaced } from './compare-thread.ts'
import { findStranger } from './find-stranger.ts'

/** The attacker has read a genuine conversation and goes on with it from another address. */
export const threadHijack = defineTechnique({
  id: 'thread-hijack',
  title: { ja: 'やり取りへの割り込み', en: 'Genuine conversation continued by another' },
  about: {
    ja: '盗み見た本物のメールのやり取りを引用し、途中から攻撃者が相手になりすまして返信を続ける手口です。引用された部分のアドレスまで書き換えられていることがあります。',
    en: 'The attacker quotes a genuine exchange that was read secretly and answers in place of one side. Even the addresses inside the quoted mails may have been altered.',
  },
  attack: ['T1586.002', 'T1656', 'T1566.002'],
  weight: 'strong',
  innocent: [
    {
      ja: '同じ人が、途中から別の会社のアドレスや私用のアドレスで返信することがあります。',
      en: 'The same person may go on from another company’s or a private address.',
    },
    {
      ja: '会社がドメインを変更した前後では、新旧のアドレスが混ざります。',
      en: 'When a company changes its domain, old and new addresses stand side by side.',
    },
  ],
  blindSpots: [
    {
      ja: '引用文にアドレスが残っていない場合や、本人のアカウントから送られた場合は見つかりません。',
      en: 'Nothing is found when the quoted text holds no addresses, or when the mail comes from the person’s own account.',
    },
  ],
  advice: {
    ja: '引用文の中のアドレスと今回の差出人を一文字ずつ見比べ、以前のメールから新しく返信を始めてください。',
    en: 'Compare the sender with the addresses in the quoted mails letter by letter, and answer from an earlier mail instead.',
  },
  source: '2020Q1 §4.1; 2020Q2 §3.2',

  detect(message, context) {
    const { from } = message
    if (from === undefined || from.domain === '' || isListMail(message)) return []
    if (!isReply(message) && findQuotedText(message) === '') return []
    const correspondents = listCorrespondents(message)
    if (correspondents.length === 0) return []
    return (
      findContinued(message, from, context) ??
      findAltered(message, from, context) ??
      findUnknown(message, from, context) ??
      []
    )
  },
})

function findContinued(message: Message, from: MailAddress, context: TechniqueContext) {
  const replaced = findReplaced(message, from, context)
  if (replaced === undefined) return undefined
  const { genuine, isImitation } = replaced
  const shown = defang(from.address)
  return [
    {
      weight: isImitation ? ('strong' as const) : ('medium' as const),
      where: placeOfAddress(message, from),
      say: {
        ja: `引用されたやり取りの相手は ${defang(genuine)} ですが、この返信は${isImitation ? 'よく似た別のドメインの' : '別の組織のアドレス'} ${shown} から届いています。`,
        en: `The quoted conversation is with ${defang(genuine)}, but this answer comes from ${shown}, ${isImitation ? 'a different domain that resembles it' : 'an address of somebody else'}.`,
      },
      detail: {
        kind: 'addresses' as const,
        pairs: [{ role: 'from', shown: from.address, genuine }],
      },
    },
  ]
}

function findUnknown(message: Message, from: MailAddress, context: TechniqueContext) {
  const stranger = findStranger(message, from, context)
  if (stranger === undefined) return undefined
  const { partner, answersOwn, weight } = stranger
  const shown = defang(from.address)
  return [
    {
      weight,
      where: placeOfAddress(message, from),
      say: {
        ja: `引用されたやり取りの相手は ${defang(partner)} ですが、${answersOwn ? '自組織のメールへの返信として、' : '元のメールを示す情報（References）のない返信が、'}やり取りに現れない ${shown} から届いています。`,
        en: `The quoted conversation is with ${defang(partner)}, but ${answersOwn ? 'an answer to one of the recipient’s own mails' : 'an answer that refers to no mail'} comes from ${shown}, whom that conversation does not know.`,
      },
      detail: {
        kind: 'addresses' as const,
        pairs: [{ role: 'from', shown: from.address, genuine: partner }],
      },
    },
  ]
}

function findAltered(message: Message, from: MailAddress, context: TechniqueContext) {
  const altered = findAlteredQuotes(message, from, context)
  const [first] = altered
  if (first === undefined) return undefined
  return [
    {
      where: placeOfAddress(message, from),
      say: {
        ja: `引用されたやり取りの中のアドレスが書き換えられています。${defang(first.shown)} は、本来は ${defang(first.genuine)} です。`,
        en: `Addresses inside the quoted conversation were altered: ${defang(first.shown)} should be ${defang(first.genuine)}.`,
      },
      detail: {
        kind: 'addresses' as const,
        pairs: altered.map(({ shown, genuine }) => ({ role: 'quoted', shown, genuine })),
      },
    },
  ]
}
