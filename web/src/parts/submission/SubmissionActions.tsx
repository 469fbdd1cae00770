import { IconUser } from '@tabler/icons-react'
import type { SubmissionView } from 'contract/analysis'
import { useState } from 'react'
import { usePageActions } from '../../frame/page-actions.ts'
import { intakeWords } from '../../words/intake.ts'
import { useWords } from '../../words/use-words.ts'
import { AssignSheet } from '../AssignSheet.tsx'
import { Button } from '../Button.tsx'
import { type Choice, MoreMenu } from '../MoreMenu.tsx'
import { AddToCaseSheet } from './AddToCaseSheet.tsx'
import { ConsultationSheet } from './ConsultationSheet.tsx'
import { SetAsideSheet } from './SetAsideSheet.tsx'
import { useSubmissionMoves } from './use-submission-moves.ts'

type Open = 'add' | 'set-aside' | 'consultation' | 'assign' | undefined

/** Where a submission can go from here; the keys are those shown. */
export function SubmissionActions({
  submission,
  onMoved = () => {},
}: {
  submission: SubmissionView
  /** The submission has left the list it was taken from. */
  onMoved?: () => void
}) {
  const t = useWords(intakeWords)
  const [open, setOpen] = useState<Open>()
  const moves = useSubmissionMoves(submission, onMoved)
  const close = () => setOpen(undefined)
  const isFree = submission.state === 'analysed' || submission.state === 'received'
  const isClosed = submission.state === 'set-aside' || submission.state === 'consultation'
  usePageActions([
    { id: 'case', label: t('open-case'), keyName: 'c', run: () => moves.open(), isOff: !isFree },
    { id: 'add', label: t('add-to-case'), keyName: 'm', run: () => setOpen('add'), isOff: !isFree },
    { id: 'assign', label: t('assign'), keyName: 'a', run: () => setOpen('assign') },
    { id: 'aside', label: t('set-aside'), run: () => setOpen('set-aside'), isOff: !isFree },
    {
      id: 'consultation',
      label: t('take-as-consultation'),
      run: () => setOpen('consultation'),
      isOff: !isFree,
    },
  ])
  const menu: readonly Choice[] = isFree
    ? [
        { words: t('take-as-consultation'), run: () => setOpen('consultation') },
        { words: `${t('set-aside')}…`, run: () => setOpen('set-aside') },
      ]
    : []
  return (
    <div className="row-wrap">
      {isFree && (
        <>
          <Button kind="primary" keyHint="c" busy={moves.isBusy} onClick={() => moves.open()}>
            {t('open-case')}
          </Button>
          <Button keyHint="m" onClick={() => setOpen('add')}>
            {t('add-to-case')}
          </Button>
        </>
      )}
      {submission.analysis === 'failed' && (
        <Button busy={moves.isBusy} onClick={moves.retry}>
          {t('retry')}
        </Button>
      )}
      {isClosed && (
        <Button busy={moves.isBusy} onClick={moves.reopen}>
          {t('reopen')}
        </Button>
      )}
      <Button
        kind="quiet"
        icon={<IconUser stroke={1.5} aria-hidden="true" />}
        keyHint="a"
        onClick={() => setOpen('assign')}
      >
        {submission.assignee?.name ?? t('assign')}
      </Button>
      {menu.length > 0 && <MoreMenu label={t('more-actions')} choices={menu} />}
      {open === 'add' && <AddToCaseSheet onChoose={moves.addTo} onClose={close} />}
      {open === 'set-aside' && <SetAsideSheet onDecide={moves.setAside} onClose={close} />}
      {open === 'consultation' && <ConsultationSheet onAnswer={moves.answer} onClose={close} />}
      {open === 'assign' && (
        <AssignSheet of="submission" id={submission.submissionId} onClose={close} />
      )}
    </div>
  )
}
