import { type Decoder, findEach, replaceEach } from './piece.ts'

const byteOf = (digits: string, radix: 8 | 16): Uint8Array =>
  Uint8Array.of(Number.parseInt(digits, radix) & 0xff)

/** `%E3%81%82` and, for form data, `+` as a space. The text around joins what the encoding parts. */
const percent: Decoder = {
  name: 'percent',
  yields: 'bytes',
  find: (text) =>
    /%[0-9A-Fa-f]{2}/u.test(text)
      ? [
          ...replaceEach(text, /%([0-9A-Fa-f]{2})/gu, ([, pair = '']) => byteOf(pair, 16)),
          // A space written as `+` stands only within what is written so.
          ...findEach(
            text,
            /[^\s"'<>%]{0,64}(?:%[0-9A-Fa-f]{2}[^\s"'<>%]{0,64})+/gu,
            ({ 0: written, index }) =>
              written.includes('+')
                ? replaceEach(
                    written.replace(/\+/gu, ' '),
                    /%([0-9A-Fa-f]{2})/gu,
                    ([, pair = '']) => byteOf(pair, 16),
                  ).map(({ bytes }) => ({ at: index, bytes }))
                : [],
          ),
        ]
      : [],
}

/** `%u5317`, from the time before UTF-8 in links; still read by old servers and `unescape`. */
const percentUnits: Decoder = {
  name: 'percent-u',
  yields: 'text',
  find: (text) =>
    replaceEach(text, /(?:%u[0-9A-Fa-f]{4})+/gu, ([units]) =>
      units.replace(/%u(....)/gu, (_, unit: string) =>
        String.fromCharCode(Number.parseInt(unit, 16)),
      ),
    ),
}

/** `\xe5` and `\345` stand for bytes, in scripts and in strings of PDF. */
const byteEscapes: Decoder = {
  name: 'byte-escape',
  yields: 'bytes',
  find: (text) =>
    replaceEach(text, /\\(?:x([0-9A-Fa-f]{2})|([0-3][0-7]{2}))/gu, ([, hexadecimal, octal = '']) =>
      hexadecimal === undefined ? byteOf(octal, 8) : byteOf(hexadecimal, 16),
    ),
}

const MARKS: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: ' ', f: ' ' }

/** `\u00e9`, `\u{e9}` and the short escapes of JSON and JavaScript, over the whole text. */
const jsonEscapes: Decoder = {
  name: 'json-escape',
  yields: 'text',
  find: (text) =>
    replaceEach(
      text,
      // Halves of a pair are joined before they become bytes, or both would be lost.
      /((?<!\\)\\{2,64}(?![\\A-Za-z0-9]))|(?:\\u[0-9A-Fa-f]{4})+|\\u\{([0-9A-Fa-f]{1,6})\}|\\([nrtbf/"'\\])/gu,
      ([all, before, point, mark]) => {
        // An expression in a literal in JSON has four of them before each dot. With nothing to escape they say nothing.
        if (before !== undefined) return ''
        if (mark !== undefined) return MARKS[mark] ?? mark
        if (point !== undefined) return fromCodePoint(point, 16)
        return all.replace(/\\u(....)/gu, (_, unit: string) =>
          String.fromCharCode(Number.parseInt(unit, 16)),
        )
      },
    ),
}

/** Escapes of CSS (css-syntax-3 §4.3.7), where `content` can hold a name. */
const cssEscapes: Decoder = {
  name: 'css-escape',
  yields: 'text',
  find: (text) =>
    replaceEach(text, /\\([0-9A-Fa-f]{2,6})(?:\r\n|[ \t\r\n\f])?/gu, ([, point = '']) =>
      fromCodePoint(point, 16),
    ),
}

const NAMED_ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  shy: '',
  zwj: '',
  zwnj: '',
  period: '.',
  commat: '@',
  hyphen: '-',
  dash: '-',
  lowbar: '_',
  colon: ':',
  sol: '/',
  percnt: '%',
  num: '#',
  plus: '+',
  equals: '=',
  comma: ',',
  lpar: '(',
  rpar: ')',
  szlig: 'ss',
  aelig: 'ae',
  oelig: 'oe',
  eth: 'd',
  thorn: 'th',
  inodot: 'i',
}
/** Letters with a mark are named by both: `&oslash;`, `&Eacute;`. The mark says nothing to the search. */
const MARKED_LETTER =
  /^([A-Za-z])(?:acute|grave|circ|tilde|uml|cedil|ring|caron|macr|slash|breve|ogon|dot|strok|midot|dblac|fr|opf|scr)$/u

/** Numeric and named HTML entities, over the whole text. */
const entities: Decoder = {
  name: 'html-entity',
  yields: 'text',
  find: (text) =>
    /&(?:#x?[0-9a-f]{1,2}|[a-z]{2,10};)/iu.test(text)
      ? replaceEach(
          text,
          /&(?:#[xX]([0-9A-Fa-f]{1,8})|#([0-9]{1,9})|([A-Za-z]{2,10}));?/gu,
          ([, hexadecimal, decimal, name = '']) => {
            if (hexadecimal !== undefined) return fromCodePoint(hexadecimal, 16)
            if (decimal !== undefined) return fromCodePoint(decimal, 10)
            return NAMED_ENTITIES[name.toLowerCase()] ?? MARKED_LETTER.exec(name)?.[1]
          },
        )
      : [],
}

function fromCodePoint(digits: string, radix: 10 | 16): string {
  const code = Number.parseInt(digits, radix)
  return code <= 0x10ffff ? String.fromCodePoint(code) : ''
}

export const ESCAPE_DECODERS: readonly Decoder[] = [
  percent,
  percentUnits,
  byteEscapes,
  jsonEscapes,
  cssEscapes,
  entities,
]
