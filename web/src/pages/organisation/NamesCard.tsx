import { NativeSelect, TextInput } from '@mantine/core'
import { OrganisationName } from 'contract/community'
import { useState } from 'react'
import type { z } from 'zod'
import { useVaultSpellings } from '../../client/vault-spellings.ts'
import { FormSheet } from '../../parts/FormSheet.tsx'
import { formWords } from '../../words/form.ts'
import { organisationWords } from '../../words/organisation.ts'
import { useWords } from '../../words/use-words.ts'
import { listOfHub } from './list-of-hub.ts'
import { replaceEntry } from './replace-entry.ts'
import { useSaveVault } from './use-save-vault.ts'
import type { VaultCardProps } from './vault-card-props.ts'
import { VaultList } from './VaultList.tsx'

type Name = z.output<typeof OrganisationName>
const Kind = OrganisationName.shape.kind

/** Every way the organisation is written. */
export function NamesCard({ view, mayEdit }: VaultCardProps) {
  const t = useWords(organisationWords)
  const { save } = useSaveVault(view)
  const spellings = useVaultSpellings(view.organisationId, 'names')
  return (
    <VaultList
      title={t('names')}
      say={t('names-say')}
      none={t('names-none')}
      entries={view.names}
      toName={({ text }) => text}
      mayEdit={mayEdit}
      render={({ text, kind }) => (
        <>
          {text} <span className="tiny quiet">{t(`name-${kind}`)}</span>
        </>
      )}
      save={(names, ...rest) => save({ names }, ...rest)}
      ofHub={listOfHub(view, 'names')}
      spellings={spellings}
      renderSheet={(before, onClose) => <NameSheet view={view} before={before} onClose={onClose} />}
    />
  )
}

function NameSheet({
  view,
  before,
  onClose,
}: Pick<VaultCardProps, 'view'> & { before: Name | undefined; onClose: () => void }) {
  const t = useWords(organisationWords)
  const form = useWords(formWords)
  const { order, save } = useSaveVault(view)
  const [text, setText] = useState(before?.text ?? '')
  const [kind, setKind] = useState<Name['kind']>(before?.kind ?? 'alias')
  const names = replaceEntry(view.names, before, { text: text.trim(), kind })
  return (
    <FormSheet
      title={t(before === undefined ? 'add' : 'edit-one', { what: t('names') })}
      submit={form('save')}
      order={order}
      isReady={text.trim() !== ''}
      onSubmit={() => save({ names }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <TextInput
        label={t('name-text')}
        maxLength={200}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <NativeSelect
        label={t('name-kind')}
        value={kind}
        onChange={(event) => setKind(Kind.parse(event.target.value))}
        data={Kind.options.map((value) => ({ value, label: t(`name-${value}`) }))}
      />
    </FormSheet>
  )
}
