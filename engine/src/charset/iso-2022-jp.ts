import { decodeWith } from './text-decoders.ts'

/** What the bytes of a run mean, by the escape sequence before it (RFC 1468, RFC 1554, RFC 2237). */
type Run =
  | 'ascii'
  | 'kana'
  | 'jis-x-0208'
  | 'jis-x-0212'
  | 'two-byte-unknown'
  | 'gb2312'
  | 'ks-x-1001'

const DESIGNATIONS: Readonly<Record<string, Run>> = {
  '(B': 'ascii',
  '(J': 'ascii',
  '(H': 'ascii',
  '(I': 'kana',
  $B: 'jis-x-0208',
  '$@': 'jis-x-0208',
  '$(B': 'jis-x-0208',
  '$(@': 'jis-x-0208',
  '$(D': 'jis-x-0212',
  // JIS X 0213 plane 1 agrees with JIS X 0208 wherever the latter has a character.
  '$(O': 'jis-x-0208',
  '$(Q': 'jis-x-0208',
  '$(P': 'two-byte-unknown',
  $A: 'gb2312',
  '$(A': 'gb2312',
  '$(C': 'ks-x-1001',
}

const ESC = 0x1b
const SO = 0x0e
const SI = 0x0f

/**
 * Reads ISO-2022-JP and everything mailers send under that name: half-width kana by escape, by
 * shift (CP50222) or as 8-bit bytes (CP50220), NEC and IBM characters (CP50221, ISO-2022-JP-MS),
 * JIS X 0212 (ISO-2022-JP-1), and ISO-2022-JP-2's Chinese and Korean sets.
 *
 * JIS X 0208 runs go through Windows-31J, because that is where ①, ㈱ and 髙 live; the platform's
 * own ISO-2022-JP decoder answers them with U+FFFD.
 */
export function decodeIso2022Jp(bytes: Uint8Array): string {
  let text = ''
  let run: Run = 'ascii'
  let start = 0
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]
    if (byte === ESC) {
      const sequence = findDesignation(bytes, at)
      if (sequence === undefined) continue
      text += decodeRun(run, bytes.subarray(start, at))
      run = DESIGNATIONS[sequence] ?? 'ascii'
      start = at + 1 + sequence.length
      at = start - 1
    } else if (byte === SO || byte === SI) {
      text += decodeRun(run, bytes.subarray(start, at))
      run = byte === SO ? 'kana' : 'ascii'
      start = at + 1
    } else if ((byte === 0x0a || byte === 0x0d) && run !== 'ascii') {
      // RFC 1468: a line ends in ASCII. A mailer that forgot the escape must not spoil the rest.
      text += decodeRun(run, bytes.subarray(start, at))
      if (run !== 'kana') run = 'ascii'
      start = at
    }
  }
  return text + decodeRun(run, bytes.subarray(start))
}

function findDesignation(bytes: Uint8Array, at: number): string | undefined {
  for (const length of [2, 3]) {
    const sequence = String.fromCharCode(...bytes.subarray(at + 1, at + 1 + length))
    if (Object.hasOwn(DESIGNATIONS, sequence)) return sequence
  }
  return undefined
}

function decodeRun(run: Run, bytes: Uint8Array): string {
  if (bytes.length === 0) return ''
  switch (run) {
    case 'ascii':
      return decodeAsciiWithKana(bytes)
    case 'kana':
      return decodeWith(
        'shift_jis',
        bytes.map((byte) => (isGraphic(byte) ? byte | 0x80 : byte)),
      )
    case 'jis-x-0208':
      return decodeWith('shift_jis', toShiftJis(bytes))
    case 'jis-x-0212':
      return decodeWith('euc-jp', toEucPlane2(bytes))
    case 'gb2312':
      return decodeWith(
        'gb18030',
        bytes.map((byte) => (isGraphic(byte) ? byte | 0x80 : byte)),
      )
    case 'ks-x-1001':
      return decodeWith(
        'euc-kr',
        bytes.map((byte) => (isGraphic(byte) ? byte | 0x80 : byte)),
      )
    case 'two-byte-unknown':
      return '\ufffd'.repeat(Math.ceil(bytes.length / 2))
  }
}

function isGraphic(byte: number): boolean {
  return byte > 0x20 && byte < 0x7f
}

/** ASCII runs may hold 8-bit half-width kana (CP50220); read as Windows-31J they come out right. */
function decodeAsciiWithKana(bytes: Uint8Array): string {
  return decodeWith(bytes.some((byte) => byte >= 0x80) ? 'shift_jis' : 'latin1', bytes)
}

/** Row and cell of JIS X 0208 to the two bytes of Shift_JIS; bytes outside the grid stay. */
function toShiftJis(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(bytes.length)
  let at = 0
  while (at < bytes.length) {
    const row = bytes[at] ?? 0
    const cell = bytes[at + 1]
    if (!isGraphic(row) || cell === undefined || !isGraphic(cell)) {
      out[at] = row
      at += 1
      continue
    }
    const lead = (row + 1) >> 1
    out[at] = lead + (row < 0x5f ? 0x70 : 0xb0)
    out[at + 1] = row % 2 === 1 ? cell + (cell < 0x60 ? 0x1f : 0x20) : cell + 0x7e
    at += 2
  }
  return out
}

/** JIS X 0212 stands in EUC-JP behind the single shift 0x8F. */
function toEucPlane2(bytes: Uint8Array): Uint8Array {
  const out: number[] = []
  for (let at = 0; at < bytes.length; at += 2) {
    out.push(0x8f, (bytes[at] ?? 0) | 0x80, (bytes[at + 1] ?? 0) | 0x80)
  }
  return Uint8Array.from(out)
}
