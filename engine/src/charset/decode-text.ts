import { isAscii } from 'node:buffer'
import iconv from 'iconv-lite'
import type { ProblemCode } from '../evidence/problem.ts'
import { guessJapanese, hasJisEscape } from './guess-japanese.ts'
import { decodeIso2022Jp } from './iso-2022-jp.ts'
import { toCharsetName } from './labels.ts'
import { decodeHz, decodeShifted } from './shifted-pairs.ts'
import { decodeWith, hasDecoder, toBuffer } from './text-decoders.ts'

/** Text and the charset it was read with; a problem when that was not simply the declared one. */
export interface DecodedText {
  readonly text: string
  readonly charset: string
  readonly problem?: ProblemCode
}

/** Decodes text in a declared charset, or guesses when none is declared or it cannot be right. */
export function decodeText(bytes: Uint8Array, declared?: string): DecodedText {
  const charset = declared === undefined ? 'us-ascii' : toCharsetName(declared)
  if (charset === 'us-ascii' || charset === '') return decodeUndeclared(bytes)
  const text = decodeNamed(bytes, charset)
  if (text === undefined) return decodeUnknown(bytes, charset)
  return text.includes('\ufffd') ? decodeDoubtful(bytes, charset, text) : { text, charset }
}

/** The text in exactly this charset, undefined when the charset is unknown. */
export function decodeNamed(bytes: Uint8Array, charset: string): string | undefined {
  switch (charset) {
    case 'utf-8':
      return dropByteOrderMark(decodeWith('utf-8', bytes))
    case 'iso-2022-jp':
      return decodeIso2022Jp(bytes)
    case 'hz-gb-2312':
      return decodeHz(bytes)
    case 'iso-2022-kr':
      return decodeShifted(bytes, 'euc-kr')
    case 'iso-2022-cn':
      return decodeShifted(bytes, 'gb18030')
    case 'utf-16':
      return decodeWith(bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-16le', bytes)
  }
  // TextDecoder maps these WHATWG names to "replacement", which shows nothing of the text.
  if (charset !== 'replacement' && hasDecoder(charset)) return decodeWith(charset, bytes)
  return iconv.encodingExists(charset) ? iconv.decode(toBuffer(bytes), charset) : undefined
}

/** No charset or US-ASCII: plain when it is, else UTF-8 or a Japanese charset by guess. */
function decodeUndeclared(bytes: Uint8Array): DecodedText {
  if (isAscii(bytes) && !hasJisEscape(bytes)) {
    return { text: toBuffer(bytes).toString('latin1'), charset: 'us-ascii' }
  }
  const guess = guessJapanese(bytes)
  const charset = guess ?? 'windows-1252'
  return { text: decodeNamed(bytes, charset) ?? '', charset, problem: 'undeclared-charset' }
}

/** An unknown name: Latin-1 keeps every byte visible unless a guess fits. */
function decodeUnknown(bytes: Uint8Array, charset: string): DecodedText {
  const guess = isAscii(bytes) && !hasJisEscape(bytes) ? 'us-ascii' : guessJapanese(bytes)
  const text = guess === undefined || guess === 'us-ascii' ? undefined : decodeNamed(bytes, guess)
  return {
    text: text ?? toBuffer(bytes).toString('latin1'),
    charset: guess ?? charset,
    problem: 'unknown-charset',
  }
}

/** The declared charset leaves holes: another reading without holes is the better one. */
function decodeDoubtful(bytes: Uint8Array, charset: string, text: string): DecodedText {
  const guess = guessJapanese(bytes)
  const other = guess === undefined || guess === charset ? undefined : decodeNamed(bytes, guess)
  if (guess !== undefined && other !== undefined && !other.includes('\ufffd')) {
    return { text: other, charset: guess, problem: 'wrong-charset' }
  }
  // UTF-8 without a single sequence that fits is Latin text from a program that lies about it.
  if (charset === 'utf-8' && /^[\x00-\x7f\ufffd]*$/.test(text)) {
    const latin = decodeWith('windows-1252', bytes)
    return { text: latin, charset: 'windows-1252', problem: 'wrong-charset' }
  }
  return { text, charset, problem: 'undecodable-characters' }
}

function dropByteOrderMark(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
}
