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

const LATIN_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(GROUPS).flatMap(([latin, letters]) =>
    Array.from(letters, (letter): [string, string] => [letter, latin]),
  ),
)

const COMBINING = /\p{M}/gu

/**
 * The Latin letter a sign is taken for, the sign itself when there is none.
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
