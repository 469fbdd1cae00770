import { TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useId, useState } from 'react'
import { useAddress } from '../frame/use-address.ts'
import './Filters.css'

/** Long enough not to ask the hub for every letter. */
const WAIT_MS = 250

/** Free text that narrows a list; lives in the address under `name`. */
export function FilterText({ name, label }: { name: string; label: string }) {
  const [address, setAddress] = useAddress()
  const held = address[name] ?? ''
  const [text, setText] = useState(held)
  const write = useDebouncedCallback(
    (value: string) => setAddress({ [name]: value || undefined }),
    WAIT_MS,
  )
  useEffect(() => setText(held), [held])
  return (
    <TextInput
      className="filter-text"
      size="xs"
      aria-label={label}
      placeholder={label}
      leftSection={<IconSearch size={14} stroke={1.5} />}
      value={text}
      maxLength={200}
      onChange={(event) => {
        setText(event.target.value)
        write(event.target.value)
      }}
    />
  )
}

/** A choice that narrows a list; lives in the address under `name`. */
export function FilterSelect({
  name,
  label,
  anyLabel,
  choices,
}: {
  name: string
  label: string
  anyLabel: string
  choices: readonly { readonly value: string; readonly label: string }[]
}) {
  const id = useId()
  const [address, setAddress] = useAddress()
  return (
    <span className="filter">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="filter-select"
        value={address[name] ?? ''}
        onChange={(event) => setAddress({ [name]: event.target.value || undefined })}
      >
        <option value="">{anyLabel}</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </span>
  )
}
