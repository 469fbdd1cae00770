import { Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { intakeWords } from '../../words/intake.ts'
import { useWords } from '../../words/use-words.ts'
import { Button } from '../Button.tsx'
import { Sheet } from '../Sheet.tsx'

/** Why a submission is not shared; the provider reads the reason too. */
export function SetAsideSheet({
  onDecide,
  onClose,
}: {
  onDecide: (reason: string) => void
  onClose: () => void
}) {
  const t = useWords(intakeWords)
  const [reason, setReason] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onDecide(reason)
    onClose()
  }
  return (
    <Sheet title={t('set-aside')} onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <Textarea
          label={t('set-aside-why')}
          description={t('set-aside-say')}
          required
          withAsterisk={false}
          maxLength={1000}
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
            {t('set-aside-do')}
          </Button>
        </div>
      </form>
    </Sheet>
  )
}
