import { defang } from '../../refang.ts'
import { isListMail } from '../reading/mail-kind.ts'
import { placeOfAddress } from '../reading/places.ts'
import { listRecipients } from '../reading/recipients.ts'
import { isRelated } from '../reading/relations.ts'
import { defineTechnique } from '../technique.ts'

const RECEIPT_HEADERS = ['disposition-notification-to', 'return-receipt-to', 'x-confirm-reading-to']

/** The mail asks the reader's program to report to somebody outside that it arrived or was opened. */
export const receipts = defineTechnique({
  id: 'receipts',
  title: { ja: '開封通知の要求', en: 'Asks for a receipt' },
  about: {
    ja: '配送通知や開封通知を、組織の外のアドレスに送らせる設定です。攻撃者は、アドレスが生きていることと、いつ読まれたかを知ることができます。',
    en: 'The mail asks for a delivery or read receipt at an address outside. It tells an attacker that the mailbox is alive and when the mail was read.',
  },
  attack: ['T1589.002'],
  weight: 'medium',
  innocent: [
    {
      ja: '取引先が到着の確認のために開封通知を求めることがあります。その場合、通知先は差出人本人です。',
      en: 'Business partners ask for receipts to be sure that a mail arrived; the receipt then goes to the sender.',
    },
  ],
  blindSpots: [
    {
      ja: '画像の読み込みで開封を知る方法（ウェブビーコン）は、ここでは扱いません。',
      en: 'Images that report the opening of a mail are not covered here.',
    },
  ],
  advice: {
    ja: '開封通知を送るかたずねられたら、「いいえ」を選んでください。',
    en: 'Answer “no” when your mail program asks whether to send a receipt.',
  },
  source: '2020Q2 §3.2(3)',

  detect(message, { register }) {
    const { from } = message
    if (isListMail(message)) return []
    const { organisations: own } = listRecipients(message, register)
    const asked = RECEIPT_HEADERS.flatMap((name) => message.addresses(name).slice(0, 1)).filter(
      (one) => one.domain !== '' && !own.has(one.organisation),
    )
    const [first, ...others] = asked
    if (first === undefined) return []
    const isSender =
      from !== undefined && isRelated(from.organisation, first.organisation, register)
    if (isSender && register.ownerOf(first.organisation) !== undefined) return []
    return [
      {
        weight: isSender ? ('weak' as const) : ('medium' as const),
        where: placeOfAddress(message, first),
        alsoWhere: others.map((one) => placeOfAddress(message, one)),
        say: {
          ja: `開くと、${isSender ? '組織の外の' : '差出人とも異なる'} ${defang(first.address)} に知らせが届く設定です。`,
          en: `Opening it sends a notice to ${defang(first.address)}, ${isSender ? 'outside your organisation' : 'who is not even the sender'}.`,
        },
      },
    ]
  },
})
