import { useNavigate } from '@tanstack/react-router'
import type { CaseState, CaseView } from 'contract/case'
import type { CaseId, Classification, SubmissionId } from 'contract/common'
import { toSay } from '../../client/api-failure.ts'
import {
  type CaseChangeRequest,
  useChangeCase,
  useDraftBulletin,
  useUndoCaseChange,
} from '../../client/cases.ts'
import { useToast } from '../../parts/toasts.ts'
import { useTold } from '../../parts/use-told.ts'
import { caseWords } from '../../words/case.ts'
import { useSay, useWords } from '../../words/use-words.ts'

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

/** Drafts the case's bulletin and leads to its workbench. */
function useDraft(caseId: CaseId) {
  const say = useSay()
  const toast = useToast()
  const navigate = useNavigate()
  const { mutateAsync, isPending } = useDraftBulletin()
  const draft = async () => {
    try {
      const { bulletinId } = await mutateAsync({ caseId })
      await navigate({ to: `/bulletins/${bulletinId}` })
    } catch (error) {
      toast({ say: say(toSay(error)), isError: true })
    }
  }
  return { draft: () => void draft(), isDrafting: isPending }
}

export type CaseMoves = ReturnType<typeof useCaseMoves>
