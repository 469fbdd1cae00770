import { IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import type { Me } from '../client/me.ts'
import { Key } from '../parts/Key.tsx'
import { frameWords } from '../words/frame.ts'
import { useWords } from '../words/use-words.ts'
import type { Destination } from './destinations.ts'
import { PaletteList } from './PaletteList.tsx'
import { type PaletteEntry, usePaletteEntries } from './palette-entries.ts'
import './Palette.css'

/** Find anything, run anything. It shows only what this person may see: the hub does the finding. */
export function Palette({
  me,
  destinations,
  onClose,
}: {
  me: Me
  destinations: readonly Destination[]
  onClose: () => void
}) {
  const t = useWords(frameWords)
  const ref = useRef<HTMLDialogElement>(null)
  const listId = useId()
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const { entries, isSearching } = usePaletteEntries(text, me, destinations)
  const chosen = Math.min(at, Math.max(0, entries.length - 1))
  useEffect(() => {
    ref.current?.showModal()
  }, [])

  const run = (entry: PaletteEntry | undefined) => {
    if (entry === undefined) return
    // Close first: what runs may open a sheet of its own, or move the focus.
    onClose()
    queueMicrotask(entry.run)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) {
      event.preventDefault()
      setAt((chosen + step + entries.length) % Math.max(1, entries.length))
    }
    if (event.key === 'Enter') {
      event.preventDefault()
      run(entries[chosen])
    }
  }
  return (
    <dialog
      ref={ref}
      className="palette"
      aria-label={t('help-palette')}
      onClose={onClose}
      onClick={(event) => event.target === ref.current && onClose()}
    >
      <div className="palette-inside">
        <div className="palette-head">
          <IconSearch size={18} stroke={1.5} aria-hidden="true" />
          <input
            className="palette-input"
            role="combobox"
            aria-expanded="true"
            aria-controls={listId}
            aria-activedescendant={entries[chosen] && `${listId}-${chosen}`}
            aria-label={t('help-palette')}
            value={text}
            maxLength={200}
            onChange={(event) => {
              setText(event.target.value)
              setAt(0)
            }}
            onKeyDown={onKeyDown}
          />
          <span className="tiny quiet palette-hint">{t('palette-hint')}</span>
        </div>
        <PaletteList
          id={listId}
          entries={entries}
          chosen={chosen}
          isSearching={isSearching}
          onRun={run}
        />
        <PaletteFoot />
      </div>
    </dialog>
  )
}

function PaletteFoot() {
  const t = useWords(frameWords)
  return (
    <footer className="palette-foot">
      <Key name="↑" />
      <Key name="↓" /> {t('key-choose')}
      <Key name="Enter" /> {t('key-run')}
      <Key name=">" /> {t('key-actions')}
      <Key name="#" /> {t('key-numbers')}
      <span className="push row">
        <Key name="Esc" /> {t('key-close')}
      </span>
    </footer>
  )
}
