import type { SubmissionView } from 'contract/analysis'
import type { CaseChanged } from 'contract/case'
import type { CaseId, SubmissionId } from 'contract/common'
import { useChangeCase, useOpenCase, useUndoCaseChange } from '../../client/cases.ts'
import { type SubmissionMove, useMoveSubmission } from '../../client/submissions.ts'
import { intakeWords } from '../../words/intake.ts'
import { useWords } from '../../words/use-words.ts'
import type { Toast } from '../toasts.ts'
import { useTold } from '../use-told.ts'

/** Everything an analyst does with a submission: at once, with a sentence and a way back. */
export function useSubmissionMoves({ submissionId }: SubmissionView, onMoved: () => void) {
  const t = useWords(intakeWords)
  const tell = useTold()
  const openCase = useOpenCase()
  const changeCase = useChangeCase()
  const undoChange = useUndoCaseChange()
  const move = useMoveSubmission()

  const undone = (work: Promise<unknown>) => tell(work, () => ({ say: t('undone') }))
  const withUndo = (say: string, { changeId }: CaseChanged): Toast => {
    onMoved()
    return { say, undo: () => undone(undoChange.mutateAsync(changeId)) }
  }

  /** Opens a case with this submission, and others it is tied to. */
  const open = (others: readonly SubmissionId[] = []) =>
    void tell(openCase.mutateAsync({ submissionIds: [submissionId, ...others] }), (changed) =>
      withUndo(t('opened-case', { number: changed.number }), changed),
    )
  const addTo = (caseId: CaseId) =>
    void tell(
      changeCase.mutateAsync({
        caseId,
        change: 'submissions',
        body: { submissionIds: [submissionId] },
      }),
      (changed) => withUndo(t('added-to-case', { number: changed.number }), changed),
    )
  const reopen = () => move.mutateAsync({ submissionId, move: 'reopen' })
  const moveTo = (request: SubmissionMove, say: string) =>
    void tell(move.mutateAsync(request), () => {
      onMoved()
      return { say, undo: () => undone(reopen()) }
    })
  return {
    open,
    addTo,
    setAside: (reason: string) =>
      moveTo({ submissionId, move: 'set-aside', body: { reason } }, t('set-aside-done')),
    answer: (body: { category: string; answer: string }) =>
      moveTo({ submissionId, move: 'consultation', body }, t('consultation-done')),
    retry: () =>
      void tell(move.mutateAsync({ submissionId, move: 'retry' }), () => ({ say: t('retrying') })),
    reopen: () => void tell(reopen(), () => ({ say: t('reopened') })),
    isBusy: openCase.isPending || changeCase.isPending || move.isPending,
  }
}
