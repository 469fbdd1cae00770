import type { Bilingual } from '../bilingual.ts'

/** What a mail's words are about, as far as a short list of expressions tells. */
export type LureId =
  | 'payment-change'
  | 'payment'
  | 'executive-request'
  | 'secret-deal'
  | 'lawyer'
  | 'receivables'
  | 'credential'
  | 'urgency'

export interface Lure {
  readonly id: LureId
  readonly label: Bilingual
  readonly words: RegExp
}

/**
 * Expressions of fraud mail in both languages. Each needs only to be right in company with a finding
 * about addresses, links or files: by itself it is ordinary business.
 */
export const LURES: readonly Lure[] = [
  {
    id: 'payment-change',
    label: { ja: '振込先の変更', en: 'a change of bank account' },
    words:
      /(?:振込先|口座|送金先|支払先|銀行)[^\n。]{0,20}(?:変更|新しい|新規|訂正|差し替え|切り替え|別の)|(?:新しい|別の|変更後の)(?:振込先|口座|銀行)|(?:new|change[ds]?|updat(?:e[ds]?|ing)|different|alternat\w+|revised)\b[^\n.]{0,50}\b(?:bank(?:ing)?|account|beneficiary|remittance)|(?:bank|banking|account|payment) (?:details|information|instructions?)[^\n.]{0,40}(?:chang|updat|new|below|attached)|account[^\n.]{0,30}(?:under (?:audit|review)|cannot receive|frozen)/i,
  },
  {
    id: 'payment',
    label: { ja: '支払いや請求', en: 'payment or an invoice' },
    words:
      /請求書|お?支払い?|振込|送金|入金|インボイス|見積|\b(?:invoice|payment|wire transfer|remittance|swift|overdue|proforma|purchase order|quotation)\b/i,
  },
  {
    id: 'executive-request',
    label: { ja: '経営者からの急ぎの依頼', en: 'an executive’s request' },
    words:
      /(?:社長|会長|代表取締役|CEO|CFO)[^\n]{0,40}(?:依頼|お願い|指示|連絡)|(?:至急|内密|極秘|手が離せ|会議中)[^\n。]{0,40}(?:対応|送金|連絡|返信|振込)|\b(?:are you (?:available|at your desk|in the office)|quick (?:task|favou?r)|i(?:'m| am) in a meeting|handle (?:a|this) (?:task|transaction|payment)|gift cards?)\b/i,
  },
  {
    id: 'secret-deal',
    label: { ja: '極秘の買収や取引', en: 'a secret acquisition' },
    words:
      /買収|M\s*[&＆]\s*A|合併|極秘|社外秘の案件|インサイダー|\b(?:acquisition|merger|takeover|strictly confidential|confidential (?:transaction|matter|deal|operation)|non[- ]?disclosure|financial authority)\b/i,
  },
  {
    id: 'lawyer',
    label: { ja: '弁護士や会計士', en: 'a lawyer or auditor' },
    words:
      /弁護士|法律事務所|会計士|監査法人|\b(?:attorney|lawyer|law firm|solicitors?|counsel|barrister|auditor|KPMG|PwC|Deloitte)\b/i,
  },
  {
    id: 'receivables',
    label: { ja: '売掛金や取引先の一覧の要求', en: 'a request for receivables or customer lists' },
    words:
      /(?:売掛金?|未収金|取引先|顧客|従業員|給与)[^\n。]{0,12}(?:一覧|リスト|残高|明細|台帳)|\b(?:ag(?:e)?ing report|accounts? receivable|outstanding (?:invoices|balances)|customer list|vendor list|payroll (?:list|details)|W-?2 forms?)\b/i,
  },
  {
    id: 'credential',
    label: { ja: 'アカウントやパスワード', en: 'accounts and passwords' },
    words:
      /(?:アカウント|パスワード|メールボックス|ログイン|サインイン|本人確認|ご利用)[^\n。]{0,30}(?:期限|失効|確認|停止|制限|更新|再設定|認証|ロック|容量|異常)|ログインして|サインインして|\b(?:verify|confirm|validate|update|reactivate|unlock) (?:your|the) (?:account|identity|mailbox|e-?mail|password|information|billing)|(?:password|account|mailbox|storage|session)[^\n.]{0,40}(?:expir|suspend|limit|full|quota|deactivat|terminat|locked)|sign[- ]?in (?:to|here|attempt)|log[- ]?in (?:to|here|attempt)|(?:certificate|access|licen[cs]e|vpn|token)[^\n.]{0,40}expir|休暇申請|unusual (?:sign-?in|activity)|shared? (?:a )?(?:file|document)[^\n.]{0,30}(?:with you|onedrive|sharepoint)|keep (?:the )?(?:same|current) password/i,
  },
  {
    id: 'urgency',
    label: { ja: '急がせる言葉', en: 'pressure to act at once' },
    words:
      /至急|本日中|大至急|緊急|24\s*時間以内|速やかに|直ちに|\b(?:urgent(?:ly)?|immediately|asap|as soon as possible|within 24 hours|final (?:notice|warning)|act now)\b/i,
  },
]

/** Characters of the shown text that are read; a lure stands where it is read first. */
const TEXT_CHARS_MAX = 20_000

/** The lure, when its words occur in the mail. */
export type LureReader = (id: LureId) => Lure | undefined

/**
 * Looks for lures in the subject and the shown text. Each is looked for when it is first asked for:
 * most mails need few of them, and all of them cost as much as opening the mail's parts.
 */
export function readLures(subject: string, shownText: string): LureReader {
  let text: string | undefined
  const known = new Map<LureId, Lure | undefined>()
  return (id) => {
    if (known.has(id)) return known.get(id)
    text ??= `${subject}\n${shownText.slice(0, TEXT_CHARS_MAX)}`.normalize('NFKC')
    const said = text
    const lure = LURES.find((one) => one.id === id && one.words.test(said))
    known.set(id, lure)
    return lure
  }
}
