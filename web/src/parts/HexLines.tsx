import { type Run, toRuns } from './to-hex-runs.ts'
import type { Mark } from './hostile/to-spans.ts'
import './HexLines.css'

const PER_LINE = 16

/**
 * Bytes as they stand: offset, hexadecimal, printable ASCII. What findings point at is marked in both and leads to
 * its sentence.
 */
export function HexLines({
  bytes,
  start,
  marks,
  selected,
  onSelect,
}: {
  bytes: Uint8Array
  /** Offset of the first byte. */
  start: number
  /** Half-open ranges of offsets. */
  marks: readonly Mark[]
  selected: number | undefined
  onSelect?: ((number: number) => void) | undefined
}) {
  const lines = Array.from({ length: Math.ceil(bytes.length / PER_LINE) }, (_, at) => at * PER_LINE)
  return (
    <pre className="hex" tabIndex={0}>
      {lines.map((from) => {
        const runs = toRuns(bytes.subarray(from, from + PER_LINE), start + from, marks)
        return (
          <div key={from} className="hex-line">
            <span className="hex-offset">{toOffset(start + from)}</span>
            <span className="hex-bytes">
              {runs.map((run, at) => (
                <HexRun key={at} run={run} selected={selected} onSelect={onSelect}>
                  {run.hex}
                </HexRun>
              ))}
            </span>
            <span className="hex-text" aria-hidden="true">
              {runs.map((run, at) => (
                <HexRun key={at} run={run} selected={selected} onSelect={onSelect}>
                  {run.text}
                </HexRun>
              ))}
            </span>
          </div>
        )
      })}
    </pre>
  )
}

function HexRun({
  run: { number },
  selected,
  onSelect,
  children,
}: {
  run: Run
  selected: number | undefined
  onSelect: ((number: number) => void) | undefined
  children: string
}) {
  if (number === undefined) return <span>{children}</span>
  return (
    <mark
      data-finding={number}
      className={number === selected ? 'found found-on' : 'found'}
      onClick={onSelect && (() => onSelect(number))}
    >
      {children}
    </mark>
  )
}

function toOffset(offset: number): string {
  return offset.toString(16).padStart(8, '0')
}
