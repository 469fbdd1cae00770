import type { OrganisationView } from 'contract/community'
import { Role } from 'contract/people'
import { useState } from 'react'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { communityWords } from '../../words/community.ts'
import { organisationWords } from '../../words/organisation.ts'
import { useWords } from '../../words/use-words.ts'
import { InviteSheet } from '../community/InviteSheet.tsx'
import { useIsAdministrator } from '../community/use-keeper.ts'

/** The organisation's people who have an account. */
export function Contacts({ view, isOwn }: { view: OrganisationView; isOwn: boolean }) {
  const t = useWords(organisationWords)
  const community = useWords(communityWords)
  const isAdministrator = useIsAdministrator()
  const [isInviting, setInviting] = useState(false)
  const toRole = (text: string) => {
    const role = Role.safeParse(text).data
    return role === undefined ? text : community(`role-${role}`)
  }
  return (
    <Card
      title={t('contacts')}
      padded={false}
      aside={
        isAdministrator &&
        !isOwn && (
          <Button size="s" onClick={() => setInviting(true)}>
            {community('invite')}
          </Button>
        )
      }
    >
      {view.contacts.length === 0 ? (
        <p className="card-body quiet">{t('contacts-none')}</p>
      ) : (
        <ul className="record-list">
          {view.contacts.map(({ personId, name, email, roles }) => (
            <li key={personId}>
              <span className="record-text">
                <span className="strong">{name}</span>
                <span className="mono quiet">{email}</span>
              </span>
              <span className="tiny quiet">{roles.map(toRole).join('・')}</span>
            </li>
          ))}
        </ul>
      )}
      {isInviting && (
        <InviteSheet organisationId={view.organisationId} onClose={() => setInviting(false)} />
      )}
    </Card>
  )
}
