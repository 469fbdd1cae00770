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

/** Looking whether the pixels unpack to what they should, in steps of the search that take as long. */
const STEPS_PER_RAW_BYTE = 0.5
/** Handing a picture over takes as long as these, however small it is. */
const STEPS_PER_PICTURE = 500_000
/** Of the steps that are left one picture may take this much. */
const STEPS_SHARE = 2 / 3

/** Formats that the decoder opens. */
const DECODED: ReadonlySet<PictureHeader['format']> = new Set(['PNG', 'JPEG', 'GIF', 'BMP'])

/**
 * A header of 30 bytes can promise a picture that fills the memory, so its size is checked first; and 10 kB of
 * pixels can be searched for half a minute, so the steps of the search are counted for all pictures of a mail.
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
  if (format === 'PNG') {
    const rawBytes = countRawPngBytes(bytes)
    if (pixels * 4 + rawBytes > limits.pictureMemoryBytesMax) return refuse('over-large-picture')
    budget.searchStepsLeft -= rawBytes * STEPS_PER_RAW_BYTE
    if (budget.searchStepsLeft <= 0) return refuse('over-intricate-picture')
    if (hasExcessPixels(bytes)) return refuse('over-large-picture')
  }
  // One picture may not leave nothing for the others: it would stand before the one that matters.
  const {
    texts,
    stepsTaken,
    isCut: isGivenUp,
  } = await readCodes(bytes, budget.searchStepsLeft * STEPS_SHARE)
  budget.searchStepsLeft -= stepsTaken + STEPS_PER_PICTURE
  if (isGivenUp) return refuse('over-intricate-picture')
  if (texts === undefined) return refuse('file-damaged')
  // The decoder draws one frame; the code may stand in another.
  const isCut = passes > 1 && format !== 'JPEG'
  return { ...toCodeContent(texts), ...(isCut ? { problems: ['only-first-frame'] } : {}) }
}
