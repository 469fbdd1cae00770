import { Textarea, TextInput } from '@mantine/core'
import type { WatchEntry } from 'contract/community'
import { useState } from 'react'
import type { z } from 'zod'
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

type Partner = z.output<typeof WatchEntry>

/** The confidential watch list: whom attackers would imitate towards this organisation. */
export function PartnersCard({ view, mayEdit, isOwn }: VaultCardProps) {
  const t = useWords(organisationWords)
  const { save } = useSaveVault(view)
  const spellings = useVaultSpellings(view.organisationId, 'watchList')
  return (
    <VaultList
      title={t('watch-list')}
      say={t(isOwn ? 'watch-list-own' : 'watch-list-say')}
      none={t('watch-list-none')}
      entries={view.watchList}
      toName={({ name }) => name}
      mayEdit={mayEdit}
      isConfidential
      render={(partner) => <PartnerText partner={partner} />}
      save={(watchList, ...rest) => save({ watchList }, ...rest)}
      ofHub={listOfHub(view, 'watchList')}
      spellings={spellings}
      renderSheet={(before, onClose) => (
        <PartnerSheet view={view} before={before} onClose={onClose} />
      )}
    />
  )
}

function PartnerText({ partner: { name, aliases, domains } }: { partner: Partner }) {
  return (
    <>
      <span>
        <span className="strong">{name}</span>{' '}
        {aliases.length > 0 && <span className="quiet">{aliases.join('、')}</span>}
      </span>
      {domains.length > 0 && <span className="mono quiet">{domains.join('  ')}</span>}
    </>
  )
}

function PartnerSheet({
  view,
  before,
  onClose,
}: Pick<VaultCardProps, 'view'> & { before: Partner | undefined; onClose: () => void }) {
  const t = useWords(organisationWords)
  const words = useWords(formWords)
  const { order, save } = useSaveVault(view)
  const [form, setForm] = useState({
    name: before?.name ?? '',
    aliases: before?.aliases.join('\n') ?? '',
    domains: before?.domains.join('\n') ?? '',
  })
  const set = (part: Partial<typeof form>) => setForm({ ...form, ...part })
  const watchList = replaceEntry(view.watchList, before, {
    name: form.name.trim(),
    aliases: splitLines(form.aliases),
    domains: splitLines(form.domains),
  })
  return (
    <FormSheet
      title={t(before === undefined ? 'add' : 'edit-one', { what: t('watch-list') })}
      submit={words('save')}
      order={order}
      isReady={form.name.trim() !== ''}
      onSubmit={() => save({ watchList }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <TextInput
        label={t('partner-name')}
        maxLength={200}
        value={form.name}
        onChange={(event) => set({ name: event.target.value })}
      />
      <Textarea
        label={t('partner-aliases')}
        autosize
        minRows={2}
        maxRows={8}
        value={form.aliases}
        onChange={(event) => set({ aliases: event.target.value })}
      />
      <Textarea
        label={t('partner-domains')}
        autosize
        minRows={2}
        maxRows={8}
        value={form.domains}
        onChange={(event) => set({ domains: event.target.value })}
      />
    </FormSheet>
  )
}
