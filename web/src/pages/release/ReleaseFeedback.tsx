import type { FeedbackAnswer, InboxRow } from 'contract/inbox'
import { useGiveFeedback } from '../../client/inbox.ts'
import { FeedbackBar } from '../../parts/FeedbackBar.tsx'
import { useTold } from '../../parts/use-told.ts'
import { memberWords } from '../../words/member.ts'
import { useSay, useWords } from '../../words/use-words.ts'

/** Answers a warning with one click; the same answer can be changed or taken back. */
export function ReleaseFeedback({ release }: { release: InboxRow }) {
  const t = useWords(memberWords)
  const say = useSay()
  const tell = useTold()
  const give = useGiveFeedback()
  const { releaseId, feedback: before } = release

  const send = (answer: FeedbackAnswer | undefined) =>
    give.mutateAsync({ releaseId, feedback: answer === undefined ? undefined : { answer } })
  const undo = () => tell(send(before?.answer), () => ({ say: t('feedback-undone') }))
  const answer = (chosen: FeedbackAnswer) =>
    void tell(send(chosen), () => ({ say: t('feedback-saved'), undo }))

  return (
    <FeedbackBar
      label={say(release.title)}
      given={before?.answer}
      answeredBy={before?.answeredBy}
      isBusy={give.isPending}
      onAnswer={answer}
    />
  )
}
