import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { useVaultSpellings } from '../../client/vault-spellings.ts'
import { FormSheet } from '../../parts/FormSheet.tsx'
import { formWords } from '../../words/form.ts'
import { organisationWords } from '../../words/organisation.ts'
import { useWords } from '../../words/use-words.ts'
import { listOfHub } from './list-of-hub.ts'
import { splitLines } from './to-vault.ts'
import { useSaveVault } from './use-save-vault.ts'
import type { VaultCardProps } from './vault-card-props.ts'
import { VaultList } from './VaultList.tsx'

/** Lists of plain values, one to a line. */
export type LinesField = 'domains' | 'hosts' | 'networks' | 'numbers' | 'postalAddresses'

/** A comma may stand inside an address. */
const NEW_LINES = /\n/

/** One such list: domains, host names, networks, or numbers. */
export function LinesCard({ view, mayEdit, field }: VaultCardProps & { field: LinesField }) {
  const t = useWords(organisationWords)
  const { save } = useSaveVault(view)
  const spellings = useVaultSpellings(view.organisationId, field)
  return (
    <VaultList
      title={t(field)}
      say={t(`${field}-say`)}
      none={t(`${field}-none`)}
      entries={view[field]}
      toName={(line) => line}
      mayEdit={mayEdit}
      render={(line) => <span className={field === 'postalAddresses' ? '' : 'mono'}>{line}</span>}
      save={(lines, ...rest) => save({ [field]: lines }, ...rest)}
      ofHub={listOfHub(view, field)}
      spellings={spellings}
      renderSheet={(before, onClose) => (
        <LinesSheet view={view} field={field} before={before} onClose={onClose} />
      )}
    />
  )
}

/** Several at once, as they are pasted from a list. */
function LinesSheet({
  view,
  field,
  before,
  onClose,
}: Pick<VaultCardProps, 'view'> & {
  field: LinesField
  before: string | undefined
  onClose: () => void
}) {
  const t = useWords(organisationWords)
  const form = useWords(formWords)
  const { order, save } = useSaveVault(view)
  const [text, setText] = useState(before ?? '')
  const typed = field === 'postalAddresses' ? splitLines(text, NEW_LINES) : splitLines(text)
  const kept = view[field].filter((line) => line !== before)
  const lines = [...new Set([...kept, ...typed])]
  return (
    <FormSheet
      title={t(before === undefined ? 'add' : 'edit-one', { what: t(field) })}
      submit={form('save')}
      order={order}
      isReady={typed.length > 0}
      onSubmit={() => save({ [field]: lines }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <Textarea
        label={t(`${field}-label`)}
        autosize
        minRows={4}
        maxRows={14}
        className="mono"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
    </FormSheet>
  )
}
