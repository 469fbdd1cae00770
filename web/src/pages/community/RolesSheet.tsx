import { MEMBER_ROLES, type PersonRow, type Role, STAFF_ROLES } from 'contract/people'
import { useState } from 'react'
import { useChangeRoles } from '../../client/invitations.ts'
import { FormSheet } from '../../parts/FormSheet.tsx'
import { useToast } from '../../parts/toasts.ts'
import { communityWords } from '../../words/community.ts'
import { useWords } from '../../words/use-words.ts'
import { AcceptNoContact } from './AcceptNoContact.tsx'
import { RoleChoice } from './RoleChoice.tsx'

/** Other roles for a person, of the side they belong to. */
export function RolesSheet({
  person: { personId, name, roles: before, organisation },
  onClose,
}: {
  person: PersonRow
  onClose: () => void
}) {
  const t = useWords(communityWords)
  const toast = useToast()
  const change = useChangeRoles(personId)
  const [roles, setRoles] = useState<readonly Role[]>(before)
  const [acceptsNoContact, setAccepts] = useState(false)
  const finish = () => {
    toast({ say: t('roles-changed', { name }) })
    onClose()
  }
  return (
    <FormSheet
      title={t('change-roles-title', { name })}
      submit={t('change-roles')}
      order={change}
      isReady={roles.length > 0}
      onSubmit={() => change.mutate({ roles: [...roles], acceptsNoContact }, { onSuccess: finish })}
      onClose={onClose}
    >
      <p className="small quiet">{t('change-roles-say')}</p>
      <RoleChoice
        choices={organisation === undefined ? STAFF_ROLES : MEMBER_ROLES}
        roles={roles}
        onChange={setRoles}
      />
      <AcceptNoContact error={change.error} isAccepted={acceptsNoContact} onChange={setAccepts} />
    </FormSheet>
  )
}
