import type { Weight } from 'contract/common'
import { useWords } from '../words/use-words.ts'
import { partsWords } from '../words/parts.ts'
import './Confidence.css'

const BARS: Record<Weight, number> = { weak: 1, medium: 2, strong: 3 }

/** Three bars in ink and the word 強・中・弱, so that no colour means "bad mail". */
export function Confidence({
  weight,
  wordHidden = false,
}: {
  weight: Weight
  wordHidden?: boolean
}) {
  const t = useWords(partsWords)
  const word = t(`weight-${weight}`)
  return (
    <span className="confidence" title={t('confidence', { word })}>
      <svg viewBox="0 0 16 14" width="16" height="14" aria-hidden="true">
        {[0, 1, 2].map((bar) => (
          <rect
            key={bar}
            x={bar * 5.5}
            y={10 - bar * 4}
            width="4"
            height={4 + bar * 4}
            rx="1"
            className={bar < BARS[weight] ? 'bar-on' : 'bar-off'}
          />
        ))}
      </svg>
      <span className={wordHidden ? 'unseen' : 'confidence-word'}>{word}</span>
    </span>
  )
}
