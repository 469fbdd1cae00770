import type { Restriction } from 'contract/restriction'
import { type RestrictedOf, useRestrict } from '../../client/restriction.ts'
import { useDates } from '../../words/dates.ts'
import { restrictionWords } from '../../words/restriction.ts'
import { useWords } from '../../words/use-words.ts'
import { Button } from '../Button.tsx'
import { Card } from '../Card.tsx'
import { useTold } from '../use-told.ts'
import { RestrictedChip } from './RestrictedChip.tsx'

/** Who of the hub may read a submission or a case, and the button that narrows or widens it. */
export function RestrictionCard({
  of,
  id,
  restriction,
}: {
  of: Exclude<RestrictedOf, 'my/submissions'>
  id: string
  restriction: Restriction | undefined
}) {
  const t = useWords(restrictionWords)
  const tell = useTold()
  const restrict = useRestrict(of, id)
  const change = (isRestricted: boolean) =>
    void tell(restrict.mutateAsync(isRestricted), () => ({
      say: t(isRestricted ? 'restricted-done' : 'lifted-done'),
    }))
  if (restriction === undefined) {
    return (
      <Card title={t('who-reads')}>
        <div className="stack">
          <p className="small">{t('open-say')}</p>
          <p className="row-wrap">
            <Button size="s" busy={restrict.isPending} onClick={() => change(true)}>
              {t('restrict')}
            </Button>
            <span className="tiny quiet">{t('restrict-hint')}</span>
          </p>
        </div>
      </Card>
    )
  }
  const { setBy } = restriction
  return (
    <Card title={t('who-reads')} aside={<RestrictedChip />}>
      <div className="stack">
        <p className="small">{t('restricted-say')}</p>
        <People people={restriction.people} />
        <p className="small quiet">
          {setBy.map((by) => t(by === 'provider' ? 'by-provider' : 'by-hub')).join(' ')}
        </p>
        {setBy.includes('hub') && (
          <p>
            <Button size="s" busy={restrict.isPending} onClick={() => change(false)}>
              {t('lift')}
            </Button>
          </p>
        )}
      </div>
    </Card>
  )
}

function People({ people }: { people: Restriction['people'] }) {
  const t = useWords(restrictionWords)
  const dates = useDates()
  if (people.length === 0) return <p className="small strong">{t('nobody')}</p>
  return (
    <ul className="stack small">
      {people.map(({ name, endsOn }) => (
        <li key={`${name} ${endsOn ?? ''}`} className="row-wrap">
          <span className="strong">{name}</span>
          {endsOn !== undefined && (
            <span className="quiet">{t('until', { on: dates.shortDay(endsOn) })}</span>
          )}
        </li>
      ))}
    </ul>
  )
}
