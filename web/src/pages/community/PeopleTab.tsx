import { Link } from '@tanstack/react-router'
import type { PersonRow } from 'contract/people'
import { useState } from 'react'
import { usePeople } from '../../client/people.ts'
import { useAddress } from '../../frame/use-address.ts'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { Chip } from '../../parts/Chip.tsx'
import { type Column, DataTable } from '../../parts/DataTable.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { FilterText } from '../../parts/Filters.tsx'
import { Loaded } from '../../parts/Loaded.tsx'
import { communityWords } from '../../words/community.ts'
import { useWords } from '../../words/use-words.ts'
import { InviteSheet } from './InviteSheet.tsx'
import { PersonActions } from './PersonActions.tsx'
import { RaisedContacts } from './RaisedContacts.tsx'
import { Recoveries } from './Recoveries.tsx'
import { useIsAdministrator } from './use-keeper.ts'

/** Everybody with an account. Administrators invite, shut out, and help those who lost their way in. */
export function PeopleTab() {
  const t = useWords(communityWords)
  const [{ text }] = useAddress()
  const [isInviting, setInviting] = useState(false)
  const people = usePeople()
  const columns = useColumns()
  const isAdministrator = useIsAdministrator()
  return (
    <>
      <div className="row-wrap">
        <FilterText name="text" label={t('filter-people')} />
        {isAdministrator && (
          <span className="push">
            <Button size="s" onClick={() => setInviting(true)}>
              {t('invite')}
            </Button>
          </span>
        )}
      </div>
      <Recoveries people={people.data?.rows ?? []} />
      <RaisedContacts people={people.data?.rows ?? []} />
      <Card padded={false}>
        <Loaded query={people} shape={8}>
          {({ rows }) => {
            const shown = rows.filter((row) => isMatch(row, text))
            if (shown.length === 0) {
              return (
                <div className="loaded-empty">
                  <Empty>{t(rows.length === 0 ? 'people-none' : 'people-not-found')}</Empty>
                </div>
              )
            }
            return (
              <DataTable
                label={t('tab-people')}
                columns={columns}
                rows={shown}
                toKey={({ personId }) => personId}
              />
            )
          }}
        </Loaded>
      </Card>
      {isInviting && <InviteSheet onClose={() => setInviting(false)} />}
    </>
  )
}

function isMatch({ name, email, organisation }: PersonRow, text: string | undefined): boolean {
  if (text === undefined) return true
  const wanted = text.normalize('NFKC').toLowerCase()
  return [name, email, organisation?.name ?? ''].some((words) =>
    words.normalize('NFKC').toLowerCase().includes(wanted),
  )
}

function useColumns(): Column<PersonRow>[] {
  const t = useWords(communityWords)
  const isAdministrator = useIsAdministrator()
  const columns: Column<PersonRow>[] = [
    {
      key: 'name',
      head: t('person'),
      cell: ({ name, email }) => (
        <span className="table-main">
          <span className="strong">{name}</span>
          <span className="mono quiet">{email}</span>
        </span>
      ),
      sortBy: ({ name }) => name,
    },
    {
      key: 'organisation',
      head: t('organisation'),
      isHiddenOnPhone: true,
      cell: ({ organisation }) =>
        organisation === undefined ? (
          t('hub')
        ) : (
          <Link to={`/organisations/${organisation.organisationId}`}>{organisation.name}</Link>
        ),
      sortBy: ({ organisation }) => organisation?.name ?? '',
    },
    {
      key: 'roles',
      head: t('roles'),
      isHiddenOnPhone: true,
      cell: ({ roles }) => roles.map((role) => t(`role-${role}`)).join('・'),
    },
    { key: 'state', head: t('state'), cell: (person) => <State person={person} /> },
  ]
  if (!isAdministrator) return columns
  return [
    ...columns,
    {
      key: 'actions',
      head: <span className="unseen">{t('actions', { name: '' })}</span>,
      align: 'end',
      cell: (person) => <PersonActions person={person} />,
    },
  ]
}

function State({ person: { disabled, invited } }: { person: PersonRow }) {
  const t = useWords(communityWords)
  if (disabled) return <Chip tone="bad">{t('state-disabled')}</Chip>
  if (invited) return <Chip tone="info">{t('state-invited')}</Chip>
  return <Chip tone="ok">{t('state-active')}</Chip>
}
