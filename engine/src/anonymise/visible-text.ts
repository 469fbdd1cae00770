/**
 * What an attacker, or a fellow writer, can hide in a text without its looking different (T14, T74): tags, variation
 * selectors, joiners, fillers, letters of private use. Each can carry the recipient bit by bit into every form.
 * Marks that no letter took up in NFC are dropped as well: `Inherited` ones stand on any letter.
 */
const INVISIBLE =
  /[\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Variation_Selector}\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\p{Default_Ignorable_Code_Point}]|[\p{M}&&\p{Script=Inherited}]/gv
/** Marks of one script on one letter: Thai and Hindi need two, three write with ink. */
const MARKS = /(\p{M}{2})\p{M}+/gu
/** Tabulators, line ends (Unicode TR 13) and everything else that steers: all but the line feed. */
const CONTROLS = /[\p{Cc}--\n]/gv
const LINE_ENDS = /\r\n?|[\u0085\u2028\u2029]/gu

/** The text as a reader sees it, its lines ended by a line feed. */
export const toVisibleText = (text: string): string =>
  text
    .normalize('NFC')
    .replace(LINE_ENDS, '\n')
    .replace(CONTROLS, ' ')
    .replace(INVISIBLE, '')
    .normalize('NFC')
    .replace(MARKS, '$1')

/** As one line with single spaces: an attacker's subject must not write lines of the warning (T65). */
export const toVisibleLine = (text: string): string =>
  toVisibleText(text)
    .replace(/[\s\p{Zs}]+/gu, ' ')
    .trim()
