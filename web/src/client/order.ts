import { useMutation, useQueryClient } from '@tanstack/react-query'

/** A change of something the hub keeps. Whatever is shown afterwards is loaded anew, also after a refusal. */
export function useOrder<V, A>(send: (by: V) => Promise<A>) {
  const queryClient = useQueryClient()
  return useMutation({ mutationFn: send, onSettled: () => queryClient.invalidateQueries() })
}
