import type { PersonRow } from 'contract/people'
import { useConfirmRaised } from '../../client/invitations.ts'
import { useMe } from '../../client/me.ts'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { useTold } from '../../parts/use-told.ts'
import { communityWords } from '../../words/community.ts'
import { useDates } from '../../words/dates.ts'
import { useWords } from '../../words/use-words.ts'
import { useIsKeeper } from './use-keeper.ts'
import '../../parts/RecordList.css'

/** Contacts by a change of roles who wait for a second person, for those who may be it. */
export function RaisedContacts({ people }: { people: readonly PersonRow[] }) {
  const t = useWords(communityWords)
  const isKeeper = useIsKeeper()
  const waiting = people.filter(({ raised }) => raised !== undefined)
  if (!isKeeper || waiting.length === 0) return null
  return (
    <Card padded={false} title={t('raised')}>
      <p className="small quiet reason record-say">{t('raised-say')}</p>
      <ul className="record-list">
        {waiting.map((person) => (
          <RaisedLine key={person.personId} person={person} />
        ))}
      </ul>
    </Card>
  )
}

function RaisedLine({ person }: { person: PersonRow }) {
  const { personId, name, email, organisation, raised } = person
  const t = useWords(communityWords)
  const dates = useDates()
  const tell = useTold()
  const { data: me } = useMe()
  const confirm = useConfirmRaised(personId)
  if (raised === undefined) return null
  const say = t('raised-confirmed', { name })
  return (
    <li>
      <span className="record-text">
        <span className="strong">{name}</span>
        <span className="small">{organisation?.name}</span>
        <span className="mono quiet">{email}</span>
        <span className="tiny quiet">
          {t('raised-by', { at: dates.moment(raised.at), by: raised.byName })}
        </span>
      </span>
      {me?.personId !== raised.by && (
        <Button
          size="s"
          busy={confirm.isPending}
          onClick={() => void tell(confirm.mutateAsync(), () => ({ say }))}
        >
          {t('raised-confirm')}
        </Button>
      )}
    </li>
  )
}
