import type { CaseState, CaseView } from 'contract/case'
import type { CaseId, Classification, SubmissionId } from 'contract/common'
import { type CaseChangeRequest, useChangeCase, useUndoCaseChange } from '../../client/cases.ts'
import { useTold } from '../../parts/use-told.ts'
import { caseWords } from '../../words/case.ts'
import { useWords } from '../../words/use-words.ts'
import { useDraft } from './use-draft.ts'

/** Everything done with a case: at once, told in one sentence, and undone by `z`. */
export function useCaseMoves({ caseId }: CaseView) {
  const t = useWords(caseWords)
  const tell = useTold()
  const change = useChangeCase()
  const undoChange = useUndoCaseChange()

  const undo = (changeId: string) =>
    tell(undoChange.mutateAsync(changeId), () => ({ say: t('undone') }))
  const apply = (request: CaseChangeRequest, say: string) =>
    void tell(change.mutateAsync(request), ({ changeId }) => ({ say, undo: () => undo(changeId) }))

  return {
    undo: (changeId: string) => void undo(changeId),
    rename: (title: string) =>
      apply({ caseId, change: 'title', body: { title } }, t('renamed-done')),
    classify: (classification: Classification, reason: string) =>
      apply(
        {
          caseId,
          change: 'classification',
          body: reason === '' ? { classification } : { classification, reason },
        },
        t('classified-done'),
      ),
    moveTo: (to: CaseState) =>
      apply(
        { caseId, change: 'state', body: { to } },
        t('moved-done', { state: t(`state-${to}`) }),
      ),
    split: (submissionIds: SubmissionId[]) =>
      apply({ caseId, change: 'split', body: { submissionIds } }, t('split-done')),
    merge: (otherCaseId: CaseId) =>
      apply({ caseId, change: 'merge', body: { otherCaseId } }, t('merge-done')),
    ...useDraft(caseId),
  }
}

export type CaseMoves = ReturnType<typeof useCaseMoves>
