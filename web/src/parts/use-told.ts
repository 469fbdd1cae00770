import { useCallback } from 'react'
import { toSay } from '../client/api-failure.ts'
import { useSay } from '../words/use-words.ts'
import { type Toast, useToast } from './toasts.ts'

/**
 * Waits for a change and tells how it went. Unlike the callbacks of `mutate`, this also speaks when the
 * row or sheet that started the change has left the page meanwhile, which is the usual case in a queue.
 */
export function useTold() {
  const toast = useToast()
  const say = useSay()
  return useCallback(
    async <A>(work: Promise<A>, toToast: (answer: A) => Toast): Promise<A | undefined> => {
      try {
        const answer = await work
        toast(toToast(answer))
        return answer
      } catch (error) {
        toast({ say: say(toSay(error)), isError: true })
        return undefined
      }
    },
    [toast, say],
  )
}
