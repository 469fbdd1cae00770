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
import { isOverdue } from './is-overdue.ts'
import { TakeBack, TakeBackState } from './TakeBack.tsx'
import type { Remarks } from './use-remarks.ts'
import type { Ticks } from './use-ticks.ts'

type Answer = 'approve' | 'ask-changes' | 'refuse' | 'withdraw'
type Asking = 'ask-changes' | 'refuse'

/** Approve, ask for changes, refuse; and later, until it is shared, take the approval back. */
export function ApprovalAnswer({
  approval,
  remarks,
  ticks,
}: {
  approval: ApprovalView
  remarks: Remarks
  ticks: Ticks
}) {
  const t = useWords(approvalWords)
  const tell = useTold()
  const send = useAnswerApproval(approval.approvalId)
  const [asking, setAsking] = useState<Asking>()

  const answer = async (given: Answer, { note, isDropping = false }: Said = {}) => {
    const more = {
      ...(note === undefined || note.trim() === '' ? {} : { note }),
      ...(given === 'ask-changes' ? { remarks: [...remarks.list] } : {}),
      ...(given === 'approve' || isDropping ? { permitted: [...ticks.list] } : {}),
    }
    const body = { answer: given, contentHash: approval.contentHash, ...more }
    const work = send.mutateAsync(body).then(() => true)
    if ((await tell(work, () => ({ say: t(`done-${given}`) }))) === true) setAsking(undefined)
  }
  return (
    <footer className="approval-answer">
      <div className="grow small">
        <State approval={approval} isTicked={ticks.isFull} />
      </div>
      {approval.state === 'waiting' && !isOverdue(approval) && (
        <>
          <Button kind="quiet" onClick={() => setAsking('refuse')}>
            {t('refuse')}
          </Button>
          <Button onClick={() => setAsking('ask-changes')}>
            {remarks.list.length === 0
              ? t('ask-changes')
              : t('send-remarks', { count: remarks.list.length })}
          </Button>
          <Button
            kind="primary"
            busy={send.isPending}
            disabled={remarks.list.length > 0 || !ticks.isFull}
            title={ticks.isFull ? undefined : t('approve-ticks')}
            icon={<IconCheck size={18} stroke={1.5} aria-hidden="true" />}
            onClick={() => void answer('approve')}
          >
            {t('approve')}
          </Button>
        </>
      )}
      {approval.sharing !== undefined && <TakeBack approval={approval} />}
      {approval.state === 'approved' && approval.sharing === undefined && (
        <Button busy={send.isPending} onClick={() => void answer('withdraw')}>
          {t('withdraw')}
        </Button>
      )}
      {asking !== undefined && (
        <NoteSheet
          asking={asking}
          remarkCount={remarks.list.length}
          hasUnticked={!ticks.isFull}
          isBusy={send.isPending}
          onClose={() => setAsking(undefined)}
          onSend={(said) => void answer(asking, said)}
        />
      )}
    </footer>
  )
}

function State({ approval, isTicked }: { approval: ApprovalView; isTicked: boolean }) {
  const t = useWords(approvalWords)
  const dates = useDates()
  if (isOverdue(approval)) return <p>{t('overdue-say')}</p>
  if (approval.state === 'waiting') {
    return (
      <>
        <p>{t(isTicked ? 'holds-for' : 'approve-ticks')}</p>
        <p className="quiet">{t('can-withdraw')}</p>
      </>
    )
  }
  const tone = approval.state === 'approved' ? 'ok' : 'neutral'
  return (
    <>
      <p>
        <Chip tone={tone}>{t(stateOf(approval))}</Chip>
      </p>
      {approval.answeredAt !== undefined && (
        <p className="quiet">
          {t('answered', { at: dates.short(approval.answeredAt), who: approval.answeredBy ?? '' })}
        </p>
      )}
      {approval.sharing !== undefined && <p>{t(`sharing-${approval.sharing}`)}</p>}
      <TakeBackState withdrawal={approval.withdrawal} />
      {approval.note !== undefined && <p className="reason">{approval.note}</p>}
    </>
  )
}

/** An answer about values has its own bar. */
const stateOf = ({ state }: ApprovalView) =>
  state === 'answered' ? 'values-state-answered' : (`state-${state}` as const)

interface Said {
  readonly note?: string
  /** Values that are not ticked are not permitted. */
  readonly isDropping?: boolean
}

function NoteSheet({
  asking,
  remarkCount,
  hasUnticked,
  isBusy,
  onClose,
  onSend,
}: {
  asking: Asking
  remarkCount: number
  hasUnticked: boolean
  isBusy: boolean
  onClose: () => void
  onSend: (said: Said) => void
}) {
  const t = useWords(approvalWords)
  const [note, setNote] = useState('')
  const isChanges = asking === 'ask-changes'
  // What stands at its place in the text needs no more words.
  const [isDropping, setDropping] = useState(false)
  const isNeeded = isChanges && remarkCount === 0 && !isDropping
  return (
    <Sheet
      title={t(isChanges ? 'changes-title' : 'refuse-title')}
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
            onClick={() => onSend({ note, isDropping: isChanges && isDropping })}
          >
            {isChanges ? t('send') : t('refuse')}
          </Button>
        </>
      }
    >
      <div className="stack">
        {!isChanges && <p>{t('refuse-say')}</p>}
        {isChanges && (
          <p className="reason">
            {remarkCount === 0 ? t('changes-hint') : t('changes-count', { count: remarkCount })}
          </p>
        )}
        {isChanges && hasUnticked && (
          <label className="approval-drop">
            <input
              type="checkbox"
              checked={isDropping}
              onChange={({ target }) => setDropping(target.checked)}
            />
            {t('drop-unticked')}
          </label>
        )}
        <Textarea
          label={t(isNeeded ? 'changes-label' : isChanges ? 'changes-more' : 'refuse-label')}
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
