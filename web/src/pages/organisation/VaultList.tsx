import { IconLock, IconPencil, IconPlus, IconX } from '@tabler/icons-react'
import type { VaultSpelling } from 'contract/community'
import { type ReactNode, useState } from 'react'
import { toSay } from '../../client/api-failure.ts'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { Chip } from '../../parts/Chip.tsx'
import { useToast } from '../../parts/toasts.ts'
import { formWords } from '../../words/form.ts'
import { organisationWords } from '../../words/organisation.ts'
import { useSay, useWords } from '../../words/use-words.ts'
import { EntrySpellings } from './EntrySpellings.tsx'
import { useMayTake } from './use-may-take.ts'

/** Entries drawn at first; a watch list may hold two thousand. */
const SHOWN_FIRST = 50
const NOTHING: ReadonlySet<string> = new Set()

interface Told {
  readonly onSuccess?: (saved: { readonly revision: number }) => void
  readonly onError?: (error: Error) => void
}

/**
 * One list of the vault: every entry can be edited and taken out. Taking out is done at once and can be
 * undone, because the whole list is saved each time.
 */
export function VaultList<T>({
  title,
  say: about,
  none,
  entries,
  toName,
  render,
  save,
  renderSheet,
  mayEdit,
  ofHub = NOTHING,
  spellings,
  isConfidential = false,
}: {
  title: string
  say: string
  none: string
  entries: readonly T[]
  toName: (entry: T) => string
  render: (entry: T) => ReactNode
  save: (entries: T[], told: Told, revision?: number) => void
  /** Without an entry the sheet writes a new one. */
  renderSheet: (before: T | undefined, onClose: () => void) => ReactNode
  mayEdit: boolean
  /** Entries by their names that the hub wrote. */
  ofHub?: ReadonlySet<string>
  /** How entries are searched for, by their names. */
  spellings?: ReadonlyMap<string, VaultSpelling>
  isConfidential?: boolean
}) {
  const t = useWords(organisationWords)
  const say = useSay()
  const toast = useToast()
  const [sheet, setSheet] = useState<{ readonly before: T | undefined }>()
  const [isAll, setAll] = useState(false)
  const mayTake = useMayTake()
  const onError = (error: Error) => toast({ say: say(toSay(error)), isError: true })
  const remove = (at: number, what: string) => {
    const before = [...entries]
    save(before.toSpliced(at, 1), {
      onError,
      onSuccess: ({ revision }) =>
        toast({ say: t('removed', { what }), undo: () => save(before, { onError }, revision) }),
    })
  }
  const shown = isAll ? entries : entries.slice(0, SHOWN_FIRST)
  return (
    <Card
      title={<Title title={title} count={entries.length} isConfidential={isConfidential} />}
      padded={false}
      {...(isConfidential && { className: 'inside' })}
      aside={mayEdit && <AddButton title={title} onAdd={() => setSheet({ before: undefined })} />}
    >
      <p className="vault-say">{about}</p>
      {entries.length === 0 && <p className="card-body quiet small">{none}</p>}
      <ul className="record-list">
        {shown.map((entry, at) => (
          <li key={toName(entry)}>
            <div className="record-text">
              {render(entry)}
              <Spellings of={toName(entry)} spellings={spellings} />
            </div>
            {ofHub.has(toName(entry)) && <Chip>{t('of-hub')}</Chip>}
            {mayEdit && (
              <EntryActions
                what={toName(entry)}
                onEdit={() => setSheet({ before: entry })}
                onRemove={mayTake ? () => remove(at, toName(entry)) : undefined}
              />
            )}
          </li>
        ))}
      </ul>
      {shown.length < entries.length && (
        <button type="button" className="link-button vault-more" onClick={() => setAll(true)}>
          {t('more', { count: entries.length - shown.length })}
        </button>
      )}
      {sheet !== undefined && renderSheet(sheet.before, () => setSheet(undefined))}
    </Card>
  )
}

function Spellings({
  of,
  spellings,
}: {
  of: string
  spellings: ReadonlyMap<string, VaultSpelling> | undefined
}) {
  const spelling = spellings?.get(of)
  return spelling === undefined ? null : <EntrySpellings spelling={spelling} />
}

function Title({
  title,
  count,
  isConfidential,
}: {
  title: string
  count: number
  isConfidential: boolean
}) {
  const t = useWords(organisationWords)
  return (
    <span className="vault-lock">
      {isConfidential && (
        <IconLock size={16} stroke={1.5} role="img" aria-label={t('only-inside')} />
      )}
      {title}
      <span className="count">{count}</span>
    </span>
  )
}

function AddButton({ title, onAdd }: { title: string; onAdd: () => void }) {
  const t = useWords(organisationWords)
  const form = useWords(formWords)
  return (
    <Button
      size="s"
      icon={<IconPlus aria-hidden="true" />}
      aria-label={t('add', { what: title })}
      onClick={onAdd}
    >
      {form('add')}
    </Button>
  )
}

function EntryActions({
  what,
  onEdit,
  onRemove,
}: {
  what: string
  onEdit: () => void
  onRemove: (() => void) | undefined
}) {
  const t = useWords(organisationWords)
  return (
    <span className="row">
      <button
        type="button"
        className="icon-button"
        aria-label={t('edit-one', { what })}
        onClick={onEdit}
      >
        <IconPencil stroke={1.5} aria-hidden="true" />
      </button>
      {onRemove !== undefined && (
        <button
          type="button"
          className="icon-button"
          aria-label={t('remove-one', { what })}
          onClick={onRemove}
        >
          <IconX stroke={1.5} aria-hidden="true" />
        </button>
      )}
    </span>
  )
}
