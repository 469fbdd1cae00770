import type { PersonRow } from 'contract/people'
import { Checkbox } from '@mantine/core'
import { useState } from 'react'
import {
  useDisablePerson,
  useEndPersonsSessions,
  useEndPersonsTokens,
  useRecoverPerson,
} from '../../client/invitations.ts'
import { FormSheet } from '../../parts/FormSheet.tsx'
import { MoreMenu } from '../../parts/MoreMenu.tsx'
import { useToast } from '../../parts/toasts.ts'
import { communityWords } from '../../words/community.ts'
import { useWords } from '../../words/use-words.ts'
import { LinkSheet } from './LinkSheet.tsx'
import { RolesSheet } from './RolesSheet.tsx'

type Open = 'roles' | 'sessions' | 'tokens' | 'switch' | 'recover' | undefined

/** What an administrator may do about one person's access. */
export function PersonActions({ person }: { person: PersonRow }) {
  const t = useWords(communityWords)
  const [open, setOpen] = useState<Open>()
  const close = () => setOpen(undefined)
  return (
    <>
      <MoreMenu
        label={t('actions', { name: person.name })}
        choices={[
          { words: t('change-roles'), run: () => setOpen('roles') },
          { words: t('end-sessions'), run: () => setOpen('sessions') },
          // Only people of members make tokens.
          ...(person.organisation === undefined
            ? []
            : [{ words: t('end-tokens'), run: () => setOpen('tokens') }]),
          { words: t(person.disabled ? 'enable' : 'disable'), run: () => setOpen('switch') },
          { words: t('recover'), run: () => setOpen('recover') },
        ]}
      />
      {open === 'roles' && <RolesSheet person={person} onClose={close} />}
      {open === 'sessions' && <EndSessionsSheet person={person} onClose={close} />}
      {open === 'tokens' && <EndTokensSheet person={person} onClose={close} />}
      {open === 'switch' && <SwitchSheet person={person} onClose={close} />}
      {open === 'recover' && <RecoverSheet person={person} onClose={close} />}
    </>
  )
}

interface SheetOf {
  readonly person: PersonRow
  readonly onClose: () => void
}

function SwitchSheet({ person, onClose }: SheetOf) {
  const { personId, name, disabled } = person
  const t = useWords(communityWords)
  const toast = useToast()
  const order = useDisablePerson(personId)
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

function EndSessionsSheet({ person: { personId, name, organisation }, onClose }: SheetOf) {
  const t = useWords(communityWords)
  const toast = useToast()
  const order = useEndPersonsSessions(personId)
  const [endsTokens, setEndsTokens] = useState(false)
  const finish = () => {
    toast({ say: t('sessions-ended', { name }) })
    onClose()
  }
  return (
    <FormSheet
      title={t('end-sessions-title', { name })}
      submit={t('end-sessions')}
      order={order}
      onSubmit={() => order.mutate(endsTokens, { onSuccess: finish })}
      onClose={onClose}
    >
      <p>{t('end-sessions-say')}</p>
      {organisation !== undefined && (
        <Checkbox
          label={t('end-tokens')}
          checked={endsTokens}
          onChange={(event) => setEndsTokens(event.currentTarget.checked)}
        />
      )}
    </FormSheet>
  )
}

function EndTokensSheet({ person: { personId, name }, onClose }: SheetOf) {
  const t = useWords(communityWords)
  const toast = useToast()
  const order = useEndPersonsTokens(personId)
  const finish = () => {
    toast({ say: t('tokens-ended', { name }) })
    onClose()
  }
  return (
    <FormSheet
      title={t('end-tokens-title', { name })}
      submit={t('end-tokens')}
      order={order}
      onSubmit={() => order.mutate(undefined, { onSuccess: finish })}
      onClose={onClose}
    >
      <p>{t('end-tokens-say')}</p>
    </FormSheet>
  )
}

function RecoverSheet({ person: { personId, name }, onClose }: SheetOf) {
  const t = useWords(communityWords)
  const recover = useRecoverPerson(personId)
  if (recover.data !== undefined) {
    return <LinkSheet name={name} link={recover.data} onClose={onClose} />
  }
  return (
    <FormSheet
      title={t('recover-title', { name })}
      submit={t('recover')}
      order={recover}
      onSubmit={() => recover.mutate()}
      onClose={onClose}
    >
      <p>{t('recover-say')}</p>
    </FormSheet>
  )
}
