import { IconChevronLeft } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { QueueRow } from 'contract/case'
import { toButtonClass } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { Facts } from '../../parts/Facts.tsx'
import { HostileText } from '../../parts/hostile/HostileText.tsx'
import { useDates } from '../../words/dates.ts'
import { intakeWords } from '../../words/intake.ts'
import { queueWords } from '../../words/queue.ts'
import { useSay, useWords } from '../../words/use-words.ts'
import { CaseGlance } from './CaseGlance.tsx'
import { SubmissionGlance } from './SubmissionGlance.tsx'

/** Enough to decide without opening. Submissions and cases show their content, others why they wait. */
export function QueueDetail({
  row,
  onMoved,
  onBack,
}: {
  row: QueueRow
  onMoved: () => void
  onBack: () => void
}) {
  const t = useWords(queueWords)
  const submissionId = /^\/submissions\/([0-9a-f-]{36})/.exec(row.href)?.[1]
  const caseId = /^\/cases\/([0-9a-f-]{36})/.exec(row.href)?.[1]
  return (
    <article className="queue-detail" aria-label={row.title}>
      <button type="button" className="link-button split-back row" onClick={onBack}>
        <IconChevronLeft size={16} aria-hidden="true" /> {t('back')}
      </button>
      {submissionId !== undefined && (
        <SubmissionGlance submissionId={submissionId} onMoved={onMoved} />
      )}
      {caseId !== undefined && <CaseGlance caseId={caseId} row={row} />}
      {submissionId === undefined && caseId === undefined && <PlainGlance row={row} />}
    </article>
  )
}

function PlainGlance({ row }: { row: QueueRow }) {
  const t = useWords(queueWords)
  const intake = useWords(intakeWords)
  const say = useSay()
  const dates = useDates()
  return (
    <>
      <h2>
        <HostileText text={row.title} />
      </h2>
      <p>
        <Link to={row.href} className={toButtonClass('primary')}>
          {t('open')}
        </Link>
      </p>
      <Card title={t(`kind-${row.kind}`)}>
        <Facts
          facts={[
            [t('why'), say(row.why)],
            [t('since'), dates.moment(row.waitingSince)],
            [t('assignee'), row.assignee?.name ?? intake('no-assignee')],
          ]}
        />
      </Card>
    </>
  )
}
