import { memo } from 'react'
import { useDefanging } from './defanging.ts'
import { type Mark, toSpans } from './to-spans.ts'
import './HostileText.css'

interface HostileTextProps {
  readonly text: string
  readonly marks?: readonly Mark[]
  readonly selected?: number | undefined
  readonly onSelect?: (number: number) => void
}

const NO_MARKS: readonly Mark[] = []

/**
 * Text an attacker wrote. Always text, never HTML; invisible and order-changing characters are drawn
 * as boxed names, and the run is isolated, so that it cannot reorder the page around it.
 */
export const HostileText = memo(function HostileText({
  text,
  marks = NO_MARKS,
  selected,
  onSelect,
}: HostileTextProps) {
  const { isDefanged } = useDefanging()
  return (
    <span className="hostile" dir="ltr" translate="no">
      {toSpans(text, marks, isDefanged).map((span, at) => {
        const drawn = span.isBoxed ? <span className="boxed">{span.shown}</span> : span.shown
        const { mark } = span
        if (mark === undefined) return <span key={at}>{drawn}</span>
        return (
          <mark
            key={at}
            data-finding={mark.number}
            className={mark.number === selected ? 'found found-on' : 'found'}
            onClick={onSelect && (() => onSelect(mark.number))}
          >
            {drawn}
          </mark>
        )
      })}
    </span>
  )
})
