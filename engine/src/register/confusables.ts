/**
 * Letters that a reader takes for a Latin letter, from the families seen in false domain names.
 * A small hand-made selection of Unicode TR39's confusables: the whole table maps thousands of
 * signs that no registry admits, and each row costs memory in every process.
 */
const GROUPS: Readonly<Record<string, string>> = {
  a: 'аαɑạăąᴀ',
  b: 'вьβƅʙЬ',
  c: 'сϲçćᴄꮯ',
  d: 'ԁɗđᴅժ',
  e: 'еεёҽęᴇ',
  f: 'ғƒẝϝ',
  g: 'ɡԍɢցğ',
  h: 'һнħʜհ',
  i: 'іιıɩɪӏїì',
  j: 'јʝᴊϳ',
  k: 'кκᴋķ',
  l: 'ӀʟłƖⅼוןاĺļľ|',
  m: 'мᴍⅿɱ',
  n: 'пηɴոռ',
  o: 'оοσօøᴏסھ०๐',
  p: 'рρᴘƿ',
  q: 'ԛզգ',
  r: 'гʀᴦ',
  s: 'ѕꜱʂşș',
  t: 'тτᴛŧţ',
  u: 'υսᴜцʋ',
  v: 'νѵᴠט',
  w: 'ԝωᴡшɯѡա',
  x: 'хχ',
  y: 'уγʏүყỿ',
  z: 'ᴢʐż',
  '-': '‐‑‒–—−ー一ｰ',
  '.': '。．｡․',
}

/**
 * Kana and kanji that are taken for each other in Japanese names, old and new forms of one kanji
 * among them; the first stands for the group.
 */
const JAPANESE_GROUPS: readonly string[] =
  `タ夕 ト卜 エ工 ロ口囗 カ力 ニ二 ハ八 ヘへ リり ベべ ペぺ ミ三 ソン ツシ ク勹 ア了 ヲヨ
   千干 未末 土士 日曰 人入 鳥烏 己已巳 斉斎齊齋 崎﨑嵜 高髙 辺邊邉 沢澤 島嶋嶌 浜濱濵 富冨
   吉𠮷 広廣 桜櫻 国國囯 会會 学學 気氣 総總 竜龍 薬藥 検険験 機磯 事亊 鉄鐵 製制 産產 商啇
   東柬 徳德 真眞 黒黑 栄榮 恵惠`
    .split(/\s+/)
    .filter((group) => Array.from(group).length > 1)

const LATIN_OF: ReadonlyMap<string, string> = new Map([
  ...JAPANESE_GROUPS.flatMap((group): [string, string][] => {
    const [first = '', ...others] = Array.from(group)
    return others.map((sign) => [sign, first])
  }),
  ...Object.entries(GROUPS).flatMap(([latin, letters]) =>
    Array.from(letters, (letter): [string, string] => [letter, latin]),
  ),
])

const COMBINING = /\p{M}/gu

/**
 * The Latin letter, or the first of a group of kana or kanji, that a sign is taken for; the sign
 * itself when there is none.
 * Full-width and mathematical letters and accents go by Unicode's own tables (NFKC, NFD).
 */
export function toLatinLookalike(sign: string): string {
  if (sign >= 'a' && sign <= 'z') return sign
  const known = LATIN_OF.get(sign)
  if (known !== undefined) return known
  if (sign <= '\u007f') return sign
  const plain = sign.normalize('NFKC').normalize('NFD').replace(COMBINING, '').toLowerCase()
  return LATIN_OF.get(plain) ?? (plain === '' ? sign : plain)
}
