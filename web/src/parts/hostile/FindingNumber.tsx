import { partsWords } from '../../words/parts.ts'
import { useWords } from '../../words/use-words.ts'
import './HostileText.css'

/** The number that ties a finding's sentence, its bytes and its panel together. */
export function FindingNumber({
  number,
  isSelected = false,
  onSelect,
}: {
  number: number
  isSelected?: boolean
  onSelect?: ((number: number) => void) | undefined
}) {
  const t = useWords(partsWords)
  const look = isSelected ? 'found-number found-number-on' : 'found-number'
  if (onSelect === undefined) return <span className={look}>{number}</span>
  return (
    <button
      type="button"
      className={look}
      aria-label={t('finding-number', { number })}
      aria-pressed={isSelected}
      onClick={() => onSelect(number)}
    >
      {number}
    </button>
  )
}
