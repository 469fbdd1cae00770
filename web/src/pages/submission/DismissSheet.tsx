import { Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { Button } from '../../parts/Button.tsx'
import { Sheet } from '../../parts/Sheet.tsx'
import { submissionWords } from '../../words/submission.ts'
import { useWords } from '../../words/use-words.ts'

/** Why a finding is mistaken; the reason stays beside it. */
export function DismissSheet({
  onDecide,
  onClose,
}: {
  onDecide: (reason: string) => void
  onClose: () => void
}) {
  const t = useWords(submissionWords)
  const [reason, setReason] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onDecide(reason)
    onClose()
  }
  return (
    <Sheet title={t('dismiss')} onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <Textarea
          label={t('dismiss-reason')}
          required
          withAsterisk={false}
          maxLength={500}
          minRows={3}
          autosize
          autoFocus
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <div className="row push">
          <Button kind="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" kind="solid" disabled={reason.trim() === ''}>
            {t('dismiss-do')}
          </Button>
        </div>
      </form>
    </Sheet>
  )
}
