import type { MailAddress, Message } from '../../evidence/message.ts'
import { defang } from '../../refang.ts'
import { isBulkMail, isListMail } from '../reading/mail-kind.ts'
import { placeOfAddress } from '../reading/places.ts'
import { FREE_MAIL } from '../tables/free-mail.ts'
import { SENDING_SERVICES } from '../tables/sending-services.ts'
import { LAW_TITLE } from '../tables/titles.ts'
import {
  defineTechnique,
  type FindingDraft,
  type TechniqueContext,
  type Weight,
} from '../technique.ts'
import { type BorrowedName, findBorrowedName } from './find-borrowed.ts'

/** Type 2 fraud needs no false domain: a free mailbox and the right name are enough. */
export const executive = defineTechnique({
  id: 'executive',
  title: { ja: '経営者や弁護士の名をかたる', en: 'Borrows an executive’s or lawyer’s name' },
  about: {
    ja: '実在する経営者の氏名を名乗り、社外のアドレスから指示や相談を送る手口です。弁護士を名乗る者が加わり、極秘の案件として口止めすることもあります。',
    en: 'The mail carries the name of a real executive but comes from an outside address, and asks for help or gives orders. A supposed lawyer may join in and demand secrecy.',
  },
  attack: ['T1656', 'T1585.002'],
  weight: 'medium',
  innocent: [
    {
      ja: '本人が私用のアドレスや出先の環境から送っている場合があります。',
      en: 'The person may be writing from a private address.',
    },
    { ja: '同姓同名の別人の可能性もあります。', en: 'Another person may have the same name.' },
  ],
  blindSpots: [
    {
      ja: '登録簿に載っていない経営者の名前をかたる場合は見つかりません。',
      en: 'A borrowed name that is not in the register as an executive’s is not found.',
    },
  ],
  advice: {
    ja: '社内の番号で本人に電話し、返信や送金は確認が済むまで行わないでください。',
    en: 'Call the person on an internal number; neither answer nor pay before that.',
  },
  source: '2020Q1 §4.2; 2020Q2 §3.4–3.6',

  detect(message, context) {
    if (isListMail(message)) return []
    for (const sender of listSenders(message)) {
      const borrowed = findBorrowedName(sender, context.register)
      if (borrowed === undefined || isOfService(sender)) continue
      return [toFinding(message, sender, borrowed, context)]
    }
    return findLawyer(message, context)
  },
})

function listSenders(message: Message): MailAddress[] {
  const { from } = message
  return [...(from === undefined ? [] : [from]), ...message.addresses('reply-to').slice(0, 1)]
}

/** Signing and meeting services send in the name of whoever uses them; anybody's mailbox is none. */
function isOfService({ organisation }: MailAddress): boolean {
  return SENDING_SERVICES.has(organisation) && !FREE_MAIL.has(organisation)
}

function toFinding(
  message: Message,
  sender: MailAddress,
  { person, how }: BorrowedName,
  context: TechniqueContext,
): FindingDraft {
  const shown = defang(sender.address)
  return {
    weight: weigh(message, sender, how, context),
    where: placeOfAddress(message, sender),
    say: {
      ja: `役員の「${person.name}」を名乗っていますが、社外のアドレス ${shown} から届いています。`,
      en: `The mail carries the name of the executive “${person.name}”, but comes from the outside address ${shown}.`,
    },
    detail: {
      kind: 'addresses' as const,
      pairs: [
        {
          role: sender.header.key,
          shown: sender.address,
          ...(person.addresses[0] === undefined ? {} : { genuine: person.addresses[0] }),
        },
      ],
    },
  }
}

function weigh(
  message: Message,
  sender: MailAddress,
  how: BorrowedName['how'],
  { register }: TechniqueContext,
): Weight {
  if (isBulkMail(message) || how === 'address') return 'weak'
  // A namesake at a company that the register knows is more likely than a fraud from there.
  const owner = register.ownerOf(sender.organisation)
  if (owner !== undefined && !FREE_MAIL.has(sender.organisation)) return 'weak'
  return how === 'full' ? 'strong' : 'medium'
}

/** Lawyers have offices with domains; one with a free mailbox and a secret is part of the play. */
function findLawyer(message: Message, { register }: TechniqueContext): FindingDraft[] {
  const sender = listSenders(message).find(
    (one) => FREE_MAIL.has(one.organisation) && LAW_TITLE.test(one.displayName),
  )
  if (sender === undefined || register.ownerOf(sender.organisation)?.relation === 'member')
    return []
  const secret = SECRET.exec(`${message.subject}\n${message.shownText.slice(0, SECRET_CHARS_MAX)}`)
  if (secret === null) return []
  const shown = defang(sender.address)
  return [
    {
      weight: 'medium',
      where: placeOfAddress(message, sender),
      say: {
        ja: `法律の専門家を名乗り、「${secret[0]}」の話をしていますが、アドレスはフリーメールの ${shown} です。`,
        en: `The sender claims to practise law and speaks of “${secret[0]}”, but writes from the free mailbox ${shown}.`,
      },
    },
  ]
}

const SECRET_CHARS_MAX = 10_000
const SECRET =
  /買収|合併|極秘|秘密保持|守秘|口外|送金|\b(?:acquisition|merger|confidential(?:ity)?|wire transfer|discreet|discretion|non-disclosure)\b/i
