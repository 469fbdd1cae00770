import { useNumbers } from '../words/numbers.ts'
import './Tabs.css'

export interface TabSpec<T extends string> {
  readonly name: T
  readonly label: string
  readonly count?: number | undefined
}

/** Tabs as a row of buttons; which one is on lives in the address. */
export function Tabs<T extends string>({
  label,
  tabs,
  selected,
  onSelect,
}: {
  label: string
  tabs: readonly TabSpec<T>[]
  selected: T
  onSelect: (name: T) => void
}) {
  const numbers = useNumbers()
  return (
    <div className="tabs" role="group" aria-label={label}>
      {tabs.map(({ name, label: words, count }) => (
        <button
          key={name}
          type="button"
          className="tab"
          aria-pressed={name === selected}
          onClick={() => onSelect(name)}
        >
          {words}
          {count !== undefined && <span className="tab-count">{numbers.count(count)}</span>}
        </button>
      ))}
    </div>
  )
}
