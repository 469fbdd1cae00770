import { NumberInput, TextInput } from '@mantine/core'
import type { SubmissionView } from 'contract/analysis'
import { type FormEvent, useState } from 'react'
import { toSay } from '../../client/api-failure.ts'
import { useMoveSubmission } from '../../client/submissions.ts'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { Facts } from '../../parts/Facts.tsx'
import { useToast } from '../../parts/toasts.ts'
import { useNumbers } from '../../words/numbers.ts'
import { submissionWords } from '../../words/submission.ts'
import { useSay, useWords } from '../../words/use-words.ts'

const ITEMS_MAX = 100_000

/** The counts of a submission; the item count has a computed value and can be corrected with a reason. */
export function CountCard({ submission }: { submission: SubmissionView }) {
  const t = useWords(submissionWords)
  const numbers = useNumbers()
  const [isEditing, setEditing] = useState(false)
  const { items, itemsProposed, correction, mails } = submission.counts
  return (
    <Card
      title={t('counts')}
      aside={
        !isEditing && (
          <Button size="s" onClick={() => setEditing(true)}>
            {t('count-correct')}
          </Button>
        )
      }
    >
      <Facts
        facts={[
          [
            t('count-items'),
            <>
              {numbers.count(items)}{' '}
              <span className="quiet">{t('count-proposed', { count: itemsProposed })}</span>
              {correction !== undefined && (
                <p className="tiny quiet">
                  {t('count-corrected', { who: correction.by, reason: correction.reason })}
                </p>
              )}
            </>,
          ],
          [t('count-mails'), numbers.count(mails)],
        ]}
      />
      {isEditing && <CorrectForm submission={submission} onDone={() => setEditing(false)} />}
    </Card>
  )
}

function CorrectForm({
  submission: { submissionId, counts },
  onDone,
}: {
  submission: SubmissionView
  onDone: () => void
}) {
  const t = useWords(submissionWords)
  const say = useSay()
  const toast = useToast()
  const move = useMoveSubmission()
  const [items, setItems] = useState(counts.items)
  const [reason, setReason] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    move.mutate(
      { submissionId, move: 'count', body: { items, reason } },
      {
        onSuccess: () => {
          toast({ say: t('count-done') })
          onDone()
        },
        onError: (error) => toast({ say: say(toSay(error)), isError: true }),
      },
    )
  }
  return (
    <form className="stack handling-form" onSubmit={submit}>
      <NumberInput
        label={t('count-items')}
        min={0}
        max={ITEMS_MAX}
        allowDecimal={false}
        value={items}
        onChange={(value) => setItems(Number(value))}
      />
      <TextInput
        label={t('count-reason')}
        required
        withAsterisk={false}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <div className="row">
        <Button type="submit" kind="solid" busy={move.isPending} disabled={reason.trim() === ''}>
          {t('save')}
        </Button>
        <Button kind="quiet" onClick={onDone}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  )
}
