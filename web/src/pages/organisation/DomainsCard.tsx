import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { FormSheet } from '../../parts/FormSheet.tsx'
import { formWords } from '../../words/form.ts'
import { organisationWords } from '../../words/organisation.ts'
import { useWords } from '../../words/use-words.ts'
import { splitLines } from './to-vault.ts'
import { useSaveVault } from './use-save-vault.ts'
import type { VaultCardProps } from './vault-card-props.ts'
import { type Place, VaultList } from './VaultList.tsx'

/** Domains of mail and web. */
export function DomainsCard({ view, mayEdit }: VaultCardProps) {
  const t = useWords(organisationWords)
  const { save } = useSaveVault(view)
  return (
    <VaultList
      title={t('domains')}
      say={t('domains-say')}
      none={t('domains-none')}
      entries={view.domains}
      toName={(domain) => domain}
      mayEdit={mayEdit}
      render={(domain) => <span className="mono">{domain}</span>}
      save={(domains, told) => save({ domains }, told)}
      renderSheet={(place, onClose) => <DomainSheet view={view} place={place} onClose={onClose} />}
    />
  )
}

/** Several domains at once, as they are pasted from a list. */
function DomainSheet({
  view,
  place,
  onClose,
}: Pick<VaultCardProps, 'view'> & { place: Place; onClose: () => void }) {
  const t = useWords(organisationWords)
  const form = useWords(formWords)
  const { order, save } = useSaveVault(view)
  const [text, setText] = useState(place === 'new' ? '' : (view.domains[place] ?? ''))
  const typed = splitLines(text)
  const kept = place === 'new' ? view.domains : view.domains.toSpliced(place, 1)
  const domains = [...new Set([...kept, ...typed])]
  return (
    <FormSheet
      title={t(place === 'new' ? 'add' : 'edit-one', { what: t('domains') })}
      submit={form('save')}
      order={order}
      isReady={typed.length > 0}
      onSubmit={() => save({ domains }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <Textarea
        label={t('domains-label')}
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
