import type { Message } from '../../evidence/message.ts'
import { defang } from '../../refang.ts'
import { readFileLures, showFileLures } from '../reading/file-lures.ts'
import { isBulkMail, isListMail } from '../reading/mail-kind.ts'
import { listForgeries } from '../reading/forgeries.ts'
import { nameLures, showLures } from '../reading/lure-findings.ts'
import { type MailLure, readMailLures } from '../reading/mail-lures.ts'
import { listRecipients } from '../reading/recipients.ts'
import {
  defineTechnique,
  type Finding,
  type FindingDraft,
  type TechniqueContext,
  type Weight,
} from '../technique.ts'

/** The words of a money fraud: another account, a corrected invoice, another day (BEC type 1). */
export const paymentChange = defineTechnique({
  id: 'payment-change',
  title: { ja: '振込先や支払時期の変更', en: 'Change of payment' },
  about: {
    ja: '取引の途中で、振込先の口座を変える、請求書を差し替える、支払いを早める、あるいは保留させるなどと伝え、攻撃者の口座へ送金させる手口です。',
    en: 'In the middle of a trade the reader is told of another bank account, a corrected invoice, an earlier date or a payment to hold back, so that the money goes to the attacker.',
  },
  attack: ['T1657', 'T1656'],
  weight: 'weak',
  innocent: [
    {
      ja: '取引銀行の変更や請求書の誤りの訂正は、通常の取引でも起こります。',
      en: 'Companies do change banks, and invoices are corrected, in ordinary trade.',
    },
  ],
  blindSpots: [
    {
      ja: '添付の請求書に新しい口座が書いてあるだけで、変更したと述べる言葉がない場合や、文面が画像の場合は見つかりません。',
      en: 'When the attached invoice carries a new account without saying that it is new, or is a picture, nothing is found.',
    },
    {
      ja: '言葉だけでは弱い手掛かりにとどまり、差出人の細工と重なったときに強くなります。',
      en: 'Words alone stay a weak sign; they weigh more together with a forged sender.',
    },
  ],
  advice: {
    ja: '送金の前に、以前から知っている電話番号で取引先に確かめてください。メールに書かれた連絡先は使わないでください。',
    en: 'Before paying, call the partner on a number you already know, not one given in the mail.',
  },
  source: '2020Q1 §4.1; 2020Q2 §3.1–3.3',

  detectAfter(message, context, found) {
    const { register } = context
    if (isListMail(message)) return []
    const { find } = readMailLures(message)
    const change = find('payment-change')
    const heard = [change, find('payment-corrected')].filter((one) => one !== undefined)
    const { organisations } = listRecipients(message, register)
    if (organisations.has(message.from?.organisation ?? '')) return []
    const forgeries = listForgeries(found)
    if (change === undefined) {
      const inFile = findInFile(message, context, forgeries)
      if (inFile !== undefined) return [inFile]
    }
    if (heard.length === 0) return []
    // A corrected invoice, or a bank that writes to all its customers, is everyday business.
    if (forgeries.length === 0 && (change === undefined || isBulkMail(message))) return []
    const shown = showLures(message, heard)
    if (shown === undefined) return []
    return [{ ...shown, weight: weigh(change, forgeries), say: describe(heard, forgeries) }]
  },
})

/** The new account stands in the attached invoice or letter, and the mail says "please see attached". */
function findInFile(
  message: Message,
  context: TechniqueContext,
  forgeries: readonly Finding[],
): FindingDraft | undefined {
  const told = readFileLures(context).find(({ lure }) => lure.id === 'payment-change')
  if (told === undefined || (forgeries.length === 0 && isBulkMail(message))) return undefined
  const { artefact, lure } = told
  const name = defang((artefact.fileName ?? artefact.type).slice(0, 80))
  const aside = forgeries.length === 0 ? CALL_FIRST : FORGED
  return {
    ...showFileLures(message, artefact, [told]),
    weight: weigh(lure, forgeries),
    say: {
      ja: `添付「${name}」の文面が「${lure.label.ja}」を伝えています。${aside.ja}`,
      en: `The text inside the attachment “${name}” tells of ${lure.label.en}. ${aside.en}`,
    },
  }
}

const CALL_FIRST = {
  ja: '差出人に不審な点は見つかっていませんが、送金の前に確かめる価値があります。',
  en: 'Nothing is wrong with the sender as far as we see, but it is worth a call before paying.',
}
const FORGED = {
  ja: '差出人には細工があり、送金をだまし取る典型的な組み合わせです。',
  en: 'The sender is forged: together they are how payments are stolen.',
}

function weigh(change: object | undefined, forgeries: readonly Finding[]): Weight {
  if (forgeries.length === 0) return 'weak'
  const isSure = forgeries.some(({ weight }) => weight === 'strong')
  return isSure && change !== undefined ? 'strong' : 'medium'
}

function describe(heard: readonly MailLure[], forgeries: readonly Finding[]) {
  const labels = nameLures(heard)
  return forgeries.length === 0
    ? {
        ja: `本文や件名が${labels.ja}を伝えています。差出人に不審な点は見つかっていませんが、送金の前に確かめる価値があります。`,
        en: `The text tells of ${labels.en}. Nothing is wrong with the sender as far as we see, but it is worth a call before paying.`,
      }
    : {
        ja: `差出人に細工のあるメールが、${labels.ja}を伝えています。送金をだまし取る典型的な組み合わせです。`,
        en: `A mail with a forged sender tells of ${labels.en}: together they are how payments are stolen.`,
      }
}
