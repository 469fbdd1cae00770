import { decodeNamed } from '../../charset/decode-text.ts'
import type { CMap } from './parse-cmap.ts'
import { parseCMap } from './parse-cmap.ts'
import type { PdfDocument } from './pdf-document.ts'
import { type PdfDict, type PdfValue, toDict, toItems, toName } from './pdf-value.ts'

/** Makes text of the codes that one font shows. */
export interface FontDecoder {
  decode(codes: Buffer): string
  /** Its codes mean nothing without the font's own tables. */
  readonly isOpaque: boolean
}

const MAP_BYTES_MAX = 1024 * 1024

/** Predefined encodings of East Asian fonts (ISO 32000-2 table 116) by the charset they are. */
const CHARSETS: readonly (readonly [RegExp, string])[] = [
  [/^90ms|^83pv-RKSJ|^Add-RKSJ|^Ext-RKSJ|RKSJ/, 'shift_jis'],
  [/^EUC-/, 'euc-jp'],
  [/^Uni.*-(?:UCS2|UTF16)/, 'utf-16be'],
  [/^GBK|^GB-/, 'gb18030'],
  [/^ETen|^B5|^HKscs/, 'big5'],
  [/^KSC/, 'euc-kr'],
]

export const PLAIN_DECODER: FontDecoder = {
  decode: (codes) => decodeNamed(codes, 'windows-1252') ?? '',
  isOpaque: false,
}

/** The decoder of a font by its map, else by the name of its encoding. */
export function toDecoder(document: PdfDocument, font: PdfDict): FontDecoder {
  const map = document.objectOf(font.entries.get('ToUnicode'))
  if (map?.stream !== undefined) {
    const cmap = parseCMap(document.decode(map, MAP_BYTES_MAX).bytes, document.codeBudget)
    if (cmap.texts.size > 0) return fromCMap(cmap, isComposite(document, font) ? 2 : 1)
  }
  const encoding = document.get(font, 'Encoding')
  if (isComposite(document, font)) {
    const charset = CHARSETS.find(([name]) => name.test(toName(encoding)))?.[1]
    if (charset === undefined) return OPAQUE
    return { decode: (codes) => decodeNamed(codes, charset) ?? '', isOpaque: false }
  }
  const differences = toItems(document.get(toDict(encoding), 'Differences'))
  return differences.length === 0 ? PLAIN_DECODER : fromDifferences(differences)
}

const OPAQUE: FontDecoder = { decode: () => '', isOpaque: true }

function isComposite(document: PdfDocument, font: PdfDict): boolean {
  return toName(document.get(font, 'Subtype')) === 'Type0'
}

/** Wrong code lengths stand in many maps: the kind of font decides. */
function fromCMap({ texts }: CMap, codeBytes: number): FontDecoder {
  return {
    isOpaque: false,
    decode(codes) {
      let text = ''
      for (let at = 0; at + codeBytes <= codes.length; at += codeBytes)
        text += texts.get(codes.readUIntBE(at, codeBytes)) ?? ''
      return text
    },
  }
}

const GLYPHS: Readonly<Record<string, string>> = {
  space: ' ',
  period: '.',
  comma: ',',
  colon: ':',
  slash: '/',
  hyphen: '-',
  at: '@',
  parenleft: '(',
  parenright: ')',
  zero: '0',
  one: '1',
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
}

/** `[65 /A /B 97 /uni3042]` (§9.6.5.1): glyph names from a code on. */
function fromDifferences(differences: readonly PdfValue[]): FontDecoder {
  const texts = new Map<number, string>()
  let code = 0
  for (const one of differences.slice(0, 1_000)) {
    if (typeof one === 'number') code = one
    else texts.set(code++, toGlyphText(toName(one)))
  }
  const named = [...texts.values()].filter((text) => text !== '').length
  return {
    isOpaque: named * 2 < texts.size,
    decode: (codes) =>
      [...codes].map((byte) => texts.get(byte) ?? String.fromCharCode(byte)).join(''),
  }
}

function toGlyphText(name: string): string {
  if (name.length === 1) return name
  const hex = /^uni([0-9A-F]{4})/.exec(name)?.[1] ?? /^u([0-9A-F]{4,5})$/.exec(name)?.[1]
  if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16))
  return Object.hasOwn(GLYPHS, name) ? (GLYPHS[name] ?? '') : ''
}
