import { NativeSelect, TextInput } from '@mantine/core'
import { Language } from 'contract/common'
import { MEMBER_ROLES } from 'contract/people'
import { useState } from 'react'
import { useInviteOwnPerson } from '../../client/own-people.ts'
import { FormSheet } from '../../parts/FormSheet.tsx'
import { communityWords } from '../../words/community.ts'
import { organisationWords } from '../../words/organisation.ts'
import { useWords } from '../../words/use-words.ts'
import { LinkSheet } from '../community/LinkSheet.tsx'
import { RoleChoice } from '../community/RoleChoice.tsx'

type MemberRole = (typeof MEMBER_ROLES)[number]

/** Registers a colleague and shows the link with which they sign in first. */
export function InviteColleagueSheet({
  mailDomains,
  onClose,
}: {
  mailDomains: readonly string[]
  onClose: () => void
}) {
  const t = useWords(communityWords)
  const words = useWords(organisationWords)
  const invite = useInviteOwnPerson()
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [roles, setRoles] = useState<readonly MemberRole[]>([])
  const [language, setLanguage] = useState<Language>('ja')
  if (invite.data !== undefined) {
    return <LinkSheet name={name} link={invite.data} onClose={onClose} />
  }
  const domains = mailDomains.map((domain) => `@${domain}`).join(' ')
  return (
    <FormSheet
      title={t('invite')}
      submit={t('invite')}
      order={invite}
      isReady={domains !== '' && name.trim() !== '' && email.includes('@') && roles.length > 0}
      onSubmit={() =>
        invite.mutate({ name: name.trim(), email: email.trim(), roles: [...roles], language })
      }
      onClose={onClose}
    >
      <p className="small quiet">{t('invite-say')}</p>
      <TextInput
        label={t('person')}
        maxLength={100}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <TextInput
        label={t('email')}
        description={
          domains === '' ? words('own-invite-none') : words('own-invite-domain', { domains })
        }
        type="email"
        maxLength={254}
        value={email}
        onChange={(event) => setEmail(event.target.value)}
      />
      <RoleChoice
        choices={MEMBER_ROLES}
        roles={roles}
        onChange={(chosen) => setRoles(MEMBER_ROLES.filter((role) => chosen.includes(role)))}
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
