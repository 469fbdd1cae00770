/** Variant forms met in names, each pair written as variant then the form it is read as. */
const PAIRS =
  '髙高 﨑崎 嵜崎 碕崎 濵浜 濱浜 邊辺 邉辺 齋斉 齊斉 斎斉 斈学 澤沢 櫻桜 廣広 德徳 眞真 國国 嶋島 嶌島 槗橋 ' +
  '禮礼 龍竜 瀧滝 學学 榮栄 惠恵 條条 圓円 實実 壽寿 應応 會会 關関 團団 藏蔵 萬万 與与 藝芸 豐豊 彌弥 黑黒 ' +
  '渕淵 鐵鉄 鹽塩 靜静 曾曽 舘館 薗園 𠮷吉 冨富 峯峰 嶽岳 淺浅 顯顕 晉晋 爲為 驛駅 氣気 縣県 區区 臺台 ' +
  '證証 銕鉄 檜桧 籠篭 龜亀 藪薮 蘆芦 讓譲 穗穂 當当 聲声 畫画 戶戸 館館 郞郎 朗郎 邨村 埜野 埼崎 桒桑 增増 ' +
  '緖緒 祐祐 都都 神神 福福 隆隆 梅梅 海海'

/** Variant to the common form; forms that readers mix up (齋, 齊, 斎) meet in one. */
export const OLD_KANJI: ReadonlyMap<string, string> = new Map(
  PAIRS.split(' ').map((pair) => {
    const [variant = '', common = ''] = [...pair]
    return [variant, common]
  }),
)
