/** Something decoded out of a text: where it stood, and what it became. */
export interface Piece {
  readonly at: number
  readonly bytes: Uint8Array
}

/** Reads one encoding wherever it occurs in a text. */
export interface Decoder {
  readonly name: string
  /** Text needs no charset; bytes may be in any. */
  readonly yields: 'text' | 'bytes'
  find(text: string): readonly Piece[]
}

const fromText = (at: number, text: string): Piece => ({ at, bytes: Buffer.from(text, 'utf8') })

/** Each match of a pattern, decoded. The pattern is global and its repetitions are bounded or do not overlap. */
function findEach(
  text: string,
  pattern: RegExp,
  decode: (match: RegExpExecArray) => readonly Piece[],
): readonly Piece[] {
  const pieces: Piece[] = []
  for (const match of text.matchAll(pattern)) pieces.push(...decode(match))
  return pieces
}

/**
 * Base64 and base64url, without knowing where a token starts: an encoded name in the middle of a run
 * begins at any of four positions, so each is tried. Line breaks inside a run are MIME's.
 */
const base64: Decoder = {
  name: 'base64',
  yields: 'bytes',
  find: (text) =>
    findEach(text, /[A-Za-z0-9+/_-]{6,}(?:\r?\n[ \t]?[A-Za-z0-9+/_-]+)*/gu, (match) => {
      const run = match[0]
        .replace(/[\r\n\t ]/gu, '')
        .replace(/-/gu, '+')
        .replace(/_/gu, '/')
      const starts = run.length < 9 ? [0] : [0, 1, 2, 3]
      return starts.map((start) => ({
        at: match.index,
        bytes: Buffer.from(run.slice(start), 'base64'),
      }))
    }),
}

/** Runs of hexadecimal pairs, with or without separators such as `0x`, `\x`, `:` or spaces. */
const hex: Decoder = {
  name: 'hex',
  yields: 'bytes',
  find: (text) => [
    ...findEach(text, /[0-9A-Fa-f]{8,}/gu, (match) =>
      [0, 1].map((start) => ({
        at: match.index,
        bytes: Buffer.from(evenLength(match[0].slice(start)), 'hex'),
      })),
    ),
    ...findEach(
      text,
      /(?:(?:0x|\\x|&#x)?[0-9A-Fa-f]{2}[\s:,;-]{1,2}){3,}[0-9A-Fa-f]{0,2}/gu,
      (match) => {
        const digits = match[0].replace(/0x|\\x|&#x|[^0-9A-Fa-f]/gu, '')
        return [{ at: match.index, bytes: Buffer.from(evenLength(digits), 'hex') }]
      },
    ),
    ...findEach(text, /(?:\\x[0-9A-Fa-f]{2}){2,}/gu, (match) => [
      { at: match.index, bytes: Buffer.from(match[0].replace(/\\x/gu, ''), 'hex') },
    ]),
  ],
}
const evenLength = (digits: string): string => digits.slice(0, digits.length & ~1)

/** `%E3%81%82` and, for form data, `+` as a space. The text around joins what the encoding parts. */
const percent: Decoder = {
  name: 'percent',
  yields: 'bytes',
  find: (text) =>
    text.includes('%')
      ? findEach(text, /[^\s"'<>%]{0,64}(?:%[0-9A-Fa-f]{2}[^\s"'<>%]{0,64})+/gu, (match) => [
          fromUnits(match.index, match[0].replace(/\+/gu, ' '), /%([0-9A-Fa-f]{2})/gu),
        ])
      : [],
}

/** Quoted-printable (RFC 2045 §6.7), soft line breaks removed. */
const quotedPrintable: Decoder = {
  name: 'quoted-printable',
  yields: 'bytes',
  find: (text) =>
    /=[0-9A-Fa-f]{2}|=\r?\n/u.test(text)
      ? [fromUnits(0, text.replace(/=\r?\n/gu, ''), /=([0-9A-Fa-f]{2})/gu)]
      : [],
}

/** Text whose escapes stand for bytes; characters beyond Latin-1 become their UTF-8 bytes. */
function fromUnits(at: number, text: string, escape: RegExp): Piece {
  const chunks: Uint8Array[] = []
  let done = 0
  for (const match of text.matchAll(escape)) {
    if (match.index > done) chunks.push(Buffer.from(text.slice(done, match.index), 'utf8'))
    chunks.push(Uint8Array.of(Number.parseInt(match[1] ?? '0', 16)))
    done = match.index + match[0].length
  }
  if (done < text.length) chunks.push(Buffer.from(text.slice(done), 'utf8'))
  return { at, bytes: Buffer.concat(chunks) }
}

/** Encoded words (RFC 2047). Neighbours are joined: a name is hidden by cutting it between two words. */
const encodedWords: Decoder = {
  name: 'mime-word',
  yields: 'bytes',
  find: (text) =>
    findEach(
      text,
      /(?:=\?[\w*-]{1,40}\?[BbQq]\?[^?\s]{0,2000}\?=(?:\s{1,80}(?==\?))?)+/gu,
      (match) => {
        const words = [...match[0].matchAll(/=\?[^?]*\?([BbQq])\?([^?]*)\?=/gu)]
        return [{ at: match.index, bytes: Buffer.concat(words.map(decodeWord)) }]
      },
    ),
}

function decodeWord(word: RegExpExecArray): Uint8Array {
  const [, encoding = '', payload = ''] = word
  if (encoding.toLowerCase() === 'b') return Buffer.from(payload, 'base64')
  return fromUnits(0, payload.replace(/_/gu, ' '), /=([0-9A-Fa-f]{2})/gu).bytes
}

/** Parameters cut into numbered parts (RFC 2231 §3), joined in the order they stand. */
const splitParameters: Decoder = {
  name: 'rfc2231',
  yields: 'bytes',
  find: (text) => {
    const parts = [...text.matchAll(/\*\d{1,3}\*?=(?:"([^"\r\n]{0,500})"|([^\s;"]{0,500}))/gu)]
    const first = parts[0]
    if (first === undefined) return []
    const joined = parts.map((part) => part[1] ?? part[2] ?? '').join('')
    return [fromUnits(first.index, joined, /%([0-9A-Fa-f]{2})/gu)]
  },
}

/** `é`, `\u{e9}` and the short escapes of JSON and JavaScript, over the whole text. */
const jsonEscapes: Decoder = {
  name: 'json-escape',
  yields: 'text',
  find: (text) =>
    /\\[u/nrt"\\]/u.test(text)
      ? [
          fromText(
            0,
            text.replace(
              /\\(?:u\{([0-9A-Fa-f]{1,6})\}|u([0-9A-Fa-f]{4})|([nrtbf/"'\\]))/gu,
              (_all, long?: string, short?: string, mark?: string) =>
                mark === undefined ? fromCodePoint(long ?? short ?? '', 16) : plainMark(mark),
            ),
          ),
        ]
      : [],
}
const plainMark = (mark: string): string => ('nrtbf'.includes(mark) ? ' ' : mark)

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
}

/** Numeric and the usual named HTML entities, over the whole text. */
const entities: Decoder = {
  name: 'html-entity',
  yields: 'text',
  find: (text) =>
    /&(?:#x?[0-9a-f]{2}|[a-z]{2,8};)/iu.test(text)
      ? [
          fromText(
            0,
            text.replace(
              /&(?:#x([0-9A-Fa-f]{1,6})|#([0-9]{1,7})|([A-Za-z]{2,8}));?/gu,
              (all: string, hexadecimal?: string, decimal?: string, name?: string) =>
                name === undefined
                  ? fromCodePoint(hexadecimal ?? decimal ?? '', hexadecimal === undefined ? 10 : 16)
                  : (NAMED_ENTITIES[name.toLowerCase()] ?? all),
            ),
          ),
        ]
      : [],
}

function fromCodePoint(digits: string, radix: 10 | 16): string {
  const code = Number.parseInt(digits, radix)
  return code <= 0x10ffff ? String.fromCharCode(...surrogates(code)) : ''
}
const surrogates = (code: number): number[] =>
  code < 0x10000 ? [code] : [0xd7c0 + (code >> 10), 0xdc00 + (code & 0x3ff)]

/** Tags and comments taken out: `kita<b></b>hama` shows the name. */
const markup: Decoder = {
  name: 'markup',
  yields: 'text',
  find: (text) =>
    /<[a-z/!]/iu.test(text) ? [fromText(0, text.replace(/<[^<>]{0,400}>/gu, ''))] : [],
}

export const DECODERS: readonly Decoder[] = [
  base64,
  hex,
  percent,
  quotedPrintable,
  encodedWords,
  splitParameters,
  jsonEscapes,
  entities,
  markup,
]
