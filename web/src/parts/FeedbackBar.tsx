import { IconBan, IconCheck, IconInbox, IconSearch, IconX } from '@tabler/icons-react'
import type { FeedbackAnswer } from 'contract/inbox'
import { partsWords } from '../words/parts.ts'
import { useWords } from '../words/use-words.ts'
import './FeedbackBar.css'

const ANSWERS = [
  { answer: 'got-it', Icon: IconInbox },
  { answer: 'blocked', Icon: IconBan },
  { answer: 'not-found', Icon: IconSearch },
  { answer: 'false-alarm', Icon: IconX },
] as const

/** Four equal answers, none preselected; one click answers, another changes it. */
export function FeedbackBar({
  given,
  answeredBy,
  isBusy = false,
  onAnswer,
  label,
}: {
  given: FeedbackAnswer | undefined
  answeredBy?: string | undefined
  isBusy?: boolean
  onAnswer: (answer: FeedbackAnswer) => void
  /** What the answer is about, for readers who hear it. */
  label: string
}) {
  const t = useWords(partsWords)
  return (
    <div className="row-wrap">
      <div className="feedback" role="group" aria-label={t('feedback-about', { about: label })}>
        {ANSWERS.map(({ answer, Icon }) => (
          <button
            key={answer}
            type="button"
            className="feedback-answer"
            aria-pressed={given === answer}
            disabled={isBusy}
            onClick={() => onAnswer(answer)}
          >
            <Icon size={16} stroke={1.5} aria-hidden="true" />
            {t(`feedback-${answer}`)}
          </button>
        ))}
      </div>
      {answeredBy !== undefined && (
        <span className="feedback-done">
          <IconCheck size={14} aria-hidden="true" />
          {t('feedback-done', { who: answeredBy })}
        </span>
      )}
    </div>
  )
}
