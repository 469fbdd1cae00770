import { IconArrowsSplit2, IconPencil, IconUser } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { CaseView } from 'contract/case'
import { useState } from 'react'
import { usePageActions } from '../../frame/page-actions.ts'
import { AssignSheet } from '../../parts/AssignSheet.tsx'
import { Button, toButtonClass } from '../../parts/Button.tsx'
import { CaseStateChip } from '../../parts/CaseStateChip.tsx'
import { HostileText } from '../../parts/hostile/HostileText.tsx'
import { RestrictedChip } from '../../parts/restriction/RestrictedChip.tsx'
import { caseWords } from '../../words/case.ts'
import { intakeWords } from '../../words/intake.ts'
import { useWords } from '../../words/use-words.ts'
import { RenameSheet } from './RenameSheet.tsx'
import { SplitMergeSheet } from './SplitMergeSheet.tsx'
import { useCaseMoves } from './use-case-moves.ts'

type Open = 'rename' | 'split-merge' | 'assign' | undefined

/** Number, title, state, and what can be done with the whole case. */
export function CaseHead({ view }: { view: CaseView }) {
  const t = useWords(caseWords)
  const intake = useWords(intakeWords)
  const [open, setOpen] = useState<Open>()
  const moves = useCaseMoves(view)
  const close = () => setOpen(undefined)
  const bulletin = view.bulletins.at(-1)
  usePageActions([
    {
      id: 'bulletin',
      label: t('draft-bulletin'),
      keyName: 'b',
      run: moves.draft,
      isOff: bulletin !== undefined,
    },
    { id: 'assign', label: t('assign'), keyName: 'a', run: () => setOpen('assign') },
    { id: 'rename', label: t('rename'), run: () => setOpen('rename') },
    { id: 'split-merge', label: t('split-merge'), run: () => setOpen('split-merge') },
  ])
  return (
    <header className="case-head">
      <div className="grow">
        <p className="meta-line">
          <span className="mono">{view.number}</span>
          <CaseStateChip state={view.state} />
          {view.restriction !== undefined && <RestrictedChip />}
          <span>{intake('submission-count', { count: view.submissionCount })}</span>
          <span>{intake('organisation-count', { count: view.providerCount })}</span>
          <span>{intake('mail-count', { count: view.mailCount })}</span>
        </p>
        <h1 className="row">
          <HostileText text={view.title} />
          <button
            type="button"
            className="icon-button"
            aria-label={t('rename')}
            onClick={() => setOpen('rename')}
          >
            <IconPencil stroke={1.5} aria-hidden="true" />
          </button>
        </h1>
      </div>
      <div className="row-wrap">
        <StateButton view={view} moveTo={moves.moveTo} />
        <Button
          kind="quiet"
          icon={<IconUser stroke={1.5} aria-hidden="true" />}
          keyHint="a"
          onClick={() => setOpen('assign')}
        >
          {view.assignee?.name ?? t('assign')}
        </Button>
        <Button
          icon={<IconArrowsSplit2 stroke={1.5} aria-hidden="true" />}
          onClick={() => setOpen('split-merge')}
        >
          {t('split-merge')}
        </Button>
        {bulletin === undefined ? (
          <Button kind="primary" keyHint="b" busy={moves.isDrafting} onClick={moves.draft}>
            {t('draft-bulletin')}
          </Button>
        ) : (
          <Link to={`/bulletins/${bulletin.bulletinId}`} className={toButtonClass('primary')}>
            {t('open-bulletin')}
          </Link>
        )}
      </div>
      {open === 'rename' && <RenameSheet view={view} onRename={moves.rename} onClose={close} />}
      {open === 'split-merge' && <SplitMergeSheet view={view} moves={moves} onClose={close} />}
      {open === 'assign' && <AssignSheet of="case" id={view.caseId} onClose={close} />}
    </header>
  )
}

function StateButton({
  view: { state },
  moveTo,
}: {
  view: CaseView
  moveTo: (to: CaseView['state']) => void
}) {
  const t = useWords(caseWords)
  if (state === 'open') return <Button onClick={() => moveTo('worked')}>{t('mark-worked')}</Button>
  if (state === 'worked') return <Button onClick={() => moveTo('closed')}>{t('close')}</Button>
  return <Button onClick={() => moveTo('worked')}>{t('reopen')}</Button>
}
