export interface PictureSize {
  readonly width: number
  readonly height: number
}

/** Segments of a JPEG looked at before giving up; cameras write twenty. */
const SEGMENTS_MAX = 200

/**
 * Pixels of a PNG or JPEG as its own header states them; undefined for anything else. A picture of a few kilobytes
 * may unfold to gigabytes in whoever draws it, so the size is read before anybody does.
 */
export function findPictureSize(bytes: Uint8Array, type: string): PictureSize | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (type === 'image/png') return findPngSize(view)
  if (type === 'image/jpeg') return findJpegSize(view)
  return undefined
}

/** Signature, then the IHDR chunk (PNG, third edition, §5.2 and §11.2.1). */
function findPngSize(view: DataView): PictureSize | undefined {
  if (view.byteLength < 24 || view.getUint32(0) !== 0x89504e47 || view.getUint32(12) !== 0x49484452)
    return undefined
  return toSize(view.getUint32(16), view.getUint32(20))
}

/** The frame header SOFn (ITU T.81 §B.2.2), found from segment to segment. */
function findJpegSize(view: DataView): PictureSize | undefined {
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return undefined
  let at = 2
  for (let segment = 0; segment < SEGMENTS_MAX && at + 9 <= view.byteLength; segment += 1) {
    const marker = view.getUint16(at)
    if (isFrameHeader(marker)) return toSize(view.getUint16(at + 7), view.getUint16(at + 5))
    if (marker < 0xff01 || marker === 0xffda) return undefined
    at += 2 + Math.max(2, view.getUint16(at + 2))
  }
  return undefined
}

/** SOF0 to SOF15 without DHT, JPG and DAC, which share the range (ITU T.81 table B.1). */
function isFrameHeader(marker: number): boolean {
  return marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker)
}

function toSize(width: number, height: number): PictureSize | undefined {
  return width > 0 && height > 0 ? { width, height } : undefined
}
