import type { ProblemCode } from '../../evidence/problem.ts'
import { limits } from '../../limits.ts'
import type { FileReader, FileReading, FileToRead } from '../file-reading.ts'
import { toCodeContent } from './code-content.ts'
import { countRawPngBytes, hasExcessPixels } from './has-excess-pixels.ts'
import { listFacts } from './list-facts.ts'
import { parseHeader } from './parse-header.ts'
import type { PictureHeader } from './picture-header.ts'
import { readCodes } from './read-codes.ts'

/** Pictures: what they say about themselves, and where their QR codes lead. */
export const images: FileReader = {
  format: 'images',
  reads: (type) => /^image\/(?:png|jpeg|gif|webp|bmp|tiff)$/.test(type),
  async read(file) {
    const header = parseHeader(file.bytes, file.type)
    if (header === undefined) return {}
    const codes = mayHoldCode(header) ? await findCodes(file, header) : {}
    return { facts: listFacts(header), ...codes }
  },
}

/** Modules of the smallest QR code (ISO/IEC 18004 version 1) each take at least one pixel. */
const CODE_PIXELS_MIN = 21

function mayHoldCode({ width, height }: PictureHeader): boolean {
  return width >= CODE_PIXELS_MIN && height >= CODE_PIXELS_MIN
}

/** Formats that the decoder opens. */
const DECODED: ReadonlySet<PictureHeader['format']> = new Set(['PNG', 'JPEG', 'GIF', 'BMP'])

/**
 * A header of 30 bytes can promise a picture that fills the memory, so its size is checked first and
 * paid for out of what may be unpacked from one mail.
 */
async function findCodes(
  { bytes, budget }: FileToRead,
  { format, width, height, passes }: PictureHeader,
): Promise<FileReading> {
  const refuse = (problem: ProblemCode): FileReading => ({ problems: [problem] })
  if (!DECODED.has(format)) return refuse('unsupported-picture')
  const pixels = width * height
  if (pixels > limits.picturePixelsMax || bytes.length > limits.pictureBytesMax)
    return refuse('over-large-picture')
  if (format === 'JPEG' && pixels * passes > limits.picturePassPixelsMax)
    return refuse('over-large-picture')
  const decodedBytes = pixels * 4 + (format === 'PNG' ? countRawPngBytes(bytes) : 0)
  if (decodedBytes > budget.bytesLeft || pixels > budget.pixelsLeft) return refuse('over-unpacked')
  budget.bytesLeft -= decodedBytes
  budget.pixelsLeft -= pixels
  if (format === 'PNG' && hasExcessPixels(bytes)) return refuse('over-large-picture')
  const texts = await readCodes(bytes)
  if (texts === undefined) return refuse('file-damaged')
  // The decoder draws one frame; the code may stand in another.
  const isCut = passes > 1 && format !== 'JPEG'
  return { ...toCodeContent(texts), ...(isCut ? { problems: ['only-first-frame'] } : {}) }
}
