import type { OwnPersonRow } from 'contract/people'
import { useState } from 'react'
import { useDisableOwnPerson, useRenewInvitation } from '../../client/own-people.ts'
import { FormSheet } from '../../parts/FormSheet.tsx'
import { MoreMenu } from '../../parts/MoreMenu.tsx'
import { useToast } from '../../parts/toasts.ts'
import { communityWords } from '../../words/community.ts'
import { organisationWords } from '../../words/organisation.ts'
import { useWords } from '../../words/use-words.ts'
import { LinkSheet } from '../community/LinkSheet.tsx'

interface SheetOf {
  readonly person: OwnPersonRow
  readonly onClose: () => void
}

/** What a contact may do about a colleague's access. */
export function OwnPersonActions({ person }: { person: OwnPersonRow }) {
  const t = useWords(organisationWords)
  const community = useWords(communityWords)
  const [open, setOpen] = useState<'switch' | 'link'>()
  const { disabled, invited, shutByHub } = person
  const choices = [
    ...(invited && !disabled ? [{ words: t('own-renew'), run: () => setOpen('link') }] : []),
    ...(shutByHub
      ? []
      : [{ words: community(disabled ? 'enable' : 'disable'), run: () => setOpen('switch') }]),
  ]
  if (choices.length === 0) return null
  return (
    <>
      <MoreMenu label={community('actions', { name: person.name })} choices={choices} />
      {open === 'switch' && <SwitchSheet person={person} onClose={() => setOpen(undefined)} />}
      {open === 'link' && <RenewSheet person={person} onClose={() => setOpen(undefined)} />}
    </>
  )
}

function SwitchSheet({ person: { personId, name, disabled }, onClose }: SheetOf) {
  const t = useWords(communityWords)
  const toast = useToast()
  const order = useDisableOwnPerson(personId)
  const finish = () => {
    toast({ say: t(disabled ? 'enabled' : 'disabled', { name }) })
    onClose()
  }
  return (
    <FormSheet
      title={disabled ? t('enable') : t('disable-title', { name })}
      submit={t(disabled ? 'enable' : 'disable')}
      order={order}
      onSubmit={() => order.mutate({ disabled: !disabled }, { onSuccess: finish })}
      onClose={onClose}
    >
      <p>{disabled ? name : t('disable-say')}</p>
    </FormSheet>
  )
}

function RenewSheet({ person: { personId, name }, onClose }: SheetOf) {
  const t = useWords(organisationWords)
  const renew = useRenewInvitation(personId)
  if (renew.data !== undefined) {
    return <LinkSheet name={name} link={renew.data} onClose={onClose} />
  }
  return (
    <FormSheet
      title={t('own-renew')}
      submit={t('own-renew')}
      order={renew}
      onSubmit={() => renew.mutate()}
      onClose={onClose}
    >
      <p>{t('own-renew-say', { name })}</p>
    </FormSheet>
  )
}
