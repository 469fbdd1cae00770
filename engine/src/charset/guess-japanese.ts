import { isUtf8 } from 'node:buffer'

export type GuessedCharset = 'utf-8' | 'iso-2022-jp' | 'shift_jis' | 'euc-jp'

/**
 * Guesses the charset of undeclared text among the four that Japanese mailers use; undefined when
 * none fits. Others are not guessed: GB, Big5 and EUC-KR bytes are nearly all valid EUC-JP, and
 * nonsense in Japanese misleads more than nonsense in Latin letters.
 */
export function guessJapanese(bytes: Uint8Array): GuessedCharset | undefined {
  const hasHighBytes = bytes.some((byte) => byte >= 0x80)
  if (!hasHighBytes) return hasJisEscape(bytes) ? 'iso-2022-jp' : undefined
  if (isUtf8(bytes)) return 'utf-8'
  const shiftJis = scoreShiftJis(bytes)
  const euc = scoreEuc(bytes)
  if (Math.max(shiftJis, euc) < LIKELY_MIN) return undefined
  return euc > shiftJis ? 'euc-jp' : 'shift_jis'
}

/**
 * Share of kana and common kanji below which text is not Japanese. Japanese prose has nine tenths;
 * Latin-1 letters that happen to form valid pairs have next to none.
 */
const LIKELY_MIN = 0.4

/** ESC `$` begins every Japanese two-byte run of ISO-2022-JP, ESC `(` `I` its kana. */
export function hasJisEscape(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(0x1b); at >= 0; at = bytes.indexOf(0x1b, at + 1)) {
    const next = bytes[at + 1]
    if (next === 0x24 || (next === 0x28 && bytes[at + 2] === 0x49)) return true
  }
  return false
}

/** Share of kana and common kanji among the characters; 0 when a byte does not fit. */
function scoreShiftJis(bytes: Uint8Array): number {
  let characters = 0
  let likely = 0
  let previousEnd = -1
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] as number
    if (lead < 0x80) continue
    characters += 1
    const isNeighbour = previousEnd === at || (bytes[at + 1] ?? 0) >= 0x80
    if (isKana(lead)) {
      if (isNeighbour) likely += 1
      previousEnd = at + 1
      continue
    }
    const trail = bytes[at + 1] ?? 0
    if (lead === 0x80 || lead === 0xa0 || lead > 0xfc) return 0
    if (trail < 0x40 || trail === 0x7f || trail > 0xfc) return 0
    // Rows of punctuation, kana and the 2,965 kanji of level 1 (0x88-0x97). A lone pair with a
    // letter in it is more likely a Windows-1252 quotation mark: "don’t" has the bytes of 稚.
    const isCommon = lead <= 0x83 || (lead >= 0x88 && lead <= 0x97)
    const isPair = isNeighbour || (bytes[at + 2] ?? 0) >= 0x80
    if (isCommon && isPair) likely += 1
    at += 1
    previousEnd = at + 1
  }
  return likely / characters
}

/** Half-width katakana of JIS X 0201. */
function isKana(byte: number): boolean {
  return byte >= 0xa1 && byte <= 0xdf
}

/** As `scoreShiftJis`, for EUC-JP: level 1 kanji are rows 0xB0-0xCF. */
function scoreEuc(bytes: Uint8Array): number {
  let characters = 0
  let likely = 0
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] as number
    if (lead < 0x80) continue
    characters += 1
    if (lead === 0x8f) at += 1
    else if (lead !== 0x8e && (lead < 0xa1 || lead === 0xff)) return 0
    at += 1
    const trail = bytes[at] ?? 0
    if (trail < 0xa1 || trail === 0xff) return 0
    if ((lead >= 0xa1 && lead <= 0xa5) || (lead >= 0xb0 && lead <= 0xcf)) likely += 1
  }
  return likely / characters
}
