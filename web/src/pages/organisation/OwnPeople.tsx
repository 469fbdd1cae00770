import type { OwnPersonRow } from 'contract/people'
import { useState } from 'react'
import { useMe } from '../../client/me.ts'
import { useOwnPeople } from '../../client/own-people.ts'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { Chip } from '../../parts/Chip.tsx'
import { Loaded } from '../../parts/Loaded.tsx'
import { communityWords } from '../../words/community.ts'
import { organisationWords } from '../../words/organisation.ts'
import { useWords } from '../../words/use-words.ts'
import { InviteColleagueSheet } from './InviteColleagueSheet.tsx'
import { OwnPersonActions } from './OwnPersonActions.tsx'

/** The accounts of the organisation, which its contacts look after themselves. */
export function OwnPeople() {
  const t = useWords(organisationWords)
  const community = useWords(communityWords)
  const people = useOwnPeople()
  const [isInviting, setInviting] = useState(false)
  return (
    <Card
      title={t('own-people')}
      padded={false}
      aside={
        <Button size="s" onClick={() => setInviting(true)}>
          {community('invite')}
        </Button>
      }
    >
      <Loaded query={people} shape={3}>
        {({ rows }) => (
          <ul className="record-list">
            {rows.map((person) => (
              <OwnPerson key={person.personId} person={person} />
            ))}
          </ul>
        )}
      </Loaded>
      {isInviting && people.data !== undefined && (
        <InviteColleagueSheet
          mailDomains={people.data.mailDomains}
          onClose={() => setInviting(false)}
        />
      )}
    </Card>
  )
}

function OwnPerson({ person }: { person: OwnPersonRow }) {
  const t = useWords(organisationWords)
  const community = useWords(communityWords)
  const { data: me } = useMe()
  const { personId, name, email, roles } = person
  return (
    <li>
      <span className="record-text">
        <span className="strong">{name}</span>
        <span className="mono quiet">{email}</span>
        <span className="tiny quiet">
          {roles.map((role) => community(`role-${role}`)).join('・')}
          {personId === me?.personId && ` · ${t('own-self')}`}
        </span>
      </span>
      <State person={person} />
      {personId !== me?.personId && <OwnPersonActions person={person} />}
    </li>
  )
}

function State({ person: { disabled, invited, shutByHub } }: { person: OwnPersonRow }) {
  const t = useWords(organisationWords)
  const community = useWords(communityWords)
  if (disabled)
    return <Chip tone="bad">{shutByHub ? t('own-shut-by-hub') : community('state-disabled')}</Chip>
  if (invited) return <Chip tone="info">{community('state-invited')}</Chip>
  return <Chip tone="ok">{community('state-active')}</Chip>
}
