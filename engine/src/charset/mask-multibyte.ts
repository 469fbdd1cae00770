import { guessJapanese } from './guess-japanese.ts'

/**
 * The same raw text with the bytes of multi-byte characters replaced by U+0080, length unchanged.
 *
 * Raw ISO-2022-JP and Shift_JIS characters contain the bytes of `"`, `\`, `<`, `@` and `;`. A
 * reader of header structure that sees them cuts names in two, or finds addresses that are not there.
 */
export function maskMultibyte(raw: string): string {
  if (!/[\x1b\x80-\xff]/.test(raw)) return raw
  const guess = guessJapanese(Buffer.from(raw, 'latin1'))
  if (guess === 'iso-2022-jp') {
    return raw.replace(/\x1b\$[^\x1b]*(?:\x1b\([BJ])?|\x1b\(I[^\x1b]*(?:\x1b\([BJ])?/g, mask)
  }
  if (guess === 'shift_jis') return raw.replace(/[\x81-\x9f\xe0-\xfc][^]/g, mask)
  return raw
}

function mask(run: string): string {
  return '\x80'.repeat(run.length)
}
