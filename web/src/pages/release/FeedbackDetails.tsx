import { NumberInput, Textarea, TextInput } from '@mantine/core'
import type { OwnFeedback, ReleaseView } from 'contract/inbox'
import { type FormEvent, useState } from 'react'
import type { z } from 'zod'
import { useGiveFeedback } from '../../client/inbox.ts'
import { Button } from '../../parts/Button.tsx'
import { useTold } from '../../parts/use-told.ts'
import { memberWords } from '../../words/member.ts'
import { useWords } from '../../words/use-words.ts'

const COUNT_MAX = 1_000_000

/** How many, when, and a word to the hub: only the hub reads it. */
export function FeedbackDetails({
  release,
  feedback,
}: {
  release: ReleaseView
  feedback: z.output<typeof OwnFeedback>
}) {
  const t = useWords(memberWords)
  const tell = useTold()
  const give = useGiveFeedback()
  const [count, setCount] = useState<number | undefined>(feedback.count)
  const [firstSeenOn, setFirst] = useState(feedback.firstSeenOn ?? '')
  const [lastSeenOn, setLast] = useState(feedback.lastSeenOn ?? '')
  const [note, setNote] = useState(feedback.note ?? '')

  const submit = (event: FormEvent) => {
    event.preventDefault()
    const more = {
      ...(count === undefined ? {} : { count }),
      ...(firstSeenOn === '' ? {} : { firstSeenOn }),
      ...(lastSeenOn === '' ? {} : { lastSeenOn }),
      ...(note.trim() === '' ? {} : { note }),
    }
    const given = { answer: feedback.answer, ...more }
    const work = give.mutateAsync({ releaseId: release.releaseId, feedback: given })
    void tell(work, () => ({ say: t('feedback-saved') }))
  }
  return (
    <details>
      <summary className="small">{t('answer-more')}</summary>
      <form className="stack" onSubmit={submit} style={{ marginTop: 8 }}>
        <NumberInput
          label={t('count')}
          min={0}
          max={COUNT_MAX}
          allowDecimal={false}
          value={count ?? ''}
          onChange={(value) => setCount(value === '' ? undefined : Number(value))}
        />
        <TextInput
          type="date"
          label={t('first-seen')}
          value={firstSeenOn}
          onChange={(event) => setFirst(event.target.value)}
        />
        <TextInput
          type="date"
          label={t('last-seen')}
          value={lastSeenOn}
          onChange={(event) => setLast(event.target.value)}
        />
        <Textarea
          label={t('note')}
          autosize
          minRows={2}
          maxLength={2000}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        <div>
          <Button type="submit" kind="solid" size="s" busy={give.isPending}>
            {t('save')}
          </Button>
        </div>
      </form>
    </details>
  )
}
