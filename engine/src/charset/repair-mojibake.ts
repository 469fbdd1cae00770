import iconv from 'iconv-lite'
import { decodeNamed } from './decode-text.ts'

/** Japanese text that a program wrote after reading it in the wrong charset, put right again. */
export interface RepairedText {
  readonly text: string
  /** What it was, and what it was taken for. */
  readonly from: string
  readonly readAs: string
  /** Where the garbled words begin in the text given. */
  readonly start: number
  readonly end: number
}

interface Misreading {
  readonly from: string
  readonly readAs: string
  /** Signs that follow one another only in text misread this way. */
  readonly signs: RegExp
}

/** Bounded runs, so that a long text costs no more than one pass. */
const MISREADINGS: readonly Misreading[] = [
  {
    from: 'utf-8',
    readAs: 'cp932',
    signs:
      /[縺繧繝荳莉蜿螟譛譁諠][^\x20-\x7e\n]{0,3}(?:[縺繧繝荳莉蜿螟譛譁諠][^\x20-\x7e\n]{0,3}){2,100}/,
  },
  {
    from: 'utf-8',
    readAs: 'windows-1252',
    signs: /(?:[ãäåæçèé][\u0080-\u00bf\u0152-\u2122]{2}){3,100}/,
  },
  {
    from: 'shift_jis',
    readAs: 'windows-1252',
    signs: /(?:[\u0082\u0083\u201a\u0192][\u0040-\u00fc\u0152-\u2122]){4,100}/,
  },
  { from: 'euc-jp', readAs: 'windows-1252', signs: /(?:[¤¥][\u00a1-\u00f6]){4,100}/ },
  { from: 'iso-2022-jp', readAs: 'us-ascii', signs: /\$[B@](?:[!-~]{2}){2,100}\([BJ]/ },
]

/** At least this share of the result is kana or kanji, else the guess was wrong. */
const JAPANESE_SHARE_MIN = 0.6
const KANA_MIN = 2

/** The first garbled stretch of a text, repaired; undefined when nothing is garbled. */
export function repairMojibake(text: string): RepairedText | undefined {
  for (const { from, readAs, signs } of MISREADINGS) {
    const match = signs.exec(text)
    const repaired = match === null ? undefined : reread(match[0], from, readAs)
    if (match !== null && repaired !== undefined && isJapanese(repaired))
      return {
        text: repaired,
        from,
        readAs,
        start: match.index,
        end: match.index + match[0].length,
      }
  }
  return undefined
}

function reread(garbled: string, from: string, readAs: string): string | undefined {
  if (from === 'iso-2022-jp') {
    const escaped = garbled.replace(/\$(?=[B@])/, '\u001b$').replace(/\((?=[BJ]$)/, '\u001b(')
    return decodeNamed(Buffer.from(escaped, 'latin1'), from)
  }
  const bytes = readAs === 'windows-1252' ? toWindows1252(garbled) : iconv.encode(garbled, readAs)
  return decodeNamed(bytes, from)?.replaceAll('\ufffd', '')
}

/** Controls that the charset leaves undefined keep their byte, as browsers do. */
function toWindows1252(text: string): Uint8Array {
  return Buffer.concat(
    Array.from(text, (sign) =>
      sign <= '\u00ff' ? Buffer.from(sign, 'latin1') : iconv.encode(sign, 'windows-1252'),
    ),
  )
}

function isJapanese(text: string): boolean {
  const signs = text.replace(/[\s\p{P}]/gu, '')
  const kana = signs.match(/[\u3041-\u30fe]/g)?.length ?? 0
  const japanese = signs.match(/[\u3041-\u30fe\u4e00-\u9fff]/g)?.length ?? 0
  return kana >= KANA_MIN && japanese >= signs.length * JAPANESE_SHARE_MIN
}
