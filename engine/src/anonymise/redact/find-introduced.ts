import { KANJI_SURNAMES } from './common-beginnings.ts'
import { COMPANY_KINDS } from './company-kinds.ts'
import type { PersonalMatch } from './find-personal.ts'
import { LEGAL_FORMS } from './legal-forms.ts'
import { ORDINARY_WORDS } from './ordinary-words.ts'

const HAN = String.raw`[\p{Script=Han}々ヶ]`
const KATAKANA = String.raw`[\p{Script=Katakana}ーﾞﾟ]`
/** A name in one script, its parts set apart or not: 安居院, 四葉 一郎, ｱｸﾞｲ. */
const NAME = String.raw`(?:${HAN}{1,5}(?:[ 　]${HAN}{1,4})?|${KATAKANA}{2,10})`
/** How it is read, in brackets behind it: （あぐい）, (Hiroshi OTOMO). */
const READING = String.raw`(?:[ 　]?[(（](?:[ぁ-ゖー 　]{2,16}|${KATAKANA}{2,16}|\p{Lu}\p{L}{1,20}(?:[ ]\p{Lu}\p{L}{1,20})?)[)）])`

const KINDS = COMPANY_KINDS.map(({ written }) => written).join('|')
/** 〔a company〕の安居院でございます: who speaks for it, by what stands behind the name. */
const OF_COMPANY = new RegExp(
  String.raw`(?<=(?:(?:${LEGAL_FORMS})[^の\s]{0,12}|${KINDS}|支店|支社|営業所|工場|[部課室係])[ 　]?の[ 　]?)(?<name>${NAME}${READING}?)(?=[ 　]?(?:です|でございます|でした|と申|より[。、\s]|から[。、\s]|[)）]|と御社|と貴社|に伝え|まで[。、ご]))`,
  'gu',
)
/** 担当の四葉と申します: whatever stands there is a name. */
const CALLED = new RegExp(
  String.raw`(?<![\p{Script=Han}々ヶァ-ヺー])(?<name>${NAME}${READING}?)(?=[ 　]?と申(?:し|します|す者))`,
  'gu',
)
/** 担当：安居院／阿万音, 口座名義：カ）トキワ. Several are set apart by signs; the name of an account is the line. */
const LABELLED = new RegExp(
  String.raw`(?:ご?担当者?|責任者|氏名|お名前|作成者)[:：][ 　]{0,2}(?<name>${NAME}${READING}?(?:[ 　]?[／/、・,，][ 　]?${NAME}${READING}?){0,5})(?![\p{Script=Han}ァ-ヺー]|(?!です|で[、。]|より|から|まで|[がはにのと])[ぁ-ゖ])`,
  'gu',
)
const HOLDER =
  /(?:口座)?名義人?(?:名|\(カナ\)|（カナ）)?[ 　]{0,2}[:：][ 　]{0,2}(?<name>[^\n、。<>]{2,40})/gu
/** 代表取締役 四葉 一郎（よつば いちろう）, 大友 博（Hiroshi OTOMO）: a reading makes the words before it a name. */
const READ = new RegExp(
  String.raw`(?<![\p{Script=Han}々ヶァ-ヺー])(?<name>${HAN}{1,5}(?:[ 　]${HAN}{1,4})?[ 　]?[(（](?:[ぁ-ゖー]{2,10}(?:[ 　][ぁ-ゖー]{2,10})?|\p{Lu}\p{L}{1,20}[ ]\p{Lu}\p{L}{1,20})[)）])`,
  'gu',
)

/** What stands behind a label where nobody is named. */
export const NOBODY =
  /^(?:不明|未定|未記入|不在|同上|省略|匿名|別紙|一覧|以下|下記|上記|当社|弊社|貴社|自社|自分|本人|確認|変更|各位|宛|様|殿|氏|御中|代理|至急|緊急|重要|全員|複数|無記名|不詳|攻撃者|受信者|担当者?|経理|総務|人事|営業|広報|法務|情報)$/u

/** Nouns in the other places: 御社の製品です, 経理部の担当です. Hardly a surname ends so. */
const NOUN =
  /(?:[書件品者員料金課係案用先様的性化等時社店会議局署庁況費額表票券証状物便回]|連絡|案内|資料|請求|見積|納期|回答|報告|確認|依頼|対応|予定|場合|担当|代表|責任|関係|貴方|不在|不明|未定|変更|更新|停止|制限|解除|登録|当選|完了|未払|延滞|凍結|配送|配達|こと|もの|ため|サービス|メール|システム|アカウント|データ|ファイル|サイト|サポート|スタッフ|チーム|メンバー|ユーザー|セキュリティ|センター)$/u
/** So end nouns (経理部, 会議室, 期間内) and surnames (阿部, 小室, 竹内): longer words are nouns, short ones those below. */
const NOUN_OR_SURNAME = /[中前後内外上下所室部日分方]$/u
const SHORT_NOUNS: ReadonlySet<string> = new Set(
  (
    '社内 社外 国内 国外 海外 市内 市外 県内 構内 館内 室内 屋内 屋外 校内 院内 域内 圏内 期内 体内 車内 場内 場外 案内 以内 以外 例外 内外 郊外 以上 以下 以前 以後 以降 ' +
    '路上 机上 海上 地上 地下 陸上 部下 目下 足下 上下 最下 午前 午後 事前 事後 直前 直後 最前 最後 前後 今後 食前 食後 生前 死後 戦前 戦後 手前 名前 目前 当日 本日 今日 ' +
    '昨日 明日 翌日 前日 後日 先日 平日 休日 祝日 毎日 連日 終日 同日 期日 初日 即日 某日 両日 土日 曜日 元日 日中 途中 年中 最中 集中 命中 空中 水中 中中 一部 全部 本部 支部 外部 ' +
    '内部 上部 下部 幹部 細部 局部 各部 同部 当部 弊部 貴部 部分 自分 処分 十分 多分 半分 成分 水分 区分 身分 当分 余分 随分 両方 双方 一方 他方 地方 夕方 貴方 味方 彼方 親方 先方 ' +
    '場所 住所 役所 箇所 各所 同所 近所 長所 短所 要所 名所 支所 当所 弊所 貴所 御所 便所 教室 和室 洋室 個室 当室 弊室 同室 別室'
  ).split(' '),
)
/** Those of three kanji, and those that end as nouns of the first list do. */
const LONG_SURNAMES: ReadonlySet<string> = new Set([
  '長谷部',
  '日下部',
  '曽我部',
  '額田部',
  '香宗部',
])

/**
 * People who are named by what stands around the name, not by its form: they introduce themselves, stand behind a
 * label, or have the reading of their name beside it. Whoever invents a lure writes the names of those he plays, which
 * are the provider's or its partners'.
 */
export function findIntroduced(text: string): readonly PersonalMatch[] {
  return [OF_COMPANY, CALLED, LABELLED, HOLDER, READ].flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap(({ 0: whole, groups, index }) => {
      const name = (groups?.['name'] ?? '').trimEnd()
      const start = index + whole.lastIndexOf(name)
      const isNoun = pattern === HOLDER ? SENTENCE.test(name) : isNounLike(name)
      return isNoun ? [] : [{ start, end: start + name.length, kind: 'person' as const }]
    }),
  )
}

/** No holder of an account: お支払い方法変更のお知らせ. */
const SENTENCE = /のお(?:知らせ|願い)|のご(?:案内|確認|連絡)|について|ください|ましたら/u

/** Whether it is no name but what stands in its place. */
export function isNounLike(name: string): boolean {
  const [word = ''] = name.split(/[(（／/、・,， 　]/u, 1)
  if (SURNAMES.has(word) || LONG_SURNAMES.has(word)) return false
  if (NOUN.test(word) || NOBODY.test(word) || ORDINARY_WORDS.has(word)) return true
  return NOUN_OR_SURNAME.test(word) && (word.length > 2 || SHORT_NOUNS.has(word))
}

const SURNAMES: ReadonlySet<string> = new Set(KANJI_SURNAMES)
