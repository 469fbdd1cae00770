import { Fragment, useEffect } from 'react'
import { Key } from '../parts/Key.tsx'
import { HostileText } from '../parts/hostile/HostileText.tsx'
import { frameWords } from '../words/frame.ts'
import { useWords } from '../words/use-words.ts'
import type { PaletteEntry } from './palette-entries.ts'

/** Entries under the heads of their groups; the chosen one stays in view. */
export function PaletteList({
  id,
  entries,
  chosen,
  isSearching,
  onRun,
}: {
  id: string
  entries: readonly PaletteEntry[]
  chosen: number
  isSearching: boolean
  onRun: (entry: PaletteEntry) => void
}) {
  const t = useWords(frameWords)
  useEffect(() => {
    document.getElementById(`${id}-${chosen}`)?.scrollIntoView({ block: 'nearest' })
  }, [id, chosen])
  return (
    <div className="palette-list" role="listbox" id={id} aria-label={t('help-palette')}>
      {entries.map((entry, at) => (
        <Fragment key={entry.id}>
          {entry.group !== entries[at - 1]?.group && (
            <div className="palette-group" role="presentation">
              {entry.group}
            </div>
          )}
          <div
            id={`${id}-${at}`}
            role="option"
            aria-selected={at === chosen}
            className="palette-entry"
            onClick={() => onRun(entry)}
          >
            <span className="cut grow">
              <HostileText text={entry.label} />
            </span>
            {entry.aside !== undefined && <span className="tiny quiet nowrap">{entry.aside}</span>}
            {entry.keyName?.split(' ').map((name) => (
              <Key key={name} name={name} />
            ))}
          </div>
        </Fragment>
      ))}
      {isSearching && <p className="palette-note">{t('palette-searching')}</p>}
      {!isSearching && entries.length === 0 && <p className="palette-note">{t('palette-none')}</p>}
    </div>
  )
}
