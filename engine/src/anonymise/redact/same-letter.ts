/**
 * Letters that stand for another: homoglyphs of Latin letters, and old forms of kanji in names.
 * Written as runs: the first letter is the one meant, the rest are taken for it.
 */
const RUNS =
  'aаɑαᴀ bЬвƄʙ cсϲᴄ dԁđᴅ eеєεҽᴇ fғƒꜰ gɡԍɢ hһнʜ iіıιɩɪ jјϳᴊ kкκᴋ lӏłʟ mмᴍ nпηոɴ oоοσօøɵᴏ pрρᴘ qԛ rгʀ sѕꜱ tтτŧᴛ ' +
  'uυцʋսᴜ vѵνᴠ wԝѡωшᴡ xхχ yуγʏ zᴢ ' +
  '高髙 崎﨑嵜碕埼 浜濵濱 辺邊邉 斉齋齊斎 沢澤 桜櫻 広廣 徳德 真眞 国國 島嶋嶌 橋槗 礼禮 竜龍 滝瀧 学學斈 栄榮 恵惠 ' +
  '条條 円圓 実實 寿壽 応應 会會 関關 団團 蔵藏 万萬 与與 芸藝 豊豐 弥彌 黒黑 淵渕 鉄鐵銕 塩鹽 静靜 曽曾 館舘 園薗 ' +
  '吉𠮷 富冨 峰峯 岳嶽 浅淺 顕顯 晋晉 為爲 駅驛 気氣 県縣 区區 台臺 証證 桧檜 籠篭 亀龜 芦蘆 譲讓 穂穗 当當 声聲 ' +
  '画畫 村邨 野埜 桑桒 増增 緒緖'

export const SAME_LETTER: ReadonlyMap<string, string> = new Map([
  ...RUNS.split(' ').flatMap((run) => {
    const [meant = '', ...taken] = [...run]
    return taken.map((letter): [string, string] => [letter.toLowerCase(), meant])
  }),
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
])
