import { IconLock } from '@tabler/icons-react'
import type { ClosedThing } from 'contract/restriction'
import { CaseState } from 'contract/case'
import { SubmissionState } from 'contract/intake'
import { useState } from 'react'
import { usePlace } from '../../frame/place.ts'
import { caseWords } from '../../words/case.ts'
import { useDates } from '../../words/dates.ts'
import { intakeWords } from '../../words/intake.ts'
import { restrictionWords } from '../../words/restriction.ts'
import { useWords } from '../../words/use-words.ts'
import { Button } from '../Button.tsx'
import { Card } from '../Card.tsx'
import { Facts } from '../Facts.tsx'
import { AskSheet } from './AskSheet.tsx'
import { RestrictedChip } from './RestrictedChip.tsx'

/** All that can be known of something restricted to others, and the way to ask for more. */
export function ClosedView({ thing }: { thing: ClosedThing }) {
  const t = useWords(restrictionWords)
  const dates = useDates()
  const [isAsking, setAsking] = useState(false)
  const state = useStateWords(thing)
  usePlace([{ label: t('title'), href: '/restricted' }, { label: thing.number }])
  return (
    <div className="page">
      <header className="page-head">
        <h1>{thing.number}</h1>
        <RestrictedChip />
      </header>
      <Card>
        <div className="stack">
          <p className="reason">{t('closed-say', { kind: t(`kind-${thing.kind}`) })}</p>
          {thing.isLiftable && <p className="reason">{t('liftable-say')}</p>}
          <Facts
            facts={[
              [t('state'), state],
              [t('since'), dates.day(thing.since)],
              [t('provider'), t('alias')],
              [t('people'), t('people-count', { count: thing.people })],
            ]}
          />
          {thing.isAsked ? (
            <p className="strong" role="status">
              {t('asked-say')}
            </p>
          ) : (
            <p>
              <Button
                kind="solid"
                icon={<IconLock stroke={1.5} aria-hidden="true" />}
                onClick={() => setAsking(true)}
              >
                {t('ask')}
              </Button>
            </p>
          )}
        </div>
      </Card>
      {isAsking && <AskSheet thing={thing} onClose={() => setAsking(false)} />}
    </div>
  )
}

/** A submission's state and a case's are words of their own pages. */
export function useStateWords({ kind, state }: ClosedThing): string {
  const intake = useWords(intakeWords)
  const cases = useWords(caseWords)
  if (kind === 'case') {
    const known = CaseState.safeParse(state).data
    return known === undefined ? state : cases(`state-${known}`)
  }
  const known = SubmissionState.safeParse(state).data
  return known === undefined ? state : intake(`state-${known}`)
}
