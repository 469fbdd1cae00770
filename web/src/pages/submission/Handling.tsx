import type { SubmissionView } from 'contract/analysis'
import { ProblemPlaces } from '../../parts/ProblemPlaces.tsx'
import { Card } from '../../parts/Card.tsx'
import { Facts } from '../../parts/Facts.tsx'
import { KnownValue } from '../../parts/KnownValue.tsx'
import { SampleLink } from '../../parts/SampleLink.tsx'
import { TlpLabel } from '../../parts/TlpLabel.tsx'
import { HostileText } from '../../parts/hostile/HostileText.tsx'
import { RestrictionCard } from '../../parts/restriction/RestrictionCard.tsx'
import { WishesList } from '../../parts/submission/WishesList.tsx'
import { useDates } from '../../words/dates.ts'
import { intakeWords } from '../../words/intake.ts'
import { useNumbers } from '../../words/numbers.ts'
import { submissionWords } from '../../words/submission.ts'
import { useSay, useWords } from '../../words/use-words.ts'
import { CountCard } from './CountCard.tsx'

const DATES = ['occurred', 'detected', 'arrived', 'confirmed'] as const

/** The provider's wishes, dates, counts and the files as they came. */
export function Handling({ submission }: { submission: SubmissionView }) {
  const t = useWords(submissionWords)
  const intake = useWords(intakeWords)
  const dates = useDates()
  return (
    <div className="handling">
      <Card title={intake('wishes')} aside={<TlpLabel tlp={submission.tlpCeiling} />}>
        <WishesList wishes={submission.wishes} groups={submission.organisation?.groups ?? []} />
      </Card>
      <CountCard submission={submission} />
      <RestrictionCard
        of="submissions"
        id={submission.submissionId}
        restriction={submission.restriction}
      />
      <Card title={t('dates')}>
        <Facts
          facts={[
            [t('date-submitted'), dates.day(submission.dates.submittedOn)],
            ...DATES.map(
              (name) =>
                [
                  t(`date-${name}`),
                  <KnownValue fact={submission.dates[`${name}On`]}>{dates.day}</KnownValue>,
                ] as const,
            ),
          ]}
        />
      </Card>
      {submission.note !== undefined && (
        <Card title={t('note')}>
          <p className="long-text">
            <HostileText text={submission.note} />
          </p>
        </Card>
      )}
      {submission.setAsideReason !== undefined && (
        <Card title={t('set-aside-reason')}>
          <p className="long-text">{submission.setAsideReason}</p>
        </Card>
      )}
      <Files submission={submission} />
    </div>
  )
}

function Files({ submission }: { submission: SubmissionView }) {
  const t = useWords(submissionWords)
  const say = useSay()
  const dates = useDates()
  const numbers = useNumbers()
  return (
    <Card title={t('files')}>
      <ul className="stack">
        {submission.files.map((file) => (
          <li key={file.sha256} className="small">
            <p className="row-wrap">
              <span className="strong">
                <HostileText text={file.fileName ?? t('no-name')} />
              </span>
              <span className="quiet">{numbers.bytes(file.sizeBytes)}</span>
              <span className="mono quiet">{file.sha256}</span>
            </p>
            {file.repeatedFrom !== undefined && (
              <p>{t('file-repeated', { on: dates.shortDay(file.repeatedFrom) })}</p>
            )}
            {file.problems.map((problem, at) => (
              <p key={`${problem.code}-${at}`}>
                {say(problem.say)}{' '}
                {problem.count !== undefined && <ProblemPlaces problem={problem} />}
              </p>
            ))}
            <SampleLink sha256={file.sha256}>{t('file-download')}</SampleLink>
          </li>
        ))}
      </ul>
    </Card>
  )
}
