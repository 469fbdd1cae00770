/** Latin spellings up to this length must be whole words: `mori` is not in `memorial`. */
const WHOLE_WORD_LATIN_MAX = 5
/** Kana spellings up to this length must not continue in the same script. */
const WHOLE_WORD_KANA_MAX = 3
/** Marks and spaces between two letters of one name; more is two separate things. */
const GAP_MAX = 40
const GAP_DECODED_MAX = 3

/**
 * Whether a hit is a name rather than letters that happen to follow each other.
 * The search drops all marks between letters, so hits also arise across two words, two fields,
 * or in the noise that comes out when ordinary text is decoded as if it were encoded.
 */
export function standsAlone(
  text: string,
  start: number,
  end: number,
  folded: string,
  isDecoded: boolean,
): boolean {
  const written = text.slice(start, end)
  const gapMax = isDecoded ? GAP_DECODED_MAX : GAP_MAX
  if (hasWideGap(written, gapMax)) return false
  if (isDecoded && /(?![\t\r\n])[\p{Cc}\p{Cn}\p{Co}\ufffd]/u.test(written)) return false
  const before = text.slice(Math.max(0, start - 1), start)
  const after = text.slice(end, end + 1)
  if (/^[a-z0-9]+$/u.test(folded)) {
    if (folded.length > WHOLE_WORD_LATIN_MAX) return true
    return isShortWord(written, before, after, isDecoded)
  }
  if (/^[ぁ-ゖ]+$/u.test(folded)) {
    return folded.length > WHOLE_WORD_KANA_MAX || !(isKana(before) || isKana(after))
  }
  // Noise mixes half-width kana, which look like kanji (ﾛ, 口), with kanji; nobody writes a name so.
  if (isDecoded && folded.length <= 2 && NOISE.test(`${before}${written}${after}`)) return false
  // Two kanji come up by chance in text read in the wrong charset, among kanji as rare as they are.
  return !isDecoded || folded.length > 2 || !(isRareKanji(before) && isRareKanji(after))
}

/**
 * Few letters, or few kana that sound like them: `toru` is in no メートル and no ㌖. A particle may follow hiragana.
 * Noise mixes scripts, as ﾏｦj does.
 */
function isShortWord(written: string, before: string, after: string, isDecoded: boolean): boolean {
  const [first, last] = [written.slice(0, 1), written.slice(-1)]
  if (isSquare(first) || isSquare(last)) return false
  if (isDecoded && /\p{Script=Latin}/u.test(written) && SOME_KANA.test(written)) return false
  if (isLatinLetter(before) || isLatinLetter(after)) return false
  if (isKatakana(first) && isKatakana(before)) return false
  if (isKatakana(last) && isKatakana(after)) return false
  if (isHiragana(first) && isHiragana(before)) return false
  return !isHiragana(last) || !isHiragana(after) || PARTICLES.includes(after)
}

const NOISE = /\p{Script=Han}[\uff61-\uff9f]|[\uff61-\uff9f]\p{Script=Han}/u

const PARTICLES = 'がはをにのともへやで'
const SOME_KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u

/** Quotes, braces and angle brackets part fields; a name does not run across them. */
function hasWideGap(written: string, gapMax: number): boolean {
  for (const gap of written.matchAll(/[^\p{L}\p{N}\u24b6-\u24e9\u{1f130}-\u{1f1ff}]+/gu)) {
    // Members of a list and cells of a table may each hold a part of a name.
    const visible = gap[0].replace(/[\p{Cf}\p{Mn}]/gu, '').replace(/"\s{0,8}[,;\t]\s{0,40}"/u, ' ')
    if (visible.length > gapMax || /["{}<>]/u.test(visible)) return true
    if (/\n\s*\n/u.test(visible)) return true
  }
  return false
}

const isLatinLetter = (letter: string): boolean => /^\p{Script=Latin}$/u.test(letter)
const isKana = (letter: string): boolean =>
  /^[\p{Script=Hiragana}\p{Script=Katakana}ー]$/u.test(letter)
const isHiragana = (letter: string): boolean => /^\p{Script=Hiragana}$/u.test(letter)
const isKatakana = (letter: string): boolean => /^[\p{Script=Katakana}ーｰ]$/u.test(letter)
/** Words of katakana in one square, as ㍑ is. */
const isSquare = (letter: string): boolean => /^[\u3300-\u33ff]$/u.test(letter)
const isRareKanji = (letter: string): boolean => /^\p{Script=Han}$/u.test(letter)

/** Whether neither neighbour carries the word on: 朝日 is no word of its own in 朝日町, nor Hawk in Hawker. */
export function isWordOfItsOwn(text: string, start: number, end: number): boolean {
  const first = SCRIPTS.find((script) => script.test(text.slice(start, start + 1)))
  const last = SCRIPTS.find((script) => script.test(text.slice(end - 1, end)))
  const isCarriedOn =
    first?.test(text.slice(Math.max(0, start - 1), start)) === true ||
    last?.test(text.slice(end, end + 1)) === true
  return !isCarriedOn
}

const SCRIPTS: readonly RegExp[] = [
  /^[\p{Script=Latin}\p{Nd}]$/u,
  /^\p{Script=Han}$/u,
  /^\p{Script=Hiragana}$/u,
  /^[\p{Script=Katakana}ー]$/u,
]
