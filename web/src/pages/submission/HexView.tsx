import { useEffect, useState } from 'react'
import { type ByteSource, useEvidenceBytes } from '../../client/evidence-bytes.ts'
import { Button } from '../../parts/Button.tsx'
import { HexLines } from '../../parts/HexLines.tsx'
import { Loaded } from '../../parts/Loaded.tsx'
import type { Mark } from '../../parts/hostile/to-spans.ts'
import { evidenceWords } from '../../words/evidence.ts'
import { useNumbers } from '../../words/numbers.ts'
import { useWords } from '../../words/use-words.ts'

/** Bytes shown at once: a thousand lines. */
const PAGE_BYTES = 16 * 1024
/** Bytes shown before what a finding points at. */
const BEFORE_BYTES = 64
const PER_LINE = 16

/** Bytes of a mail, a part or a file, page by page; begins where the selected finding points. */
export function HexView({
  source,
  range,
  marks,
  selected,
  onSelect,
}: {
  source: ByteSource
  /** Which of the source's bytes; the offsets shown are those of the source. */
  range: { readonly start: number; readonly end: number }
  marks: readonly Mark[]
  selected: number | undefined
  onSelect: (number: number) => void
}) {
  const t = useWords(evidenceWords)
  const numbers = useNumbers()
  const target = marks.find(({ number }) => number === selected)?.start
  const [start, setStart] = useState(() => toStart(range.start, target))
  const isShown = target === undefined || (target >= start && target < start + PAGE_BYTES)
  useEffect(() => {
    if (!isShown) setStart(toStart(range.start, target))
  }, [isShown, range.start, target])
  const end = Math.min(range.end, start + PAGE_BYTES)
  const bytes = useEvidenceBytes(source, start, end)
  if (range.end <= range.start) return <p className="card-body quiet">{t('no-bytes')}</p>
  return (
    <>
      <Loaded query={bytes} shape={8}>
        {(loaded) => (
          <HexLines
            bytes={loaded}
            start={start}
            marks={marks}
            selected={selected}
            onSelect={onSelect}
          />
        )}
      </Loaded>
      <div className="hex-foot tiny quiet">
        {t('bytes-shown', {
          start: numbers.count(start),
          end: numbers.count(end),
          of: numbers.count(range.end),
        })}
        {range.end - range.start > PAGE_BYTES && (
          <span className="row push">
            <Button
              size="s"
              disabled={start <= range.start}
              onClick={() => setStart(Math.max(range.start, start - PAGE_BYTES))}
            >
              {t('bytes-before')}
            </Button>
            <Button
              size="s"
              disabled={end >= range.end}
              onClick={() => setStart(start + PAGE_BYTES)}
            >
              {t('bytes-behind')}
            </Button>
          </span>
        )}
      </div>
    </>
  )
}

/** The line in which the finding stands comes a little below the top. */
function toStart(first: number, target: number | undefined): number {
  if (target === undefined || target - first < PAGE_BYTES / 2) return first
  return Math.max(first, Math.floor((target - BEFORE_BYTES) / PER_LINE) * PER_LINE)
}
