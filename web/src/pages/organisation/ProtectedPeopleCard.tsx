import { Checkbox, Textarea, TextInput } from '@mantine/core'
import type { OrganisationPerson } from 'contract/community'
import { useState } from 'react'
import type { z } from 'zod'
import { Chip } from '../../parts/Chip.tsx'
import { useVaultSpellings } from '../../client/vault-spellings.ts'
import { FormSheet } from '../../parts/FormSheet.tsx'
import { formWords } from '../../words/form.ts'
import { organisationWords } from '../../words/organisation.ts'
import { useWords } from '../../words/use-words.ts'
import { listOfHub } from './list-of-hub.ts'
import { replaceEntry } from './replace-entry.ts'
import { splitLines } from './to-vault.ts'
import { useSaveVault } from './use-save-vault.ts'
import type { VaultCardProps } from './vault-card-props.ts'
import { VaultList } from './VaultList.tsx'

type Person = z.output<typeof OrganisationPerson>

/** People whose names are abused, and must not stay in a shared text. */
export function ProtectedPeopleCard({ view, mayEdit }: VaultCardProps) {
  const t = useWords(organisationWords)
  const { save } = useSaveVault(view)
  const spellings = useVaultSpellings(view.organisationId, 'people')
  return (
    <VaultList
      title={t('people')}
      say={t('people-say')}
      none={t('people-none')}
      entries={view.people}
      toName={({ name }) => name}
      mayEdit={mayEdit}
      isConfidential
      render={(person) => <PersonText person={person} />}
      save={(people, ...rest) => save({ people }, ...rest)}
      ofHub={listOfHub(view, 'people')}
      spellings={spellings}
      renderSheet={(before, onClose) => (
        <PersonSheet view={view} before={before} onClose={onClose} />
      )}
    />
  )
}

function PersonText({
  person: { name, title, aliases, addresses, isExecutive },
}: {
  person: Person
}) {
  const t = useWords(organisationWords)
  return (
    <>
      <span className="row-wrap">
        <span className="strong">{name}</span>
        {title !== undefined && <span className="quiet">{title}</span>}
        {isExecutive && <Chip>{t('executive')}</Chip>}
      </span>
      {aliases.length > 0 && <span className="tiny quiet">{aliases.join('、')}</span>}
      {addresses.length > 0 && <span className="mono quiet">{addresses.join('  ')}</span>}
    </>
  )
}

function PersonSheet({
  view,
  before,
  onClose,
}: Pick<VaultCardProps, 'view'> & { before: Person | undefined; onClose: () => void }) {
  const t = useWords(organisationWords)
  const words = useWords(formWords)
  const { order, save } = useSaveVault(view)
  const [form, setForm] = useState({
    name: before?.name ?? '',
    title: before?.title ?? '',
    aliases: before?.aliases.join('\n') ?? '',
    addresses: before?.addresses.join('\n') ?? '',
    isExecutive: before?.isExecutive ?? true,
  })
  const set = (part: Partial<typeof form>) => setForm({ ...form, ...part })
  const title = form.title.trim()
  const people = replaceEntry(view.people, before, {
    name: form.name.trim(),
    aliases: splitLines(form.aliases),
    addresses: splitLines(form.addresses),
    isExecutive: form.isExecutive,
    ...(title !== '' && { title }),
  })
  return (
    <FormSheet
      title={t(before === undefined ? 'add' : 'edit-one', { what: t('people') })}
      submit={words('save')}
      order={order}
      isReady={form.name.trim() !== ''}
      onSubmit={() => save({ people }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <TextInput
        label={t('person-name')}
        maxLength={100}
        value={form.name}
        onChange={(event) => set({ name: event.target.value })}
      />
      <TextInput
        label={t('person-title')}
        maxLength={100}
        value={form.title}
        onChange={(event) => set({ title: event.target.value })}
      />
      <Textarea
        label={t('person-aliases')}
        autosize
        minRows={2}
        maxRows={8}
        value={form.aliases}
        onChange={(event) => set({ aliases: event.target.value })}
      />
      <Textarea
        label={t('person-addresses')}
        autosize
        minRows={2}
        maxRows={8}
        value={form.addresses}
        onChange={(event) => set({ addresses: event.target.value })}
      />
      <Checkbox
        label={t('person-executive')}
        checked={form.isExecutive}
        onChange={(event) => set({ isExecutive: event.target.checked })}
      />
    </FormSheet>
  )
}
