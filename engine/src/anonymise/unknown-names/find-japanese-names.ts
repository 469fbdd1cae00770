import { NOBODY } from '../redact/find-introduced.ts'
import type { Found } from './find-organisation-like.ts'

/** Kanji that stand for one sound in given names: 奈, 緒. */
const SOUNDS =
  '奈菜那美麻真由優友有裕祐佑結希樹貴季喜理里莉梨利恵江絵英衣伊依亜明佳加香華花可歌和智千知都登津多久世佐沙紗早小尾緒保穂帆歩万満実彩茉百桃夏聖珠寿瑠留呂'
const SOFT_ENDINGS = '子美恵香代江奈菜穂里紀緒帆世実乃花華加佳沙紗音葉'
/** Kanji with which the given names of men begin, and with which they end. */
const FIRSTS =
  '健大翔拓雄裕祐勇秀英義正和文武俊敏直信弘浩博幸孝隆貴達哲康靖慶圭賢憲謙光晃昭章彰克勝純順淳潤伸真慎晋忠宗泰隼陽悠優蓮涼諒良亮遼龍竜恭邦嘉吉啓敬喜恒洸宏紘晴寿修友芳善佑侑祥昌勲智知朋'
const LASTS =
  '彦也哉之輔介樹輝斗翔雄夫男太平吾司史志治幸行明弘博浩洋隆孝一二三義信和久人則典英生臣貴希紀文央仁朗'

/** Given names of one kanji that are rarely another word beside a surname. */
const SINGLE_GIVEN = '健誠隆修茂豊稔聡剛浩学徹薫翔蓮渚咲愛舞忍恵瞳翼淳潤亮涼駿樹葵楓凛遥茜梓'

/** Words of every text that are made like a given name. */
const WORDS: ReadonlySet<string> = new Set(
  (
    '利子 世代 世紀 早世 大人 大平 大和 大幸 正義 正史 正文 文明 文人 文治 公平 公明 直行 直文 和平 和文 和英 英文 英和 英雄 光明 光輝 達人 友人 知人 ' +
    '善人 善行 修行 賢人 賢明 昭和 大英 大生 大志 大典 大義 恒久 悠久 寿司 忠義 信義 義人 一人 有里 新郎 野郎 友好 有志 大三 大二 大一 百花 千花 ' +
    '有実 果実 英典 大文 後世 寿命 多世'
  ).split(' '),
)

/** Kanji that are a surname by themselves. */
const SINGLE_SURNAMES =
  '林森東原関辻堀南西北星岡桂谷泉島滝岸浜畑菅梶柳榊栗桑峰秦乾奥沢牧水杉松槙樋湊脇角門椿橘楠岩坂城境'

const HAN = String.raw`[\p{Script=Han}々ヶ]`

/** A given name in kanji: three with the sounds of one, two in the ways most are made, and whatever ends in 郎. */
const GIVEN_NAME = String.raw`(?:[${SOUNDS}]{2}[${SOFT_ENDINGS}]|[${SOUNDS}][${SOFT_ENDINGS}]|[${FIRSTS}][${LASTS}]|${HAN}{1,2}郎|${HAN}之[介助]|千[尋春秋夏晶]|[真美]咲|直美|久美子)`

/** Words that stand behind a name without anything between: 高梨奈緒子履歴書.pdf. */
const BEHIND = String.raw`(?:履歴書|請求書|見積|名義|宛|分|作成|担当|署名|です|から|より|まで|[がはをにとのもへ])`

const FULL_NAME = new RegExp(
  String.raw`(?<!${HAN})(?<surname>${HAN}{1,3}?)(?<gap>[ 　]?)(?<given>${GIVEN_NAME})(?=${BEHIND}|(?!${HAN}|[ぁ-ゖァ-ヺー]))`,
  'gu',
)
const SHORT_NAME = new RegExp(
  String.raw`(?<!${HAN})(?:[${SINGLE_SURNAMES}][ 　][${SINGLE_GIVEN}])(?!${HAN})`,
  'gu',
)

/** No surnames: numbers, and what sets one noun apart from another. */
const NO_SURNAME =
  /^(?:[一二三四五六七八九十〇第新旧全各毎当本同御貴弊再未不非無最約]|.{0,2}[第的性化用式型版])$/u

/** Surnames of one kanji that are no place or direction, as the subject of a sentence. */
const SUBJECT =
  /(?<![\p{Script=Han}々ぁ-ゖァ-ヺー])[林森辻堀柳榊桂梶椿楠脇](?=[がはも]|から|より|宛)/gu

/** Before a name: 担当：林, 代表取締役 東 健. Behind a role and a space any noun stands, unless it is in two parts. */
const TITLE_BEFORE = new RegExp(
  [
    String.raw`(?:(?:担当者?|責任者|氏名|お名前|差出人|署名|作成者|送信者)[:：][ 　]{0,2}(?<named>${HAN}{1,4}(?:[ 　]${HAN}{1,3})?)`,
    String.raw`(?:取締役|[部課係室支店所社局会学校院]長|主任|専務|常務|教授|監査役)[ 　](?<titled>${HAN}{1,3}[ 　]${HAN}{1,3}|[${SINGLE_SURNAMES}]))(?!${HAN}|[ァ-ヺー])`,
  ].join('|'),
  'gu',
)

/** Places in an organisation, which stand there as well. */
const OFFICE = /(?:部|課|室|係|局|店|社|所|会|院|校|窓口|者|員|様|御中|会議|会社)$/u

/** Whole names in kanji, known by their given name: whoever is called 奈緒子 has a surname before it, listed or not (T18). */
export const findJapaneseNames = (text: string): readonly Found[] => [
  ...[...text.matchAll(FULL_NAME)]
    .filter(({ groups }) => isName(groups?.['surname'] ?? '', groups?.['given'] ?? ''))
    .map(({ 0: value, index }) => ({ start: index, value })),
  ...[SHORT_NAME, SUBJECT].flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ 0: value, index }) => ({ start: index, value })),
  ),
  ...[...text.matchAll(TITLE_BEFORE)].flatMap(({ 0: whole, groups, index }) => {
    const value = groups?.['named'] ?? groups?.['titled'] ?? ''
    return NOBODY.test(value) || OFFICE.test(value)
      ? []
      : [{ start: index + whole.length - value.length, value }]
  }),
]

const isName = (surname: string, given: string): boolean =>
  !WORDS.has(given) && !WORDS.has(`${surname}${given}`.slice(-2)) && !NO_SURNAME.test(surname)

/** The same for given names that somebody known bears: the set is of kanji alone. */
export function findKnownGiven(text: string, givenNames: ReadonlySet<string>): readonly Found[] {
  if (givenNames.size === 0) return []
  return [...text.matchAll(RUN)].flatMap(({ 0: value, index }) => {
    const [surname = '', given = ''] = value.split(/[ 　]/u)
    const isKnown =
      given === ''
        ? [2, 3].some((length) => value.length > length && givenNames.has(value.slice(-length)))
        : givenNames.has(given)
    return isKnown && !NO_SURNAME.test(surname) ? [{ start: index, value }] : []
  })
}

const RUN = new RegExp(String.raw`(?<!${HAN})${HAN}{1,6}(?:[ 　]${HAN}{2,3})?(?!${HAN})`, 'gu')
