import { IconMail, IconShield } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { SubmissionView } from 'contract/analysis'
import { useSubmission } from '../../client/submissions.ts'
import { Card } from '../../parts/Card.tsx'
import { Chip } from '../../parts/Chip.tsx'
import { HistoryList } from '../../parts/HistoryList.tsx'
import { Loaded } from '../../parts/Loaded.tsx'
import { TlpLabel } from '../../parts/TlpLabel.tsx'
import { HostileText } from '../../parts/hostile/HostileText.tsx'
import { SubmissionActions } from '../../parts/submission/SubmissionActions.tsx'
import { TieCard } from '../../parts/submission/TieCard.tsx'
import { WishesList } from '../../parts/submission/WishesList.tsx'
import { useDates } from '../../words/dates.ts'
import { intakeWords } from '../../words/intake.ts'
import { queueWords } from '../../words/queue.ts'
import { useWords } from '../../words/use-words.ts'
import { StrongestFindings } from './StrongestFindings.tsx'

/** A submission at a glance: what to decide, what it is tied to, what was found, what the provider wishes. */
export function SubmissionGlance({
  submissionId,
  onMoved,
}: {
  submissionId: string
  onMoved: () => void
}) {
  const intake = useWords(intakeWords)
  const submission = useSubmission(submissionId)
  return (
    <Loaded query={submission} shape={5}>
      {(view) => (
        <>
          <Head submission={view} />
          <SubmissionActions submission={view} onMoved={onMoved} />
          {view.caseId === undefined &&
            view.ties
              .slice(0, 3)
              .map((tie) => (
                <TieCard
                  key={tie.caseId ?? tie.submissionId ?? tie.number}
                  submission={view}
                  tie={tie}
                  onMoved={onMoved}
                />
              ))}
          <div className="queue-columns">
            <StrongestFindings submission={view} />
            <div className="stack">
              <Card title={intake('wishes')}>
                <WishesList wishes={view.wishes} groups={view.organisation?.groups ?? []} />
              </Card>
              <Card title={intake('history')}>
                <HistoryList entries={view.history} />
              </Card>
            </div>
          </div>
        </>
      )}
    </Loaded>
  )
}

function Head({ submission }: { submission: SubmissionView }) {
  const t = useWords(queueWords)
  const intake = useWords(intakeWords)
  const dates = useDates()
  const { organisation, caseId, caseNumber } = submission
  return (
    <header>
      <div className="meta-line">
        <Chip tone="outline" icon={<IconMail aria-hidden="true" />}>
          {intake(`kind-${submission.kind}`)}
        </Chip>
        <span className="mono">{submission.receipt}</span>
        <span>
          {organisation?.name ?? intake(`provider-${submission.providerKind}`)}
          {organisation !== undefined &&
            organisation.groups.length > 0 &&
            `（${organisation.groups.join('、')}）`}
        </span>
        <span>{t('received', { at: dates.short(submission.receivedAt) })}</span>
        <span className="push row">
          <IconShield size={16} stroke={1.5} aria-hidden="true" />
          {intake('tlp-ceiling')} <TlpLabel tlp={submission.tlpCeiling} />
        </span>
      </div>
      <h2 className="page-title">
        <HostileText text={submission.title} />
      </h2>
      {caseId !== undefined && (
        <Link to={`/cases/${caseId}`} className="small">
          {t('in-case', { number: caseNumber ?? '' })}
        </Link>
      )}
    </header>
  )
}
