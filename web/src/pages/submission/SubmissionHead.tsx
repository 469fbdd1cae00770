import { Link } from '@tanstack/react-router'
import type { SubmissionView } from 'contract/analysis'
import { Chip } from '../../parts/Chip.tsx'
import { TlpLabel } from '../../parts/TlpLabel.tsx'
import { HostileText } from '../../parts/hostile/HostileText.tsx'
import { RestrictedChip } from '../../parts/restriction/RestrictedChip.tsx'
import { SubmissionActions } from '../../parts/submission/SubmissionActions.tsx'
import { useDates } from '../../words/dates.ts'
import { intakeWords } from '../../words/intake.ts'
import { queueWords } from '../../words/queue.ts'
import { useWords } from '../../words/use-words.ts'

/** What it is, whose, how wide it may go, and what to do with it. */
export function SubmissionHead({ submission }: { submission: SubmissionView }) {
  const t = useWords(intakeWords)
  const queue = useWords(queueWords)
  const dates = useDates()
  const { organisation, caseId, caseNumber } = submission
  return (
    <header className="submission-head">
      <div className="grow">
        <p className="meta-line">
          <span className="mono">{submission.receipt}</span>
          <span>
            {organisation?.name ?? t(`provider-${submission.providerKind}`)}
            {organisation !== undefined &&
              organisation.groups.length > 0 &&
              `（${organisation.groups.join('、')}）`}
          </span>
          <span>{dates.moment(submission.receivedAt)}</span>
          <span>{t(`channel-${submission.channel}`)}</span>
          <span>{t('mail-count', { count: submission.mailCount })}</span>
          <StateChip submission={submission} />
          {submission.restriction !== undefined && <RestrictedChip />}
          {caseId !== undefined && (
            <Link to={`/cases/${caseId}`}>{queue('in-case', { number: caseNumber ?? '' })}</Link>
          )}
        </p>
        <h1>
          <HostileText text={submission.title} />
        </h1>
      </div>
      <div className="row-wrap">
        <TlpLabel tlp={submission.tlpCeiling} />
        <SubmissionActions submission={submission} />
      </div>
    </header>
  )
}

function StateChip({ submission: { analysis, state } }: { submission: SubmissionView }) {
  const t = useWords(intakeWords)
  if (analysis === 'failed') return <Chip tone="bad">{t('analysis-failed')}</Chip>
  if (analysis !== 'done') {
    return (
      <Chip tone="warn" clock>
        {t(`analysis-${analysis}`)}
      </Chip>
    )
  }
  return <Chip tone={state === 'set-aside' ? 'neutral' : 'ok'}>{t(`state-${state}`)}</Chip>
}
