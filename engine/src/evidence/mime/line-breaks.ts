import { toBuffer } from '../../charset/text-decoders.ts'

const LF = 0x0a
const CR = 0x0d

/** Bytes of the same length in which every line ends in LF, for finding structure only. */
export interface LineView {
  readonly view: Buffer
  /** The mail's first line ends in a lone CR, so lone CRs were taken for line ends. */
  readonly hadLoneReturns: boolean
}

/**
 * The mail as the scanners see it. Lone CRs end lines only in mails whose first line ends so (old
 * Macintosh files); in all others they are data, or a header could hide another one from us.
 */
export function viewLines(bytes: Uint8Array): LineView {
  const buffer = toBuffer(bytes)
  const firstReturn = buffer.indexOf(CR)
  if (firstReturn < 0) return { view: buffer, hadLoneReturns: false }
  const firstFeed = buffer.indexOf(LF)
  const next = buffer[firstReturn + 1]
  const isLone = next !== LF && next !== CR && (firstFeed < 0 || firstReturn < firstFeed)
  // A run of CRs before LF is a line end written twice, not an empty line.
  return isLone && firstReturn > 0
    ? { view: replaceLoneReturns(buffer), hadLoneReturns: true }
    : { view: buffer, hadLoneReturns: false }
}

function replaceLoneReturns(buffer: Buffer): Buffer {
  const view = Buffer.from(buffer)
  for (let at = view.indexOf(CR); at >= 0; at = view.indexOf(CR, at + 1)) {
    if (view[at + 1] !== LF) view[at] = LF
  }
  return view
}
