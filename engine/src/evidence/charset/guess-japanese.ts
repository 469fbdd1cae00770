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
  if (shiftJis === undefined && euc === undefined) return undefined
  return (euc ?? -1) > (shiftJis ?? -1) ? 'euc-jp' : 'shift_jis'
}

/** ESC `$` begins every Japanese two-byte run of ISO-2022-JP, ESC `(` `I` its kana. */
export function hasJisEscape(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(0x1b); at >= 0; at = bytes.indexOf(0x1b, at + 1)) {
    const next = bytes[at + 1]
    if (next === 0x24 || (next === 0x28 && bytes[at + 2] === 0x49)) return true
  }
  return false
}

/** Share of kana and common kanji among the characters, or undefined when a byte does not fit. */
function scoreShiftJis(bytes: Uint8Array): number | undefined {
  let characters = 0
  let likely = 0
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] ?? 0
    if (lead < 0x80) continue
    characters += 1
    if (lead >= 0xa1 && lead <= 0xdf) continue
    const trail = bytes[++at]
    if (lead === 0x80 || lead === 0xa0 || lead > 0xfc) return undefined
    if (trail === undefined || trail < 0x40 || trail === 0x7f || trail > 0xfc) return undefined
    // Rows of punctuation, kana and the 2,965 kanji of level 1 (0x88-0x97).
    if (lead <= 0x83 || (lead >= 0x88 && lead <= 0x97)) likely += 1
  }
  return likely / characters
}

/** As `scoreShiftJis`, for EUC-JP: level 1 kanji are rows 0xB0-0xCF. */
function scoreEuc(bytes: Uint8Array): number | undefined {
  let characters = 0
  let likely = 0
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] ?? 0
    if (lead < 0x80) continue
    characters += 1
    if (lead === 0x8f) at += 1
    else if (lead !== 0x8e && (lead < 0xa1 || lead === 0xff)) return undefined
    const trail = bytes[++at]
    if (trail === undefined || trail < 0xa1 || trail === 0xff) return undefined
    if ((lead >= 0xa1 && lead <= 0xa5) || (lead >= 0xb0 && lead <= 0xcf)) likely += 1
  }
  return likely / characters
}
