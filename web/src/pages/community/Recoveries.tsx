import type { PersonRow } from 'contract/people'
import { useAnswerRecovery } from '../../client/invitations.ts'
import { useMe } from '../../client/me.ts'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { useTold } from '../../parts/use-told.ts'
import { communityWords } from '../../words/community.ts'
import { useDates } from '../../words/dates.ts'
import { useWords } from '../../words/use-words.ts'
import { useIsKeeper } from './use-keeper.ts'
import '../../parts/RecordList.css'

/** Recoveries that wait for a second person, for those who may be it. */
export function Recoveries({ people }: { people: readonly PersonRow[] }) {
  const t = useWords(communityWords)
  const isKeeper = useIsKeeper()
  const waiting = people.filter(({ recovery }) => recovery !== undefined)
  if (!isKeeper || waiting.length === 0) return null
  return (
    <Card padded={false} title={t('recoveries')}>
      <p className="small quiet reason record-say">{t('recoveries-say')}</p>
      <ul className="record-list">
        {waiting.map((person) => (
          <RecoveryLine key={person.personId} person={person} />
        ))}
      </ul>
    </Card>
  )
}

function RecoveryLine({ person: { personId, name, email, recovery } }: { person: PersonRow }) {
  const t = useWords(communityWords)
  const dates = useDates()
  const tell = useTold()
  const { data: me } = useMe()
  const answer = useAnswerRecovery(personId)
  if (recovery === undefined) return null
  const begun = { at: dates.moment(recovery.begunAt), by: recovery.begunByName }
  const isOwn = me?.personId === recovery.begunBy || me?.personId === personId
  const send = (word: 'confirm' | 'decline', say: string) =>
    void tell(answer.mutateAsync(word), () => ({ say }))
  return (
    <li>
      <span className="record-text">
        <span className="strong">{name}</span>
        <span className="mono quiet">{email}</span>
        <span className="tiny quiet">{t('recovery-begun', begun)}</span>
      </span>
      <span className="row-wrap">
        {!isOwn && (
          <Button
            size="s"
            busy={answer.isPending}
            onClick={() => send('confirm', t('recovery-confirmed', { name }))}
          >
            {t('recovery-confirm')}
          </Button>
        )}
        <Button
          size="s"
          kind="quiet"
          busy={answer.isPending}
          onClick={() => send('decline', t('recovery-declined', { name }))}
        >
          {t('recovery-decline')}
        </Button>
      </span>
    </li>
  )
}
