import { limits } from '../../limits.ts'
import type { ArchiveMember } from '../archives/archive-member.ts'
import { encodePng, type Samples } from './encode-png.ts'
import type { PdfDocument } from './pdf-document.ts'
import {
  type PdfDict,
  type PdfObject,
  type PdfValue,
  toDict,
  toItems,
  toName,
  toNumber,
} from './pdf-value.ts'

/** Below the modules of the smallest QR code, a picture is a line or a shadow. */
const SIDE_MIN = 21

/** Pictures of a document as files of their own, so that they are searched for codes. */
export function listPictures(document: PdfDocument): ArchiveMember[] {
  const members: ArchiveMember[] = []
  const seen = new Set<string>()
  for (const object of document.objects) {
    const dict = toDict(object.value)
    if (object.stream === undefined || !isPicture(document, dict)) continue
    if (members.length >= limits.pdfPicturesMax) {
      document.problems.add('over-many-pictures')
      break
    }
    const member = toMember(document, object, dict, members.length + 1)
    const key = member?.content?.toString('latin1', 0, 2_000) ?? ''
    if (member === undefined || seen.has(`${member.sizeBytes} ${key}`)) continue
    seen.add(`${member.sizeBytes} ${key}`)
    members.push(member)
  }
  return members
}

function isPicture(document: PdfDocument, dict: PdfDict | undefined): dict is PdfDict {
  if (toName(document.get(dict, 'Subtype')) !== 'Image') return false
  const [width, height] = ['Width', 'Height'].map((key) => toNumber(document.get(dict, key)))
  return (width ?? 0) >= SIDE_MIN && (height ?? 0) >= SIDE_MIN
}

type PictureMember = ArchiveMember & { readonly content?: Buffer }

function toMember(
  document: PdfDocument,
  object: PdfObject,
  dict: PdfDict,
  count: number,
): PictureMember | undefined {
  const pixels = toNumber(document.get(dict, 'Width')) * toNumber(document.get(dict, 'Height'))
  if (pixels > limits.picturePixelsMax) {
    document.problems.add('over-large-picture')
    return undefined
  }
  const { bytes, rest } = document.decode(object, pixels * 4 + 65_536)
  if (rest === 'DCTDecode' || rest === 'DCT') return toFile(`image-${count}.jpg`, bytes)
  if (rest === 'JPXDecode') return toFile(`image-${count}.jp2`, bytes)
  const samples = rest === undefined ? toSamples(document, dict, bytes) : undefined
  if (samples !== undefined) return toFile(`image-${count}.png`, encodePng(samples))
  if (rest !== 'over-unpacked') document.problems.add('unsupported-picture')
  return undefined
}

function toFile(name: string, content: Buffer): PictureMember {
  return { name, sizeBytes: content.length, content }
}

/** Samples as a PNG has them; undefined for colours that it cannot have. */
function toSamples(document: PdfDocument, dict: PdfDict, bytes: Buffer): Samples | undefined {
  const isMask = document.get(dict, 'ImageMask') === true
  const bitDepth = isMask ? 1 : toNumber(document.get(dict, 'BitsPerComponent'))
  const color = isMask ? GREY : readColor(document, document.get(dict, 'ColorSpace'))
  if (color === undefined || ![1, 2, 4, 8].includes(bitDepth)) return undefined
  if (color.colorType === 2 && bitDepth !== 8) return undefined
  const width = toNumber(document.get(dict, 'Width'))
  const height = toNumber(document.get(dict, 'Height'))
  const rowBytes = Math.ceil((width * bitDepth * (color.colorType === 2 ? 3 : 1)) / 8)
  if (bytes.length < rowBytes) return undefined
  return { width, height, bitDepth, rowBytes, bytes, ...color }
}

type Color = Pick<Samples, 'colorType' | 'palette'>
const GREY: Color = { colorType: 0 }

function readColor(document: PdfDocument, space: PdfValue): Color | undefined {
  const items = toItems(space)
  const name = toName(items.length === 0 ? space : document.resolve(items[0]))
  switch (name) {
    case 'DeviceGray':
    case 'CalGray':
    case 'G':
      return GREY
    case 'DeviceRGB':
    case 'CalRGB':
    case 'RGB':
      return { colorType: 2 }
    case 'ICCBased': {
      const parts = toNumber(document.get(toDict(document.resolve(items[1])), 'N'))
      return parts === 1 ? GREY : parts === 3 ? { colorType: 2 } : undefined
    }
    case 'Indexed':
    case 'I':
      return readPalette(document, items)
    default:
      return undefined
  }
}

/** `[/Indexed base hival lookup]` (§8.6.6.3); greys become red-green-blue, as a palette needs. */
function readPalette(document: PdfDocument, items: readonly PdfValue[]): Color | undefined {
  const base = readColor(document, document.resolve(items[1]))
  if (base === undefined || base.palette !== undefined) return undefined
  const lookup = items[3]
  const object = document.objectOf(lookup)
  const value = document.resolve(lookup)
  const isText = typeof value === 'object' && value.is === 'string'
  const table =
    object?.stream !== undefined
      ? document.decode(object, 4_096).bytes
      : isText
        ? value.bytes
        : Buffer.alloc(0)
  const colors =
    base.colorType === 2 ? table : Buffer.from([...table].flatMap((grey) => [grey, grey, grey]))
  const whole = Math.min(768, colors.length - (colors.length % 3))
  return whole === 0 ? undefined : { colorType: 3, palette: colors.subarray(0, whole) }
}
