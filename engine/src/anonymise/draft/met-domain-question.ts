import type { Bilingual } from '../../bilingual.ts'
import type { QuestionDraft } from '../question.ts'
import type { Witness } from './list-met-domains.ts'

const SHOWN: Readonly<Record<Witness, Bilingual>> = {
  delivered: {
    ja: '受信側のサーバーが、届け先のアドレスのドメインとして記録しています。送信者は書き込めません。',
    en: 'The receiving servers noted it as the domain of the mailbox they delivered to. The sender cannot write there.',
  },
  server: {
    ja: '受信側のサーバーが、自分の名前として記録しています。送信者は書き込めません。',
    en: 'A receiving server noted it as its own name. The sender cannot write there.',
  },
  forwarded: {
    ja: '別のメールを含むメールの、差出人のドメインです。その人は中のメールを受け取ったか、転送したとみなされています。',
    en: 'It is the sender’s domain of a mail that holds another. Its sender received that other mail, or counts as who passes it on.',
  },
  addressed: {
    ja: '宛先（ToやCcなど）のドメインです。送信者が書き込めるため、わざと書かれた可能性もあります。',
    en: 'It is the domain of an addressee (To, Cc and so on). The sender writes these, so it may have been planted.',
  },
  named: {
    ja: '本文の宛名、またはリンクに埋め込まれたアドレスのドメインです。受信者のものと思われますが、送信者が書いたものです。',
    en: 'It is the domain of an address that the mail greets, or that its links carry: most likely the recipient’s, but the sender wrote it.',
  },
  relayed: {
    ja: '転送サーバー、メーリングリスト、または元の差出人のドメインとして、ヘッダに書かれています。',
    en: 'The header names it as the domain of a forwarder, a mailing list or a first author.',
  },
  sent: {
    ja: 'このメールは返信で、受信の記録（Received）がありません。差出人の送信済みフォルダーから取り出された、提供元の人の返信かもしれません。',
    en: 'The mail is an answer, and no server noted that it received it (Received). It may be an answer by somebody of the provider, taken from the folder of sent mail.',
  },
  original: {
    ja: 'メーリングリストに差出人を書き換えられる前の、元の差出人のドメインだとヘッダに書かれています。攻撃者のものと思われますが、転送した提供元や取引先の人かもしれません。',
    en: 'The header names it as the domain of the author before a mailing list put itself in the sender’s place: most likely the attacker’s, but it may be somebody’s of the provider or a partner who passed the mail on.',
  },
  claimed: {
    ja: 'メーリングリストが差出人を書き換えた形ですが、受信側のリストだという記録がありません。攻撃者もこの形をまねられます。提供元のリストかもしれません。',
    en: 'The mail looks as if a mailing list had put itself in the sender’s place, and nothing but the sender’s word shows whose list it is. Attackers can write that form; it may also be the provider’s own list.',
  },
  noted: {
    ja: 'メールを受け取ったサーバーが書く記録（認証結果や検査など）に、サーバーの名前として書かれています。受信側のサーバーと思われますが、送信者も同じ欄を書き込めます。',
    en: 'A field that servers write when they receive a mail (results of authentication, scans) has it as the server’s name: most likely the receiving side’s, but a sender can write such fields too.',
  },
  transmitter: {
    ja: '差出人とは別の組織として、Sender欄に書かれています。攻撃者のものと思われますが、提供元の転送サーバーやメーリングリストかもしれません。',
    en: 'The field Sender names it, and it is another organisation than the author’s: most likely the attacker’s, but it may be a forwarder or a mailing list of the provider.',
  },
  written: {
    ja: '本文に、このドメインのメールアドレスが書かれています。攻撃者のものと思われますが、受信者や取引先のアドレスかもしれません。',
    en: 'An address at this domain stands in the text: most likely the attacker’s, but it may be the recipient’s or a partner’s.',
  },
  'claimed-by-attack': {
    ja: 'メーリングリストが差出人を書き換えた形ですが、受信側のリストだという記録がなく、リンクも同じドメインに通じています。攻撃者がリストをまねたと思われますが、提供元のリストかもしれません。',
    en: 'The mail looks as if a mailing list had put itself in the sender’s place, nothing but the sender’s word shows whose list it is, and its links lead to the same domain: most likely an attacker who imitates a list, but it may be the provider’s own.',
  },
  'told-by-attack': {
    ja: '送信者にも書ける欄や本文だけが、受信側や転送元のものとして挙げています。リンクもほかには通じていません。攻撃者が自分のドメインを書いたと思われますが、提供元のものかもしれません。',
    en: 'Nothing but fields and text that a sender can write too name it as the receiving side’s or a forwarder’s, and the links of the mail lead nowhere else: most likely an attacker who named his own, but it may be the provider’s.',
  },
  self: {
    ja: '差出人が自分自身を宛先やCcに入れています。受信者を隠す攻撃者によくある形ですが、乗っ取られた従業員のアカウントかもしれません。',
    en: 'The sender stands among the addressees himself. Attackers who hide their recipients do so; it may also be an employee’s account that was taken over.',
  },
  answered: {
    ja: '認証に成功した差出人が、提供元のメールに返信しています。アカウントを乗っ取られた取引先かもしれません。',
    en: 'An authenticated sender answers a mail of the provider: it may be a partner whose account was taken over.',
  },
  quoted: {
    ja: '引用されたやり取りに出てくるドメインです。取引先かもしれませんが、引用は送信者が書き換えられます。',
    en: 'It stands in the quoted conversation. It may be a partner’s, but the sender can rewrite what is quoted.',
  },
}

/** What attackers show of themselves more often than the receiving side does. */
const MOSTLY_ATTACKERS: ReadonlySet<Witness> = new Set([
  'self',
  'claimed-by-attack',
  'told-by-attack',
  'original',
  'transmitter',
  'written',
])

/** A domain that no register holds and that the mail shows on the recipient's side. */
export function metDomainQuestion(domain: string, witness: Witness): QuestionDraft {
  const shown = SHOWN[witness]
  return {
    kind: 'met-name',
    value: domain,
    say: {
      ja: '提供元や取引先のものかもしれない、未登録のドメインがあります',
      en: 'An unregistered domain may be the provider’s or a partner’s',
    },
    why: {
      ja: `${shown.ja}提供元や取引先のものなら出さず、提供元の名前にも加えてください。攻撃者のものなら、そのまま出してください。`,
      en: `${shown.en} If it is the provider’s or a partner’s, leave it out and add it to the provider’s names; if it is the attacker’s, publish it.`,
    },
    choices: ['omit', 'keep'],
    proposed: MOSTLY_ATTACKERS.has(witness) ? 'keep' : 'omit',
  }
}
