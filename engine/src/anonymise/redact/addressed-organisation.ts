import { isLureWord } from '../../register/lure-words.ts'

const HAN = String.raw`\p{Script=Han}々ヶ`
const KATAKANA = String.raw`\p{Script=Katakana}ー・ﾞﾟ`
const LATIN = 'A-Za-z\\dＡ-Ｚａ-ｚ０-９&＆'
const LETTER = `[${HAN}${KATAKANA}${LATIN}ぁ-ゖ]`
const DEPARTMENT = '(?:本部|部|課|室|係|局|支店|支社|営業所|工場|センター|グループ|チーム)'

/** What is written behind an organisation alone, and to whoever receives the mail. */
const TO_ORGANISATION =
  '(?:御中|各位|[ご御]?担当(?:者|部署|部門)?(?:様|さま|殿|各位|御中)|ご担当者)'

const PATTERNS: readonly RegExp[] = [
  new RegExp(
    String.raw`(?<!${LETTER})${LETTER}{2,30}[ \u3000]${LETTER}{1,13}(?<=${DEPARTMENT})(?=[ \u3000]{0,2}(?:${TO_ORGANISATION}|(?:宛て?|あて)(?![${HAN}])))`,
    'gu',
  ),
  // Whom 御社 and ご担当者様 mean, said behind them; and everybody there.
  new RegExp(
    String.raw`(?<=(?:[御貴]社|担当者?(?:様|さま|殿)?|各位)[（(]\s?)${LETTER}{2,30}(?=\s?[)）])`,
    'gu',
  ),
  new RegExp(
    String.raw`(?<!${LETTER})[${HAN}${KATAKANA}${LATIN}]{2,30}(?=の(?:皆|みな)(?:様|さま|さん))`,
    'gu',
  ),
  new RegExp(String.raw`${LETTER}{2,30}(?<![ご御])(?=[ \u3000]{0,2}${TO_ORGANISATION})`, 'gu'),
  new RegExp(
    `(?:[${HAN}${LATIN}]{1,15}[${KATAKANA}][${HAN}${KATAKANA}${LATIN}]{0,15}|[${KATAKANA}${LATIN}]{1,15}[${HAN}]{1,15}|(?<!${LETTER})[ぁ-ゖー]{2,8}[${HAN}]{1,8})(?=(?:様|さま|殿)(?![${HAN}]))`,
    'gu',
  ),
]

/** Parts of a company that every company has, and what people are asked for. */
const PLACES =
  '経理 総務 人事 採用 労務 営業 財務 法務 購買 調達 仕入 発注 受注 注文 納品 出荷 情報 システム 情シス 製造 品質 管理 保証 企画 広報 秘書 海外 国際 ' +
  '生産 物流 資材 事業 保守 業務 監査 経営 技術 開発 研究 施設 設備 運営 運用 サイト ホームページ ウェブ サーバー サーバ セキュリティ ネットワーク ' +
  'メール アカウント ドメイン 契約 更新 広告 マーケティング 宣伝 販売 販促 店舗 ショップ 現場 工事 安全 衛生 環境 教育 研修 給与 福利厚生 会計 税務 ' +
  '決算 請求 支払い 支払 入金 社内 社外 全社 本社 貴社 御社 弊社 当社 各社 関係 会社 企業 団体 部署 部門 Web WEB web HP EC IT DX SNS'
const OF_EVERY_COMPANY = new RegExp(
  `^(?:ご|お|御|各|全|の|・|${PLACES.split(' ').join('|')}){1,8}${DEPARTMENT}?$`,
  'u',
)
/** Many people, named by what they are to somebody: 会員各位, お取引先各位, ユーザー各位. */
const OF_MANY =
  /(?:者|員|客|先|様|方|皆|株主|地主|家主|学生|生徒|役|ユーザー?|メンバー|オーナー|パートナー|スタッフ|カスタマー|ドライバー|(?:関連|協力|取引|グループ)(?:会社|企業|各社)|[利使]用中|契約中|登録中|加入中|世話|苦労|何|我|互い|全国|全世界|世界|日本|地域|各地|近隣)$|^.{0,2}長$/u

/**
 * Who is addressed as an organisation, whatever its name looks like: 日向市役所 御中, 北嶺 総務課 ご担当者様. Of words before 様
 * those of one script are a person's name; of several, a company's (瀬戸内フェリー様).
 */
export function findAddressed(text: string): readonly AddressedOrganisation[] {
  // Every word of a text may stand before such a form: they are looked at only where there is one.
  if (!ADDRESSES.test(text)) return []
  return PATTERNS.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ 0: value, index }) => ({ start: index, value })),
  ).filter(({ value }) => !OF_EVERY_COMPANY.test(value) && !OF_MANY.test(value))
}
const ADDRESSES = /御中|各位|担当|様|さま|殿|皆|[御貴]社|宛|あて/u

/** `Attn: Okuma Foundry` and `To: Okuma Foundry - invoice`, as a subject begins; in a text such lines are headers. */
export function findAddressedFirst(line: string): readonly AddressedOrganisation[] {
  const [whole = '', name = ''] = FIRST.exec(line) ?? []
  const isNobody = name
    .toLowerCase()
    .split(' ')
    .every((word) => NOBODY.has(word) || isLureWord(word))
  return isNobody || line.includes('\n') ? [] : [{ start: whole.length - name.length, value: name }]
}
const FIRST =
  /^(?:(?:R[Ee]|F[Ww][Dd]?)[:：]\s{0,3}){0,3}(?:T[Oo]\s?[:：]|(?:A[Tt][Tt][Nn]|F\.?A\.?O)\.?\s?[:：]?)\s{0,3}(\p{Lu}[\p{L}\d&'’-]{1,30}(?: \p{Lu}[\p{L}\d&'’-]{0,30}){0,3})/u
const NOBODY: ReadonlySet<string> = new Set(
  (
    ' all staff employee employees team customer customers client clients user users member members beneficiary winner owner sir ' +
    'madam dear friend everyone account accounts email mail payroll finance purchasing procurement sales department dept office manager ' +
    'director ceo cfo hr it admin administrator valued overdue unpaid pending advice notice reminder statement remittance my your our the of and for'
  ).split(' '),
)

export interface AddressedOrganisation {
  readonly start: number
  readonly value: string
}
