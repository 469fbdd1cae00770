import type { ReactNode, Ref } from 'react'
import './QueueRow.css'

/** A row that says what waits, why, for how long and whose it is. The whole row is one target. */
export function QueueRow({
  icon,
  title,
  why,
  waited,
  initial,
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
  /** First letter of who has it; undefined for nobody. */
  initial: string | undefined
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
        <span
          className={initial === undefined ? 'initial initial-none' : 'initial'}
          title={assignee}
        >
          {initial ?? '−'}
          <span className="unseen">{assignee}</span>
        </span>
      </span>
      <span className="queue-why cut">{why}</span>
      <span className="queue-chip">{chip}</span>
    </button>
  )
}
