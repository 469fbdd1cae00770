import { useNavigate } from '@tanstack/react-router'
import type { CaseChanged, CaseState, CaseView } from 'contract/case'
import type { CaseId, Classification, SubmissionId } from 'contract/common'
import { toSay } from '../../client/api-failure.ts'
import {
  type CaseChangeRequest,
  useChangeCase,
  useDraftBulletin,
  useUndoCaseChange,
} from '../../client/cases.ts'
import { useToast } from '../../parts/toasts.ts'
import { caseWords } from '../../words/case.ts'
import { useSay, useWords } from '../../words/use-words.ts'

/** Everything done with a case: at once, told in one sentence, and undone by `z`. */
export function useCaseMoves({ caseId }: CaseView) {
  const t = useWords(caseWords)
  const say = useSay()
  const toast = useToast()
  const navigate = useNavigate()
  const change = useChangeCase()
  const undoChange = useUndoCaseChange()
  const draft = useDraftBulletin()

  const onError = (error: Error) => toast({ say: say(toSay(error)), isError: true })
  const undo = (changeId: string) =>
    undoChange.mutate(changeId, { onSuccess: () => toast({ say: t('undone') }), onError })
  const apply = (request: CaseChangeRequest, words: string) =>
    change.mutate(request, {
      onSuccess: ({ changeId }: CaseChanged) => toast({ say: words, undo: () => undo(changeId) }),
      onError,
    })

  return {
    undo,
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
    draft: () =>
      draft.mutate(
        { caseId },
        {
          onSuccess: ({ bulletinId }) => void navigate({ to: `/bulletins/${bulletinId}` }),
          onError,
        },
      ),
    isDrafting: draft.isPending,
  }
}

export type CaseMoves = ReturnType<typeof useCaseMoves>
