/** How rows of samples were foretold before packing (ISO 32000-2 table 8). */
export interface Predictor {
  readonly predictor: number
  readonly colors: number
  readonly bitsPerComponent: number
  readonly columns: number
}

/** Longest row that is undone; wider pictures do not exist. */
const ROW_BYTES_MAX = 1_000_000

/** The bytes before prediction: TIFF differences (2) or the filters of PNG (10 and up). */
export function undoPredictor(bytes: Buffer, parameters: Predictor): Buffer {
  const { predictor, colors, bitsPerComponent, columns } = parameters
  const pixelBytes = Math.max(1, Math.ceil((colors * bitsPerComponent) / 8))
  const rowBytes = Math.ceil((colors * bitsPerComponent * columns) / 8)
  if (predictor < 2 || rowBytes < 1 || rowBytes > ROW_BYTES_MAX) return bytes
  if (predictor === 2)
    return bitsPerComponent === 8 ? undoDifferences(bytes, rowBytes, pixelBytes) : bytes
  return undoPngFilters(bytes, rowBytes, pixelBytes)
}

function undoDifferences(bytes: Buffer, rowBytes: number, pixelBytes: number): Buffer {
  const out = Buffer.from(bytes)
  for (let at = 0; at < out.length; at++)
    if (at % rowBytes >= pixelBytes) out[at] = (out[at] ?? 0) + (out[at - pixelBytes] ?? 0)
  return out
}

function undoPngFilters(bytes: Buffer, rowBytes: number, pixelBytes: number): Buffer {
  const rows = Math.ceil(bytes.length / (rowBytes + 1))
  const out = Buffer.alloc(rows * rowBytes)
  for (let row = 0; row < rows; row++) {
    const source = row * (rowBytes + 1)
    const kind = bytes[source] ?? 0
    const start = row * rowBytes
    for (let column = 0; column < rowBytes; column++) {
      const raw = bytes[source + 1 + column] ?? 0
      const left = column < pixelBytes ? 0 : (out[start + column - pixelBytes] ?? 0)
      const up = row === 0 ? 0 : (out[start + column - rowBytes] ?? 0)
      const corner =
        row === 0 || column < pixelBytes ? 0 : (out[start + column - rowBytes - pixelBytes] ?? 0)
      out[start + column] = raw + foretell(kind, left, up, corner)
    }
  }
  return out
}

/** PNG 3rd edition §9.2. */
function foretell(kind: number, left: number, up: number, corner: number): number {
  if (kind === 1) return left
  if (kind === 2) return up
  if (kind === 3) return (left + up) >> 1
  if (kind !== 4) return 0
  const estimate = left + up - corner
  const toLeft = Math.abs(estimate - left)
  const toUp = Math.abs(estimate - up)
  const toCorner = Math.abs(estimate - corner)
  if (toLeft <= toUp && toLeft <= toCorner) return left
  return toUp <= toCorner ? up : corner
}
