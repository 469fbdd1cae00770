import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import { AffiliateEntry } from 'contract/community'
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

type Affiliate = z.output<typeof AffiliateEntry>
const Relation = AffiliateEntry.shape.relation

/** Companies of the same group, with their own names and domains. */
export function AffiliatesCard({ view, mayEdit }: VaultCardProps) {
  const t = useWords(organisationWords)
  const { save } = useSaveVault(view)
  const spellings = useVaultSpellings(view.organisationId, 'affiliates')
  return (
    <VaultList
      title={t('affiliates')}
      say={t('affiliates-say')}
      none={t('affiliates-none')}
      entries={view.affiliates}
      toName={({ name }) => name}
      mayEdit={mayEdit}
      render={(affiliate) => <AffiliateText affiliate={affiliate} />}
      save={(affiliates, ...rest) => save({ affiliates }, ...rest)}
      ofHub={listOfHub(view, 'affiliates')}
      spellings={spellings}
      renderSheet={(before, onClose) => (
        <AffiliateSheet view={view} before={before} onClose={onClose} />
      )}
    />
  )
}

function AffiliateText({
  affiliate: { name, aliases, domains, relation, country },
}: {
  affiliate: Affiliate
}) {
  const t = useWords(organisationWords)
  return (
    <>
      <span>
        <span className="strong">{name}</span>{' '}
        <span className="tiny quiet">
          {t(`relation-${relation}`)}・{country}
        </span>{' '}
        {aliases.length > 0 && <span className="quiet">{aliases.join('、')}</span>}
      </span>
      {domains.length > 0 && <span className="mono quiet">{domains.join('  ')}</span>}
    </>
  )
}

type Form = Omit<Affiliate, 'aliases' | 'domains'> & { aliases: string; domains: string }

function AffiliateSheet({
  view,
  before,
  onClose,
}: Pick<VaultCardProps, 'view'> & { before: Affiliate | undefined; onClose: () => void }) {
  const t = useWords(organisationWords)
  const words = useWords(formWords)
  const { order, save } = useSaveVault(view)
  const [form, setForm] = useState<Form>({
    name: before?.name ?? '',
    aliases: before?.aliases.join('\n') ?? '',
    domains: before?.domains.join('\n') ?? '',
    country: before?.country ?? t('country-home'),
    relation: before?.relation ?? 'subsidiary',
  })
  const set = (part: Partial<typeof form>) => setForm({ ...form, ...part })
  const affiliates = replaceEntry(view.affiliates, before, {
    name: form.name.trim(),
    aliases: splitLines(form.aliases),
    domains: splitLines(form.domains),
    country: form.country.trim(),
    relation: form.relation,
  })
  return (
    <FormSheet
      title={t(before === undefined ? 'add' : 'edit-one', { what: t('affiliates') })}
      submit={words('save')}
      order={order}
      isReady={form.name.trim() !== '' && form.country.trim() !== ''}
      onSubmit={() => save({ affiliates }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <TextInput
        label={t('affiliate-name')}
        maxLength={200}
        value={form.name}
        onChange={(event) => set({ name: event.target.value })}
      />
      <NativeSelect
        label={t('affiliate-relation')}
        value={form.relation}
        onChange={(event) => set({ relation: Relation.parse(event.target.value) })}
        data={Relation.options.map((value) => ({ value, label: t(`relation-${value}`) }))}
      />
      <TextInput
        label={t('affiliate-country')}
        maxLength={60}
        value={form.country}
        onChange={(event) => set({ country: event.target.value })}
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
