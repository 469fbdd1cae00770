import { NumberInput, TextInput } from '@mantine/core'
import type { SubmissionView } from 'contract/analysis'
import { type FormEvent, useState } from 'react'
import { useMoveSubmission } from '../../client/submissions.ts'
import { Button } from '../../parts/Button.tsx'
import { Card } from '../../parts/Card.tsx'
import { Facts } from '../../parts/Facts.tsx'
import { useTold } from '../../parts/use-told.ts'
import { useNumbers } from '../../words/numbers.ts'
import { submissionWords } from '../../words/submission.ts'
import { useWords } from '../../words/use-words.ts'

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
  const tell = useTold()
  const move = useMoveSubmission()
  const [items, setItems] = useState(counts.items)
  const [reason, setReason] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void tell(move.mutateAsync({ submissionId, move: 'count', body: { items, reason } }), () => {
      onDone()
      return { say: t('count-done') }
    })
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
