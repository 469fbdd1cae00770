import { Link } from '@tanstack/react-router'
import type { CaseView } from 'contract/case'
import { Card } from '../../parts/Card.tsx'
import { Chip } from '../../parts/Chip.tsx'
import { Confidence } from '../../parts/Confidence.tsx'
import { HostileText } from '../../parts/hostile/HostileText.tsx'
import { RestrictionCard } from '../../parts/restriction/RestrictionCard.tsx'
import { caseWords } from '../../words/case.ts'
import { useDates } from '../../words/dates.ts'
import { intakeWords } from '../../words/intake.ts'
import { useSay, useWords } from '../../words/use-words.ts'
import { CaseChanges } from './CaseChanges.tsx'
import { CaseClassification } from './CaseClassification.tsx'

/** What belongs to the case, why, what it is, and what was changed. */
export function CaseOverview({ view }: { view: CaseView }) {
  return (
    <div className="case-columns">
      <div className="stack">
        <Submissions view={view} />
        <Reasons view={view} />
        <CaseChanges view={view} />
      </div>
      <div className="stack">
        <CaseClassification view={view} />
        <Bulletins view={view} />
        <RestrictionCard of="cases" id={view.caseId} restriction={view.restriction} />
      </div>
    </div>
  )
}

function Submissions({ view }: { view: CaseView }) {
  const t = useWords(caseWords)
  const intake = useWords(intakeWords)
  const dates = useDates()
  return (
    <Card title={t('submissions')} padded={false}>
      <ul>
        {view.submissions.map((row) => (
          <li key={row.submissionId}>
            <Link to={`/submissions/${row.submissionId}`} className="case-submission">
              <span className="strong cut">
                <HostileText text={row.title} />
              </span>
              <span className="meta-line">
                <span className="mono">{row.receipt}</span>
                <span>{row.organisation?.name ?? intake(`provider-${row.providerKind}`)}</span>
                <span>{dates.short(row.receivedAt)}</span>
                <span>{intake('mail-count', { count: row.mailCount })}</span>
                <span>{intake('finding-count', { count: row.findingCount })}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Reasons({ view }: { view: CaseView }) {
  const t = useWords(caseWords)
  const intake = useWords(intakeWords)
  const say = useSay()
  return (
    <Card
      title={t('why-one')}
      padded={false}
      aside={intake('submission-count', { count: view.submissionCount })}
    >
      {view.reasons.length === 0 ? (
        <p className="card-body quiet">
          {t(view.submissionCount > 1 ? 'why-by-hand' : 'why-one-none')}
        </p>
      ) : (
        <ul className="case-reasons">
          {view.reasons.map((reason) => (
            <li key={reason.say.en} className="case-reason">
              <Confidence weight={reason.weight} />
              <span className="reason">
                <HostileText text={say(reason.say)} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

function Bulletins({ view }: { view: CaseView }) {
  const t = useWords(caseWords)
  return (
    <Card title={t('bulletins')}>
      {view.bulletins.length === 0 && <p className="small quiet">{t('no-bulletins')}</p>}
      <ul className="stack">
        {view.bulletins.map(({ bulletinId, number, state }) => (
          <li key={bulletinId} className="row">
            <Link to={`/bulletins/${bulletinId}`} className="mono">
              {number}
            </Link>
            <BulletinStateChip state={state} />
          </li>
        ))}
      </ul>
    </Card>
  )
}

function BulletinStateChip({ state }: { state: string }) {
  const t = useWords(caseWords)
  const known = STATES.find((each) => each === state)
  return known === undefined ? null : <Chip>{t(`bulletin-${known}`)}</Chip>
}

const STATES = [
  'draft',
  'checked',
  'waiting',
  'approved',
  'releasing',
  'released',
  'corrected',
  'withdrawn',
] as const
