import { findAddressesInText, type TextAddress } from '../../techniques/reading/text-addresses.ts'

/** A letter greets its reader in its first lines. */
const LINES_MAX = 15
const LINE_CHARS_MAX = 400

const GREETING =
  /^\s*(?:dear|hello|hi|hey|greetings|attn|attention|good (?:day|morning|afternoon))\b|(?:様|さま|殿|さん|各位|御中)[\s,、。!！]*$/iu

/** Mailboxes that the first lines of a mail speak to: `Dear kuroyanagi@…,` tells of the recipient where no header does. */
export const findGreeted = (text: string): readonly TextAddress[] =>
  text
    .split(/\r?\n/u, LINES_MAX)
    .map((line) => line.slice(0, LINE_CHARS_MAX))
    .filter((line) => line.includes('@') && GREETING.test(line))
    .flatMap(findAddressesInText)
