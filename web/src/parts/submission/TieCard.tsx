import { IconLink } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { SubmissionView } from 'contract/analysis'
import { intakeWords } from '../../words/intake.ts'
import { useSay, useWords } from '../../words/use-words.ts'
import { Button, toButtonClass } from '../Button.tsx'
import { Confidence } from '../Confidence.tsx'
import { HostileText } from '../hostile/HostileText.tsx'
import { useSubmissionMoves } from './use-submission-moves.ts'
import './TieCard.css'

type Tie = SubmissionView['ties'][number]

/** "Looks like the same attack as …", with every reason, and one click to follow it. */
export function TieCard({
  submission,
  tie,
  onMoved = () => {},
}: {
  submission: SubmissionView
  tie: Tie
  onMoved?: () => void
}) {
  const t = useWords(intakeWords)
  const say = useSay()
  const moves = useSubmissionMoves(submission, onMoved)
  const { caseId, submissionId, number } = tie
  const href = caseId === undefined ? `/submissions/${submissionId}` : `/cases/${caseId}`
  return (
    <section className="tie">
      <header className="tie-head">
        <IconLink size={16} stroke={1.5} aria-hidden="true" />
        <h2 className="tie-title">
          {t(caseId === undefined ? 'tie-submission' : 'tie-case', { number })}
        </h2>
        <span className="small quiet cut tie-name">
          <HostileText text={tie.title} />
        </span>
        <Link to={href} className={toButtonClass('outline', 's')}>
          {t('compare')}
        </Link>
        {caseId !== undefined && (
          <Button kind="solid" size="s" busy={moves.isBusy} onClick={() => moves.addTo(caseId)}>
            {t('add')}
          </Button>
        )}
        {caseId === undefined && submissionId !== undefined && (
          <Button
            kind="solid"
            size="s"
            busy={moves.isBusy}
            onClick={() => moves.open([submissionId])}
          >
            {t('join-both')}
          </Button>
        )}
      </header>
      <ul className="tie-reasons">
        {tie.reasons.map(({ weight, say: reason }) => (
          <li key={reason.en} className="tie-reason">
            <Confidence weight={weight} />
            <span className="reason">{say(reason)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
