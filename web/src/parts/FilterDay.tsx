import { useId } from 'react'
import { useAddress } from '../frame/use-address.ts'
import './Filters.css'

/** A day that narrows a view; lives in the address under `name`, and is `empty` when it is not there. */
export function FilterDay({
  name,
  label,
  empty,
  max,
}: {
  name: string
  label: string
  /** `YYYY-MM-DD` shown without a choice. */
  empty: string
  max?: string
}) {
  const id = useId()
  const [address, setAddress] = useAddress()
  return (
    <span className="filter">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="date"
        className="filter-select"
        // The day the hub answers for starts the count; the first SIG began in this century.
        min="2000-01-01"
        max={max}
        value={address[name] ?? empty}
        onChange={(event) => setAddress({ [name]: event.target.value || undefined })}
      />
    </span>
  )
}
