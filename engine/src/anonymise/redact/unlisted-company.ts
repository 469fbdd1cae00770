import { COMPANY_KINDS } from './company-kinds.ts'

const anyOf = (words: readonly string[]): string => words.join('|')

/**
 * Kinds of companies that an everyday word is seldom made with: 情報, 開発 and 自動車 end too many words that name nobody
 * (ソフトウェア開発, 中古自動車).
 */
const KINDS =
  '鉄工所 鉄工 精機 重工業 工業 鋼機 機工 製作所 製鋼 製鉄 電機 電工 電装 化成 化工 製薬 商事 商会 商店 商船 物産 産業 興業 興産 ' +
  '建設 重工 造船 海運 運輸 運送 倉庫 信用金庫 銀行 証券 損保 保険 食品 製菓 製粉 酒造 醸造 水産 紡績 製紙 鋼業 鉱業 合金 金属 鋳造 鍛造 工販 硝子 技研 ' +
  '総業 光学 計器 不動産 大学 病院 医院 診療所 クリニック 学園 学院 高等学校 高校 中学校 小学校 幼稚園 保育園 こども園 ' +
  '市役所 区役所 町役場 村役場 県庁 道庁 府庁 組合 商工会議所 商工会 協会 財団 連盟 法律事務所 会計事務所 税理士事務所 特許事務所 ' +
  '消防本部 消防署 警察署 水道局 教育委員会'
const WRITTEN_KINDS = anyOf(KINDS.split(' '))

/** What ends so and is no company. */
const WORDS: ReadonlySet<string> = new Set(
  (
    '非鉄金属 貴金属 重金属 軽金属 卑金属 希少金属 液体金属 有害金属 有価証券 電子証券 健康保険 国民健康保険 生命保険 損害保険 火災保険 地震保険 海上保険 自動車保険 雇用保険 社会保険 介護保険 労災保険 ' +
    '旅行保険 医療保険 冷凍食品 健康食品 加工食品 生鮮食品 機能性食品 基幹産業 主要産業 製造産業 農林水産 重化学工業 軽工業 都市銀行 地方銀行 ' +
    '中央銀行 取引銀行 提携銀行 国立大学 私立大学 総合病院 大学病院 土木建設 商用不動産 貨物運送 旅客運送 貨物運輸 ネット銀行 ネット証券 ' +
    '健康保険組合 労働組合 信用組合 協同組合 農業協同組合 漁業協同組合 生活協同組合 事業協同組合 共済組合 管理組合 マンション管理組合 ' +
    '国民健康保険組合 公立高校 私立高校 全国高校 公立中学校 私立中学校 公立小学校 認可保育園 歯科医院 歯科クリニック 都道府県庁 業界団体協会 ' +
    '国際連盟 地方公共団体組合 一部事務組合 最寄り警察署 所轄警察署 管轄警察署 所轄消防署 税理士会計事務所'
  ).split(' '),
)

const LATIN_KINDS =
  'Steel Industries Trading Electric Electronics Works Logistics Chemical Chemicals Pharmaceutical Pharmaceuticals Foods ' +
  'Machinery Motors Manufacturing Metals Metal Instruments Semiconductor Semiconductors Castings Pumps Valves Textiles ' +
  'Plastics Ceramics Bearings Shipping Construction Securities Insurance Engineering'
const LATIN_BOTH = anyOf(LATIN_KINDS.split(' ').flatMap((kind) => [kind, kind.toUpperCase()]))
/** Before such a word they make no name: "Free Shipping", "How It Works". */
export const EVERYDAY_BEGINNINGS: ReadonlySet<string> = new Set(
  (
    'free fast express standard international global online your our the this that new all any how it what and for with from your ' +
    'best daily about more stainless health car home life travel auto general software mechanical electrical social reverse under ' +
    'heavy light green dear please re fw fwd in of to day stock forex crypto algorithmic'
  ).split(' '),
)

/** 鉄工 in Latin letters; the readings of kinds written in katakana are English words. */
const READINGS = anyOf([
  ...new Set(
    COMPANY_KINDS.filter(
      ({ written, reading }) => /^\p{Script=Han}/u.test(written) && reading.length >= 5,
    ).map(({ reading }) => reading),
  ),
])

/** Names of companies that say by their last word what they are, without a form such as 株式会社. */
export const UNLISTED_COMPANIES: readonly RegExp[] = [
  new RegExp(String.raw`[\p{Script=Han}\p{Script=Katakana}ー]{2,12}(?:${WRITTEN_KINDS})`, 'gu'),
  new RegExp(
    String.raw`(?<![\p{L}\d])(?:\p{Lu}[\p{L}\d&'’-]{1,30}[ \u3000]){1,2}(?:${LATIN_BOTH})(?![\p{L}\d])`,
    'gu',
  ),
  new RegExp(String.raw`(?<![A-Za-z\d])[A-Za-z]{3,20}[ _-](?:${READINGS})(?![A-Za-z])`, 'giu'),
  // "Mizuho様", and the tag that a mailing list writes before a subject.
  /(?<![\p{L}\d.@])[A-Z][A-Za-z\d&'-]{2,30}(?:\s[A-Z][A-Za-z\d&'-]{0,30}){0,2}(?=\s?(?:様|御中|さま|殿|各位|ご担当))/gu,
  /(?<=\[)[A-Za-z][A-Za-z\d.-]{2,40}(?=[\s:,]{1,2}\d{2,8}\])/gu,
]

/** Who is addressed by no name, and what numbers in brackets count. */
const ADDRESSED: ReadonlySet<string> = new Set(
  'customer user member client vip dear guest sir bug ticket case issue request incident action order ref patch part page spam vol no id'.split(
    ' ',
  ),
)

/** Whether what looks like a company is a word of any text. */
export function isEverydayWord(value: string): boolean {
  if (WORDS.has(value) || ADDRESSED.has(value.toLowerCase())) return true
  const words = value.split(/\s/u)
  return words.length > 1 && EVERYDAY_BEGINNINGS.has(words.at(-2)?.toLowerCase() ?? '')
}
