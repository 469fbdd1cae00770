import { useNavigate } from '@tanstack/react-router'
import type { CaseId } from 'contract/common'
import { toSay } from '../../client/api-failure.ts'
import { useDraftBulletin } from '../../client/cases.ts'
import { useToast } from '../../parts/toasts.ts'
import { useSay } from '../../words/use-words.ts'

/** Drafts the case's bulletin and leads to its workbench. */
export function useDraft(caseId: CaseId) {
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
