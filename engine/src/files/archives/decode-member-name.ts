import iconv from 'iconv-lite'
import { decodeText } from '../../charset/decode-text.ts'
import { guessJapanese } from '../../charset/guess-japanese.ts'
import { toBuffer } from '../../charset/text-decoders.ts'

/** A name without a declared charset is in the sender's code page: Japanese ones are Shift_JIS. */
export function decodeMemberName(bytes: Uint8Array): string {
  const charset = guessJapanese(bytes)
  if (charset !== undefined) return decodeText(bytes, charset).text
  return iconv.decode(toBuffer(bytes), 'cp437')
}
