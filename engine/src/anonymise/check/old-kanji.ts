import { RARE_KANJI } from './rare-kanji.ts'

/**
 * New forms and the old ones they took the place of, after the Table of Kanji for Common Use (常用漢字表,
 * Cabinet notification no. 2 of 2010, where the old form stands in brackets), in its order of readings,
 * and the pairs of the Table of Kanji for Personal Names (人名用漢字, Ordinance for Enforcement of the
 * Family Register Act, appended table 2).
 */
const COMMON_USE =
  '亜亞 悪惡 圧壓 囲圍 医醫 為爲 壱壹 隠隱 栄榮 営營 衛衞 駅驛 円圓 塩鹽 縁緣 艶艷 応應 欧歐 殴毆 桜櫻 奥奧 横橫 ' +
  '温溫 穏穩 仮假 価價 画畫 会會 絵繪 壊壞 懐懷 概槪 拡擴 殻殼 覚覺 学學 岳嶽 楽樂 渇渴 缶罐 巻卷 陥陷 勧勸 寛寬 ' +
  '関關 歓歡 観觀 気氣 既旣 帰歸 偽僞 戯戲 犠犧 旧舊 拠據 挙擧 虚虛 峡峽 挟挾 狭狹 郷鄕 暁曉 区區 駆驅 勲勳 薫薰 ' +
  '径徑 茎莖 恵惠 掲揭 渓溪 経經 蛍螢 軽輕 継繼 鶏鷄 芸藝 撃擊 欠缺 研硏 県縣 倹儉 剣劍 険險 圏圈 検檢 献獻 権權 ' +
  '顕顯 験驗 厳嚴 広廣 効效 恒恆 黄黃 鉱鑛 号號 国國 黒黑 砕碎 済濟 斎齋 剤劑 雑雜 参參 桟棧 蚕蠶 惨慘 賛贊 残殘 ' +
  '糸絲 歯齒 児兒 辞辭 湿濕 実實 写寫 釈釋 寿壽 収收 従從 渋澁 獣獸 縦縱 粛肅 処處 緒緖 叙敍 将將 称稱 渉涉 焼燒 ' +
  '証證 奨奬 条條 状狀 乗乘 浄淨 剰剩 畳疊 縄繩 壌壤 嬢孃 譲讓 醸釀 触觸 嘱囑 真眞 寝寢 慎愼 尽盡 図圖 粋粹 酔醉 ' +
  '穂穗 随隨 髄髓 枢樞 数數 瀬瀨 声聲 青靑 斉齊 清淸 静靜 税稅 窃竊 摂攝 説說 専專 浅淺 戦戰 践踐 銭錢 潜潛 繊纖 ' +
  '禅禪 双雙 壮壯 争爭 荘莊 捜搜 挿插 巣巢 曽曾 痩瘦 装裝 総總 騒騷 増增 蔵藏 臓臟 即卽 属屬 続續 堕墮 対對 体體 ' +
  '帯帶 滞滯 台臺 滝瀧 択擇 沢澤 担擔 単單 胆膽 団團 断斷 弾彈 遅遲 痴癡 虫蟲 昼晝 鋳鑄 庁廳 徴徵 聴聽 勅敕 鎮鎭 ' +
  '逓遞 鉄鐵 点點 転轉 伝傳 灯燈 当當 党黨 盗盜 稲稻 闘鬪 徳德 独獨 読讀 届屆 弐貳 悩惱 脳腦 覇霸 拝拜 廃廢 売賣 ' +
  '麦麥 発發 髪髮 抜拔 晩晚 蛮蠻 秘祕 浜濱 瓶甁 払拂 仏佛 併倂 並竝 餅餠 辺邊 変變 弁辨 歩步 宝寶 豊豐 褒襃 没沒 ' +
  '翻飜 毎每 万萬 満滿 麺麵 黙默 弥彌 訳譯 薬藥 与與 予豫 余餘 誉譽 揺搖 様樣 謡謠 来來 頼賴 乱亂 覧覽 竜龍 両兩 ' +
  '猟獵 緑綠 涙淚 塁壘 礼禮 励勵 戻戾 霊靈 齢齡 暦曆 歴歷 恋戀 錬鍊 炉爐 労勞 郎郞 楼樓 録錄 湾灣 弁瓣 弁辯'

const PERSONAL_NAMES =
  '尭堯 巌巖 晃晄 桧檜 槙槇 禄祿 穣穰 萌萠 遥遙 亘亙 凜凛 祢禰 弥彌 兎兔 曳曵 砺礪 篭籠 芦蘆 蕊蘂 蝋蠟 諌諫 頚頸 ' +
  '鴎鷗 桝枡 薮藪 薮籔'

/**
 * Forms of family names that are kept apart in registers and mixed up by readers (Unicode's kZVariant and
 * kSemanticVariant, and the Ministry of Justice's reduction map of family-register kanji).
 */
const FAMILY_NAMES =
  '高髙 崎﨑 崎嵜 崎碕 崎埼 浜濵 辺邉 斉齊 斉齋 斉斎 沢泽 島嶋 島嶌 島㠀 橋槗 橋𣘺 吉𠮷 富冨 峰峯 渕淵 館舘 園薗 ' +
  '村邨 野埜 野墅 鉄銕 鉄鉃 土圡 曽曾 柳栁 桑桒 戸戶 内內 呂吕 教敎 徳悳 達逹 節莭 船舩 船舡 梅楳 松枩 松柗 松㮤 ' +
  '秋秌 秋穐 杉椙 窪漥 蛸鮹 鶴靏 鶴靍 鶴寉 西覀 郎郞 坂阪 飯飰 今仐 収收 亀龜 喜㐂 最㝡 涼凉 柏栢 面靣 虎乕 ' +
  '鶴鸖 鯵鰺 鎌鐮 杉杦 昇曻 蛎蠣 梼檮 涛濤 ' +
  '学斈 顔顏 呉吳 娯娛 国囯 国圀 斉亝 鉄鐡 杯盃 塀屛 宝寳 隷隸 渕渊 柳桺 秋龝 角⻆ 瑶瑤 彦彥 釜釡 晋晉 隣鄰 舗舖 靭靱'

const PAIRS = new Map(
  `${RARE_KANJI} ${COMMON_USE} ${PERSONAL_NAMES} ${FAMILY_NAMES}`.split(' ').map((pair) => {
    const [common = '', old = ''] = [...pair]
    return [old, common]
  }),
)

/** The last of the forms that each stand for the one before; a ring ends where it began. */
function toNewest(letter: string): string {
  const seen = new Set<string>()
  let newest = letter
  for (
    let next = PAIRS.get(newest);
    next !== undefined && !seen.has(next);
    next = PAIRS.get(next)
  ) {
    seen.add(next)
    newest = next
  }
  return newest
}

/** Old or rare form to the common one; forms that readers mix up (齋, 齊, 斎) meet in one. */
export const OLD_KANJI: ReadonlyMap<string, string> = new Map(
  [...PAIRS.keys()].map((letter) => [letter, toNewest(letter)]),
)
