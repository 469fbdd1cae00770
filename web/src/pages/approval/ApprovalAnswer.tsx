import { Textarea } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import type { ApprovalView } from 'contract/bulletin'
import { useState } from 'react'
import { useAnswerApproval } from '../../client/approvals.ts'
import { Button } from '../../parts/Button.tsx'
import { Chip } from '../../parts/Chip.tsx'
import { Sheet } from '../../parts/Sheet.tsx'
import { useTold } from '../../parts/use-told.ts'
import { approvalWords } from '../../words/approval.ts'
import { useDates } from '../../words/dates.ts'
import { useWords } from '../../words/use-words.ts'

type Answer = 'approve' | 'ask-changes' | 'refuse' | 'withdraw'
type Asking = 'ask-changes' | 'refuse'

/** Approve, ask for changes, refuse; and later, until it is shared, take the approval back. */
export function ApprovalAnswer({ approval }: { approval: ApprovalView }) {
  const t = useWords(approvalWords)
  const tell = useTold()
  const send = useAnswerApproval(approval.approvalId)
  const [asking, setAsking] = useState<Asking>()

  const answer = async (given: Answer, note?: string) => {
    const more = note === undefined || note.trim() === '' ? {} : { note }
    const body = { answer: given, contentHash: approval.contentHash, ...more }
    const work = send.mutateAsync(body).then(() => true)
    if ((await tell(work, () => ({ say: t(`done-${given}`) }))) === true) setAsking(undefined)
  }
  return (
    <footer className="approval-answer">
      <div className="grow small">
        <State approval={approval} />
      </div>
      {approval.state === 'waiting' && (
        <>
          <Button kind="quiet" onClick={() => setAsking('refuse')}>
            {t('refuse')}
          </Button>
          <Button onClick={() => setAsking('ask-changes')}>{t('ask-changes')}</Button>
          <Button
            kind="primary"
            busy={send.isPending}
            icon={<IconCheck size={18} stroke={1.5} aria-hidden="true" />}
            onClick={() => void answer('approve')}
          >
            {t('approve')}
          </Button>
        </>
      )}
      {approval.state === 'approved' && (
        <Button busy={send.isPending} onClick={() => void answer('withdraw')}>
          {t('withdraw')}
        </Button>
      )}
      {asking !== undefined && (
        <NoteSheet
          asking={asking}
          isBusy={send.isPending}
          onClose={() => setAsking(undefined)}
          onSend={(note) => void answer(asking, note)}
        />
      )}
    </footer>
  )
}

function State({ approval }: { approval: ApprovalView }) {
  const t = useWords(approvalWords)
  const dates = useDates()
  if (approval.state === 'waiting') {
    return (
      <>
        <p>{t('holds-for')}</p>
        <p className="quiet">{t('can-withdraw')}</p>
      </>
    )
  }
  const tone = approval.state === 'approved' ? 'ok' : 'neutral'
  return (
    <>
      <p>
        <Chip tone={tone}>{t(`state-${approval.state}`)}</Chip>
      </p>
      {approval.answeredAt !== undefined && (
        <p className="quiet">
          {t('answered', { at: dates.short(approval.answeredAt), who: approval.answeredBy ?? '' })}
        </p>
      )}
      {approval.note !== undefined && <p className="reason">{approval.note}</p>}
    </>
  )
}

function NoteSheet({
  asking,
  isBusy,
  onClose,
  onSend,
}: {
  asking: Asking
  isBusy: boolean
  onClose: () => void
  onSend: (note: string) => void
}) {
  const t = useWords(approvalWords)
  const [note, setNote] = useState('')
  const isNeeded = asking === 'ask-changes'
  return (
    <Sheet
      title={t(isNeeded ? 'changes-title' : 'refuse-title')}
      onClose={onClose}
      actions={
        <>
          <Button kind="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button
            kind="solid"
            busy={isBusy}
            disabled={isNeeded && note.trim() === ''}
            onClick={() => onSend(note)}
          >
            {isNeeded ? t('send') : t('refuse')}
          </Button>
        </>
      }
    >
      <div className="stack">
        {!isNeeded && <p>{t('refuse-say')}</p>}
        <Textarea
          label={t(isNeeded ? 'changes-label' : 'refuse-label')}
          autosize
          minRows={4}
          maxLength={4000}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </div>
    </Sheet>
  )
}
