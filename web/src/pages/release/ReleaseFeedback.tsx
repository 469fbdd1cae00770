import type { FeedbackAnswer, InboxRow } from 'contract/inbox'
import { toSay } from '../../client/api-failure.ts'
import { useGiveFeedback } from '../../client/inbox.ts'
import { FeedbackBar } from '../../parts/FeedbackBar.tsx'
import { useToast } from '../../parts/toasts.ts'
import { memberWords } from '../../words/member.ts'
import { useSay, useWords } from '../../words/use-words.ts'

/** Answers a warning with one click; the same answer can be changed or taken back. */
export function ReleaseFeedback({ release }: { release: InboxRow }) {
  const t = useWords(memberWords)
  const say = useSay()
  const toast = useToast()
  const give = useGiveFeedback()
  const { releaseId, feedback: before } = release
  const fail = (error: unknown) => toast({ say: say(toSay(error)), isError: true })

  const send = (answer: FeedbackAnswer | undefined, done: () => void) =>
    give.mutate(
      { releaseId, feedback: answer === undefined ? undefined : { answer } },
      { onSuccess: done, onError: fail },
    )
  const answer = (chosen: FeedbackAnswer) =>
    send(chosen, () =>
      toast({
        say: t('feedback-saved'),
        undo: () => send(before?.answer, () => toast({ say: t('feedback-undone') })),
      }),
    )

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
