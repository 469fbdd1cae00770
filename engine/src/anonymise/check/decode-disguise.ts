import { type Decoder, replaceEach } from './piece.ts'

/** Addresses written so that nobody opens them (RFC 9424 §4): `hxxp`, `[.]`, `(dot)`, `[at]`, `。`. */
const defanged: Decoder = {
  name: 'defanged',
  yields: 'text',
  find: (text) =>
    replaceEach(
      text,
      /(\s?[[({<]\s?(?:\.|dot|ドット|点)\s?[\])}>]\s?|(?<!\\)\\\.|\s(?:dot|ドット)\s|(?<=[\w-])[．。｡․‧∙](?=\w)|\s\.\s?(?=\w)|(?<=\w)\.\s(?=[a-z]{2,10}\b))|(\s?[[({<]\s?(?:@|at|アット)\s?[\])}>]\s?)|(\[::?\])|\[:\/\/\]|\bhxxp/giu,
      ([all, dot, at, colon]) => {
        if (dot !== undefined) return '.'
        if (at !== undefined) return '@'
        if (colon !== undefined) return colon.slice(1, -1)
        return all.startsWith('[') ? '://' : 'http'
      },
    ),
}

export const DISGUISE_DECODERS: readonly Decoder[] = [defanged]

/** The text from its end, by characters, and shifted by 13 letters: read at the surface only. */
export function listDisguises(text: string): readonly { how: string; text: string }[] {
  return [
    { how: 'reversed', text: reverse(text) },
    ...(/[a-z]{5}/iu.test(text) ? [{ how: 'rot13', text: rot13(text) }] : []),
  ]
}

/** Unit by unit: a string of each letter of a million costs a second. */
function reverse(text: string): string {
  const units = toUnits(text).reverse()
  for (let at = 1; at < units.length; at += 1) {
    const [low = 0, high = 0] = [units[at - 1], units[at]]
    if ((low & 0xfc00) !== 0xdc00 || (high & 0xfc00) !== 0xd800) continue
    units[at - 1] = high
    units[at] = low
  }
  return toText(units)
}

function rot13(text: string): string {
  const units = toUnits(text)
  for (let at = 0; at < units.length; at += 1) {
    const unit = units[at] ?? 0
    const small = unit | 0x20
    if (small >= 0x61 && small <= 0x7a && unit < 0x80)
      units[at] = small < 0x6e ? unit + 13 : unit - 13
  }
  return toText(units)
}

function toUnits(text: string): Uint16Array {
  const units = new Uint16Array(text.length)
  for (let at = 0; at < units.length; at += 1) units[at] = text.charCodeAt(at)
  return units
}

const toText = (units: Uint16Array): string =>
  Buffer.from(units.buffer, units.byteOffset, units.byteLength).toString('utf16le')
