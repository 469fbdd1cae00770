import { IconCheck } from '@tabler/icons-react'
import type { ApprovalView } from 'contract/bulletin'
import { useAnswerApproval } from '../../client/approvals.ts'
import { Button } from '../../parts/Button.tsx'
import { Chip } from '../../parts/Chip.tsx'
import { useTold } from '../../parts/use-told.ts'
import { approvalWords } from '../../words/approval.ts'
import { useDates } from '../../words/dates.ts'
import { useWords } from '../../words/use-words.ts'
import { isOverdue } from './is-overdue.ts'
import type { Ticks } from './use-ticks.ts'

/** One answer for all values: those that are ticked may go out, the others count as a no. */
export function PermitAnswer({ approval, ticks }: { approval: ApprovalView; ticks: Ticks }) {
  const t = useWords(approvalWords)
  const tell = useTold()
  const send = useAnswerApproval(approval.approvalId)
  const { contentHash, state, sharing, permitted } = approval
  const answer = (body: { answer: 'permit' | 'withdraw'; permitted?: string[] }, done: string) =>
    tell(
      send.mutateAsync({ ...body, contentHash }).then(() => true),
      () => ({ say: done }),
    )
  return (
    <footer className="approval-answer">
      <div className="grow small">
        <PermitState approval={approval} />
      </div>
      {state === 'waiting' && !isOverdue(approval) && (
        <Button
          // A no is not what a hurried hand falls on.
          kind={ticks.list.length === 0 ? 'outline' : 'primary'}
          busy={send.isPending}
          icon={ticks.list.length > 0 && <IconCheck size={18} stroke={1.5} aria-hidden="true" />}
          onClick={() =>
            void answer({ answer: 'permit', permitted: [...ticks.list] }, t('done-permit'))
          }
        >
          {ticks.list.length === 0
            ? t('permit-none')
            : t('permit', { count: ticks.list.length, all: approval.identifying.length })}
        </Button>
      )}
      {state === 'answered' && permitted.length > 0 && sharing === undefined && (
        <Button
          busy={send.isPending}
          onClick={() => void answer({ answer: 'withdraw' }, t('done-values-withdraw'))}
        >
          {t('values-withdraw')}
        </Button>
      )}
    </footer>
  )
}

function PermitState({ approval }: { approval: ApprovalView }) {
  const t = useWords(approvalWords)
  const dates = useDates()
  if (isOverdue(approval)) return <p>{t('values-overdue-say')}</p>
  if (approval.state === 'waiting') {
    return (
      <>
        <p>{t('values-unticked-say')}</p>
        <p className="quiet">{t('values-final')}</p>
      </>
    )
  }
  return (
    <>
      <p>
        <Chip tone={approval.state === 'answered' ? 'ok' : 'neutral'}>
          {t(`values-state-${toValuesState(approval)}`)}
        </Chip>
      </p>
      {approval.answeredAt !== undefined && (
        <p className="quiet">
          {t('answered', { at: dates.short(approval.answeredAt), who: approval.answeredBy ?? '' })}
        </p>
      )}
    </>
  )
}

const toValuesState = ({ state }: ApprovalView) =>
  state === 'answered' || state === 'withdrawn' ? state : 'outdated'
