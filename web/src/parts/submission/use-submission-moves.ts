import { toSay } from '../../client/api-failure.ts'
import { useChangeCase, useOpenCase, useUndoCaseChange } from '../../client/cases.ts'
import { type SubmissionMove, useMoveSubmission } from '../../client/submissions.ts'
import { intakeWords } from '../../words/intake.ts'
import { useSay, useWords } from '../../words/use-words.ts'
import { useToast } from '../toasts.ts'
import type { SubmissionView } from 'contract/analysis'
import type { CaseChanged } from 'contract/case'
import type { CaseId, SubmissionId } from 'contract/common'

/** Everything an analyst does with a submission: at once, with a sentence and a way back. */
export function useSubmissionMoves(submission: SubmissionView, onMoved: () => void) {
  const t = useWords(intakeWords)
  const say = useSay()
  const toast = useToast()
  const openCase = useOpenCase()
  const changeCase = useChangeCase()
  const undoChange = useUndoCaseChange()
  const move = useMoveSubmission()
  const { submissionId } = submission

  const failed = (error: Error) => toast({ say: say(toSay(error)), isError: true })
  const undone = { onSuccess: () => toast({ say: t('undone') }), onError: failed }
  const withUndo = (words: string, { changeId }: CaseChanged) =>
    toast({ say: words, undo: () => undoChange.mutate(changeId, undone) })

  /** Opens a case with this submission, and others it is tied to. */
  const open = (others: readonly SubmissionId[] = []) =>
    openCase.mutate(
      { submissionIds: [submissionId, ...others] },
      {
        onSuccess: (changed) => {
          withUndo(t('opened-case', { number: changed.number }), changed)
          onMoved()
        },
        onError: failed,
      },
    )
  const addTo = (caseId: CaseId) =>
    changeCase.mutate(
      { caseId, change: 'submissions', body: { submissionIds: [submissionId] } },
      {
        onSuccess: (changed) => {
          withUndo(t('added-to-case', { number: changed.number }), changed)
          onMoved()
        },
        onError: failed,
      },
    )
  const moveTo = (request: SubmissionMove, words: string, mayReopen: boolean) => {
    const reopen = () => move.mutate({ submissionId, move: 'reopen' }, undone)
    move.mutate(request, {
      onSuccess: () => {
        toast(mayReopen ? { say: words, undo: reopen } : { say: words })
        onMoved()
      },
      onError: failed,
    })
  }
  return {
    open,
    addTo,
    setAside: (reason: string) =>
      moveTo({ submissionId, move: 'set-aside', body: { reason } }, t('set-aside-done'), true),
    answer: (body: { category: string; answer: string }) =>
      moveTo({ submissionId, move: 'consultation', body }, t('consultation-done'), true),
    reopen: () => moveTo({ submissionId, move: 'reopen' }, t('reopened'), false),
    isBusy: openCase.isPending || changeCase.isPending || move.isPending,
  }
}

export type SubmissionMoves = ReturnType<typeof useSubmissionMoves>
