import { Textarea } from '@mantine/core'
import type { ApprovalView } from 'contract/bulletin'
import { useState } from 'react'
import { useAskWithdrawal } from '../../client/approvals.ts'
import { Button } from '../../parts/Button.tsx'
import { Sheet } from '../../parts/Sheet.tsx'
import { useTold } from '../../parts/use-told.ts'
import { approvalWords } from '../../words/approval.ts'
import { useDates } from '../../words/dates.ts'
import { useWords } from '../../words/use-words.ts'

/** After the release: what can still be done is to ask the hub to take it back, and to see what it answered. */
export function TakeBack({ approval }: { approval: ApprovalView }) {
  const t = useWords(approvalWords)
  const [isAsking, setAsking] = useState(false)
  const { sharing, withdrawal } = approval
  const isOpen = withdrawal !== undefined && withdrawal.outcome === undefined
  return (
    <>
      {sharing === 'shared' && !isOpen && (
        <Button onClick={() => setAsking(true)}>{t('take-back')}</Button>
      )}
      {isAsking && <AskSheet approval={approval} onClose={() => setAsking(false)} />}
    </>
  )
}

/** How far the request has come. */
export function TakeBackState({ withdrawal }: Pick<ApprovalView, 'withdrawal'>) {
  const t = useWords(approvalWords)
  const dates = useDates()
  if (withdrawal === undefined) return null
  const { outcome, askedAt, dueAt, answer } = withdrawal
  if (outcome === 'withdrawn') return <p className="quiet">{t('take-back-granted')}</p>
  if (outcome === 'declined') {
    return (
      <>
        <p className="quiet">{t('take-back-declined')}</p>
        <p className="reason">{answer}</p>
      </>
    )
  }
  return (
    <p className="quiet">
      {t('take-back-waits', { at: dates.short(askedAt), due: dates.short(dueAt) })}
    </p>
  )
}

function AskSheet({
  approval: { approvalId, state },
  onClose,
}: {
  approval: ApprovalView
  onClose: () => void
}) {
  const t = useWords(approvalWords)
  const tell = useTold()
  const ask = useAskWithdrawal(approvalId)
  const [reason, setReason] = useState('')
  const send = async () => {
    const work = ask.mutateAsync({ reason }).then(() => true)
    if ((await tell(work, () => ({ say: t('take-back-done') }))) === true) onClose()
  }
  return (
    <Sheet
      title={t('take-back')}
      onClose={onClose}
      actions={
        <>
          <Button kind="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button
            kind="solid"
            busy={ask.isPending}
            disabled={reason.trim() === ''}
            onClick={() => void send()}
          >
            {t('send')}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p className="reason">
          {t(state === 'not-asked' ? 'take-back-say-unasked' : 'take-back-say')}
        </p>
        <Textarea
          label={t('take-back-label')}
          autosize
          minRows={4}
          maxLength={4000}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </div>
    </Sheet>
  )
}
