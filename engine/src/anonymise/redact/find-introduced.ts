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

/** Nouns in the other places: 御社の製品です, 経理部の担当です. */
const NOUN =
  /(?:[書件品者員料金部課係室案用日分先様的性化等中後前時内外上下社店所会議室係局署庁況費額表票券証状物便]|連絡|案内|資料|請求|見積|納期|回答|報告|確認|依頼|対応|予定|場合|担当|代表|責任|関係|回|方|こと|もの|ため|サービス|メール|システム|アカウント|データ|ファイル|サイト|サポート|スタッフ|チーム|メンバー|ユーザー|セキュリティ|センター)$/u

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
      const isNoun = pattern !== HOLDER && isNounLike(name)
      return isNoun ? [] : [{ start, end: start + name.length, kind: 'person' as const }]
    }),
  )
}

function isNounLike(name: string): boolean {
  const [word = ''] = name.split(/[(（／/、・,， 　]/u, 1)
  return NOUN.test(word) || NOBODY.test(word) || ORDINARY_WORDS.has(word)
}
