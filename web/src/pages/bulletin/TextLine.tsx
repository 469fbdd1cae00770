import { IconPlus, IconX } from '@tabler/icons-react'
import type { Language } from 'contract/common'

/** One paragraph as a field, with the way to take it out. */
export function TextLine({
  place,
  label,
  removeLabel,
  text,
  language,
  onText,
  onRemove,
}: {
  place: string
  label: string
  removeLabel: string
  text: string
  language: Language
  onText: (text: string) => void
  onRemove: () => void
}) {
  return (
    <div className="bulletin-line">
      <textarea
        className="bulletin-field"
        data-place={place}
        aria-label={label}
        lang={language}
        rows={2}
        maxLength={4000}
        value={text}
        onChange={({ target }) => onText(target.value)}
      />
      <RemoveLine label={removeLabel} onRemove={onRemove} />
    </div>
  )
}

export function RemoveLine({ label, onRemove }: { label: string; onRemove: () => void }) {
  return (
    <button type="button" className="icon-button" aria-label={label} onClick={onRemove}>
      <IconX stroke={1.5} aria-hidden="true" />
    </button>
  )
}

export function AddLine({ label, onAdd }: { label: string; onAdd: () => void }) {
  return (
    <button type="button" className="link-button row" onClick={onAdd}>
      <IconPlus size={14} aria-hidden="true" /> {label}
    </button>
  )
}
