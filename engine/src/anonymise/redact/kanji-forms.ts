import { KANJI_VARIANTS } from './kanji-variants.ts'

/**
 * Kanji that name the same in a name, as runs: the form used today first. The pairs of old and new forms are those
 * that the table of common kanji (常用漢字表, Cabinet Notice No. 2 of 2010) gives in brackets; the others are the
 * variants of names that family registers hold (civil affairs bureau, circular No. 5202 of 2004, 誤字俗字・正字一覧表).
 */
const RUNS =
  '亜亞 悪惡 圧壓 囲圍 医醫 為爲 隠隱 栄榮 営營 衛衞 駅驛 円圓 塩鹽 縁緣 艶艷 応應 欧歐 殴毆 桜櫻 奥奧 横橫 温溫 穏穩 仮假 ' +
  '価價 画畫 会會 絵繪 壊壞 懐懷 拡擴 殻殼 覚覺 学學斈 岳嶽 楽樂 渇渴 缶罐 巻卷 陥陷 勧勸 寛寬 関關 歓歡 観觀 顔顏 気氣 既旣 帰歸 偽僞 ' +
  '戯戲 犠犧 旧舊 拠據 挙擧 虚虛 峡峽 挟挾 狭狹 教敎 郷鄕 暁曉 区區 駆驅 勲勳 薫薰 径徑 茎莖 恵惠 掲揭 渓溪 経經 蛍螢 軽輕 継繼 鶏鷄 ' +
  '芸藝 撃擊 欠缺 研硏 県縣 倹儉 剣劍 険險 圏圈 検檢 献獻 権權 顕顯 験驗 厳嚴 戸戶 呉吳 娯娛 広廣 効效 恒恆 黄黃 鉱鑛 号號 国國囯圀 黒黑 ' +
  '砕碎 済濟 斉齊斎齋亝 剤劑 雑雜 参參 桟棧 蚕蠶 惨慘 賛贊 残殘 糸絲 歯齒 児兒 辞辭 湿濕 実實 写寫 釈釋 寿壽 収收 従從 渋澁 獣獸 縦縱 ' +
  '粛肅 処處 叙敍 奨奬 将將 称稱 焼燒 証證 乗乘 浄淨 剰剩 畳疊 縄繩 壌壤 嬢孃 条條 状狀 譲讓 醸釀 嘱囑 触觸 寝寢 慎愼 真眞 尽盡 図圖 粋粹 ' +
  '酔醉 穂穗 随隨 髄髓 枢樞 数數 瀬瀨 声聲 静靜 窃竊 摂攝 専專 浅淺 戦戰 践踐 銭錢 潜潛 繊纖 禅禪 双雙 壮壯 争爭 荘莊 捜搜 挿插 巣巢 曽曾 ' +
  '痩瘦 装裝 総總 騒騷 増增 蔵藏 臓臟 即卽 属屬 続續 堕墮 対對 体體 帯帶 滞滯 台臺 滝瀧 択擇 沢澤 担擔 単單 胆膽 団團 断斷 弾彈 遅遲 痴癡 虫蟲 ' +
  '昼晝 鋳鑄 庁廳 徴徵 聴聽 勅敕 鎮鎭 逓遞 鉄鐵銕鐡 点點 転轉 伝傳 灯燈 当當 党黨 盗盜 稲稻 闘鬪 徳德 独獨 読讀 届屆 悩惱 脳腦 覇霸 ' +
  '拝拜 杯盃 売賣 梅楳 麦麥 発發 髪髮 抜拔 蛮蠻 秘祕 浜濱濵 瓶甁 払拂 仏佛 並竝 併倂 塀屛 餅餠 辺邊邉 変變 弁辨辯瓣 歩步 宝寶寳 豊豐 褒襃 翻飜 ' +
  '万萬 満滿 黙默 弥彌 訳譯 薬藥 与與 予豫 余餘 誉譽 揺搖 様樣 謡謠 来來 頼賴 乱亂 覧覽 竜龍 両兩 猟獵 緑綠 涙淚 塁壘 礼禮 励勵 霊靈 隷隸 齢齡 ' +
  '暦曆 歴歷 恋戀 炉爐 労勞 楼樓 録錄 湾灣 ' +
  '高髙 崎﨑嵜碕埼 島嶋嶌 橋槗 吉𠮷 富冨 峰峯 淵渕渊 館舘 船舩 柳栁桺 桑桒 園薗 村邨 野埜 秋穐龝 角⻆ 槙槇 尭堯 遥遙 瑶瑤 薮藪 桧檜 ' +
  '鴎鷗 彦彥 巌巖 亘亙 穣穰 釜釡 鎌鐮 芦蘆 籠篭 亀龜 晋晉 凛凜 緒緖 土圡 兎兔 ' +
  '郎郞 隣鄰 杉椙杦 舗舖 壱壹 祢禰 砺礪 諌諫 鶴靏靍寉鸖 松枩柗㮤 鯵鰺 蛎蠣 梼檮 涛濤 昇曻 坂阪 内內 呂吕 達逹 節莭 ' +
  '窪漥 鮹蛸 西覀 飯飰 今仐 喜㐂 最㝡 柏栢 面靣 虎乕 清淸 青靑 説說 税稅 廃廢 没沒 毎每 麺麵 戻戾 錬鍊 概槪 ' +
  '渉涉 弐貳 晃晄 禄祿 萌萠 曳曵 蕊蘂 蝋蠟 頚頸 桝枡 ' +
  '薮籔 沢泽 島㠀 橋𣘺 野墅 鉄鉃 徳悳 靭靱'

const toRun = (run: string): readonly (readonly [string, string])[] => {
  const [meant = '', ...taken] = [...run.normalize('NFKC')]
  return taken.filter((letter) => letter !== meant).map((letter) => [letter, meant])
}

const FORMS = new Map(RUNS.split(' ').flatMap(toRun))

/** A variant of a letter that is itself an old form is read as the new one. */
const VARIANTS = KANJI_VARIANTS.split(' ')
  .flatMap(toRun)
  .map(([letter, meant]) => [letter, FORMS.get(meant) ?? meant] as const)
  .filter(([letter, meant]) => letter !== meant)

/** Old and rare forms of a kanji by the form they are read as. */
export const KANJI_FORMS: ReadonlyMap<string, string> = new Map([...VARIANTS, ...FORMS])
