import { NativeSelect, TextInput } from '@mantine/core'
import { Language, OrganisationId } from 'contract/common'
import { MEMBER_ROLES, type Role, STAFF_ROLES } from 'contract/people'
import { useState } from 'react'
import { useOrganisations } from '../../client/community.ts'
import { useInvitePerson } from '../../client/invitations.ts'
import { FormSheet } from '../../parts/FormSheet.tsx'
import { communityWords } from '../../words/community.ts'
import { useWords } from '../../words/use-words.ts'
import { LinkSheet } from './LinkSheet.tsx'
import { RoleChoice } from './RoleChoice.tsx'

/** Registers a person and shows the link with which they sign in first. */
export function InviteSheet({
  organisationId = '',
  onClose,
}: {
  /** Where the person works, when it is known from where this was opened. */
  organisationId?: string
  onClose: () => void
}) {
  const t = useWords(communityWords)
  const invite = useInvitePerson()
  const [form, setForm] = useState({ name: '', email: '', organisationId })
  const [roles, setRoles] = useState<readonly Role[]>([])
  const [language, setLanguage] = useState<Language>('ja')
  const set = (part: Partial<typeof form>) => setForm({ ...form, ...part })
  if (invite.data !== undefined) {
    return <LinkSheet name={form.name} link={invite.data} onClose={onClose} />
  }
  const send = () =>
    invite.mutate({
      name: form.name.trim(),
      email: form.email.trim(),
      roles: [...roles],
      language,
      ...(form.organisationId !== '' && {
        organisationId: OrganisationId.parse(form.organisationId),
      }),
    })
  return (
    <FormSheet
      title={t('invite')}
      submit={t('invite')}
      order={invite}
      isReady={form.name.trim() !== '' && form.email.includes('@') && roles.length > 0}
      onSubmit={send}
      onClose={onClose}
    >
      <p className="small quiet">{t('invite-say')}</p>
      <TextInput
        label={t('person')}
        maxLength={100}
        value={form.name}
        onChange={(event) => set({ name: event.target.value })}
      />
      <TextInput
        label={t('email')}
        type="email"
        maxLength={254}
        value={form.email}
        onChange={(event) => set({ email: event.target.value })}
      />
      {organisationId === '' && (
        <EmployerSelect
          value={form.organisationId}
          onChange={(value) => {
            set({ organisationId: value })
            setRoles([])
          }}
        />
      )}
      <RoleChoice
        choices={form.organisationId === '' ? STAFF_ROLES : MEMBER_ROLES}
        roles={roles}
        onChange={setRoles}
      />
      <NativeSelect
        label={t('language')}
        value={language}
        onChange={(event) => setLanguage(Language.parse(event.target.value))}
        data={[
          { value: 'ja', label: '日本語' },
          { value: 'en', label: 'English' },
        ]}
      />
    </FormSheet>
  )
}

function EmployerSelect({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const t = useWords(communityWords)
  const organisations = useOrganisations()
  return (
    <NativeSelect
      label={t('belongs-to')}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      data={[
        { value: '', label: t('belongs-hub') },
        ...(organisations.data ?? []).map((row) => ({
          value: row.organisationId,
          label: row.name,
        })),
      ]}
    />
  )
}

/** Roles of one side only: somebody of both would carry the hub's sight into an organisation. */
