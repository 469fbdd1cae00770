import { Checkbox } from '@mantine/core'
import type { CaseView } from 'contract/case'
import type { SubmissionId } from 'contract/common'
import { useState } from 'react'
import { Button } from '../../parts/Button.tsx'
import { Sheet } from '../../parts/Sheet.tsx'
import { defang } from '../../parts/hostile/find-defangs.ts'
import { AddToCaseSheet } from '../../parts/submission/AddToCaseSheet.tsx'
import { caseWords } from '../../words/case.ts'
import { useWords } from '../../words/use-words.ts'
import type { CaseMoves } from './use-case-moves.ts'

/** Which submissions belong together: split some off, or merge another case in. Both can be undone. */
export function SplitMergeSheet({
  view,
  moves,
  onClose,
}: {
  view: CaseView
  moves: CaseMoves
  onClose: () => void
}) {
  const t = useWords(caseWords)
  const [isChoosing, setChoosing] = useState(false)
  if (isChoosing) {
    return (
      <AddToCaseSheet
        title={t('merge-choose')}
        except={view.caseId}
        onChoose={moves.merge}
        onClose={onClose}
      />
    )
  }
  return (
    <Sheet title={t('split-merge')} onClose={onClose} width={640}>
      <div className="stack">
        <Split view={view} onSplit={moves.split} onClose={onClose} />
        <hr />
        <h3>{t('merge')}</h3>
        <p className="small quiet">{t('merge-hint')}</p>
        <div>
          <Button onClick={() => setChoosing(true)}>{t('merge-choose')}</Button>
        </div>
      </div>
    </Sheet>
  )
}

function Split({
  view,
  onSplit,
  onClose,
}: {
  view: CaseView
  onSplit: (submissionIds: SubmissionId[]) => void
  onClose: () => void
}) {
  const t = useWords(caseWords)
  const [chosen, setChosen] = useState<readonly SubmissionId[]>([])
  const toggle = (id: SubmissionId) =>
    setChosen((before) =>
      before.includes(id) ? before.filter((each) => each !== id) : [...before, id],
    )
  // A case keeps at least one submission; taking all would only rename it.
  const isPossible = chosen.length > 0 && chosen.length < view.submissions.length
  return (
    <>
      <h3>{t('split')}</h3>
      <p className="small quiet">{t('split-hint')}</p>
      <div className="split-choices">
        {view.submissions.map(({ submissionId, receipt, title, organisation }) => (
          <Checkbox
            key={submissionId}
            checked={chosen.includes(submissionId)}
            onChange={() => toggle(submissionId)}
            label={`${receipt}　${defang(title)}`}
            description={organisation?.name}
          />
        ))}
      </div>
      <div>
        <Button
          kind="solid"
          disabled={!isPossible}
          onClick={() => {
            onSplit([...chosen])
            onClose()
          }}
        >
          {t('split-do', { count: chosen.length })}
        </Button>
      </div>
    </>
  )
}
