import { useMutation, useQueryClient } from '@tanstack/react-query'

/**
 * A change of something the hub keeps. Whatever is shown afterwards is loaded anew, also after a refusal;
 * nobody waits for that, or a row that leaves the page would take its own answer with it.
 */
export function useOrder<V, A>(send: (by: V) => Promise<A>) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: send,
    onSettled: () => {
      void queryClient.invalidateQueries()
    },
  })
}
