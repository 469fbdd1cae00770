import './HexLines.css'

const PER_LINE = 16

/** Bytes as they stand: offset, hexadecimal, printable ASCII. What a finding points at is marked in both. */
export function HexLines({
  bytes,
  start,
  marked,
}: {
  bytes: Uint8Array
  /** Offset of the first byte in the mail. */
  start: number
  /** Half-open range of offsets in the mail. */
  marked: { readonly start: number; readonly end: number }
}) {
  const lines = Array.from({ length: Math.ceil(bytes.length / PER_LINE) }, (_, at) => at * PER_LINE)
  const isMarked = (offset: number) => offset >= marked.start && offset < marked.end
  return (
    <pre className="hex">
      {lines.map((from) => {
        const row = Array.from(bytes.subarray(from, from + PER_LINE))
        return (
          <div key={from} className="hex-line">
            <span className="hex-offset">{toOffset(start + from)}</span>
            <span className="hex-bytes">
              {row.map((byte, at) => (
                <HexByte key={at} isMarked={isMarked(start + from + at)}>
                  {byte.toString(16).padStart(2, '0')}
                </HexByte>
              ))}
            </span>
            <span className="hex-text" aria-hidden="true">
              {row.map((byte, at) => (
                <HexByte key={at} isMarked={isMarked(start + from + at)}>
                  {toPrintable(byte)}
                </HexByte>
              ))}
            </span>
          </div>
        )
      })}
    </pre>
  )
}

function HexByte({ isMarked, children }: { isMarked: boolean; children: string }) {
  return isMarked ? <mark className="found found-on">{children}</mark> : <span>{children}</span>
}

function toOffset(offset: number): string {
  return offset.toString(16).padStart(8, '0')
}

/** Only printable ASCII is drawn; anything else could be a control or half a letter. */
function toPrintable(byte: number): string {
  return byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '·'
}
