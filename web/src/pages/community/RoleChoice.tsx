import { Checkbox } from '@mantine/core'
import type { Role } from 'contract/people'
import { communityWords } from '../../words/community.ts'
import { useWords } from '../../words/use-words.ts'

/** Roles of one side only: somebody of both would carry the hub's sight into an organisation. */
export function RoleChoice({
  choices,
  roles,
  onChange,
}: {
  choices: readonly Role[]
  roles: readonly Role[]
  onChange: (roles: readonly Role[]) => void
}) {
  const t = useWords(communityWords)
  return (
    <fieldset className="stack">
      <legend className="label">{t('roles')}</legend>
      {choices.map((role) => (
        <Checkbox
          key={role}
          label={t(`role-${role}`)}
          description={t(`role-${role}-say`)}
          checked={roles.includes(role)}
          onChange={({ target }) =>
            onChange(target.checked ? [...roles, role] : roles.filter((held) => held !== role))
          }
        />
      ))}
    </fieldset>
  )
}
