import type { ReactNode, Ref } from 'react'
import { Initial } from './Initial.tsx'
import './QueueRow.css'

/** A row that says what waits, why, for how long and whose it is. The whole row is one target. */
export function QueueRow({
  icon,
  title,
  why,
  waited,
  holder,
  assignee,
  chip,
  isSelected,
  onSelect,
  onOpen,
  ref,
}: {
  icon: ReactNode
  title: ReactNode
  why: ReactNode
  waited: string
  /** Who has it; undefined for nobody. */
  holder: string | undefined
  assignee: string
  chip?: ReactNode
  isSelected: boolean
  onSelect: () => void
  onOpen: () => void
  ref?: Ref<HTMLButtonElement>
}) {
  return (
    <button
      type="button"
      ref={ref}
      className="queue-row"
      aria-current={isSelected ? 'true' : undefined}
      onClick={onSelect}
      onDoubleClick={onOpen}
    >
      <span className="queue-icon">{icon}</span>
      <span className="queue-title cut">{title}</span>
      <span className="queue-side">
        <span className="tiny quiet nowrap">{waited}</span>
        <Initial name={holder} words={assignee} />
      </span>
      <span className="queue-why cut">{why}</span>
      <span className="queue-chip">{chip}</span>
    </button>
  )
}
