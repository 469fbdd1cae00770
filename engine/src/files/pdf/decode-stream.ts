import { decodeAscii85, decodeHex, decodeRunLength } from './decode-ascii.ts'
import { decodeLzw } from './decode-lzw.ts'
import { inflate } from './inflate.ts'
import { type PdfDict, type PdfValue, toDict, toItems, toName, toNumber } from './pdf-value.ts'
import { undoPredictor } from './undo-predictor.ts'

/** Filters on one stream; more are only there to exhaust whoever unpacks them. */
const FILTERS_MAX = 8

export interface DecodedStream {
  readonly bytes: Buffer
  /** The first filter that is not undone: a picture's own format, or an unknown word. */
  readonly rest?: string
}

interface Filter {
  readonly name: string
  readonly parameters: PdfDict | undefined
}

/** Undoes the filters of a stream (ISO 32000-2 §7.4), up to `bytesMax` bytes at each step. */
export function decodeStream(
  stream: Buffer,
  dict: PdfDict,
  { resolve, bytesMax }: { resolve: (value: PdfValue) => PdfValue; bytesMax: number },
): DecodedStream {
  let bytes = stream
  for (const { name, parameters } of listFilters(dict, resolve)) {
    const decoded = undo(name, bytes, parameters, bytesMax)
    if (decoded === undefined) return { bytes, rest: name }
    bytes = decoded
  }
  return { bytes }
}

function listFilters(dict: PdfDict, resolve: (value: PdfValue) => PdfValue): Filter[] {
  const { entries } = dict
  const names = toList(resolve(entries.get('Filter') ?? entries.get('F')))
  const parameters = toList(resolve(entries.get('DecodeParms') ?? entries.get('DP')))
  return names.slice(0, FILTERS_MAX).map((name, index) => ({
    name: toName(resolve(name)),
    parameters: toDict(resolve(parameters[index])),
  }))
}

function toList(value: PdfValue): readonly PdfValue[] {
  if (value === undefined) return []
  return typeof value === 'object' && value.is === 'array' ? toItems(value) : [value]
}

function undo(
  name: string,
  bytes: Buffer,
  parameters: PdfDict | undefined,
  bytesMax: number,
): Buffer | undefined {
  const read = (key: string, otherwise: number) => {
    const value = parameters?.entries.get(key)
    return value === undefined ? otherwise : toNumber(value)
  }
  const foretold = (plain: Buffer) =>
    undoPredictor(plain, {
      predictor: read('Predictor', 1),
      colors: read('Colors', 1),
      bitsPerComponent: read('BitsPerComponent', 8),
      columns: read('Columns', 1),
    })
  switch (name) {
    case 'FlateDecode':
    case 'Fl':
      return foretold(inflate(bytes, bytesMax))
    case 'LZWDecode':
    case 'LZW':
      return foretold(decodeLzw(bytes, read('EarlyChange', 1), bytesMax))
    case 'ASCIIHexDecode':
    case 'AHx':
      return decodeHex(bytes)
    case 'ASCII85Decode':
    case 'A85':
      return decodeAscii85(bytes)
    case 'RunLengthDecode':
    case 'RL':
      return decodeRunLength(bytes, bytesMax)
    case 'Crypt':
      return bytes
    default:
      return undefined
  }
}
